"""Days made up: as many as asked for, as the profile says, the same for the same seed."""

from statistics import fmean, stdev

import pytest

import assets
from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.replay import make, summary
from queue_server.replay.day import Shift, Stop, Visitor, WalkIn
from queue_server.replay.profile import Profile
from tests.replay.days import OFFICE, TODAY, day, played, shift, visitor

SHIPPED = assets.path("catalogue", "lmra.toml").read_text(encoding="utf-8")
LMRA = read_catalogue(SHIPPED)


def test_the_same_seed_makes_the_same_day_and_another_seed_another() -> None:
    assert make(OFFICE, TODAY, visitors=50) == make(OFFICE, TODAY, visitors=50)
    assert make(OFFICE, TODAY, visitors=50) != make(OFFICE, TODAY, visitors=50, seed=8)


def test_load_is_times_the_ordinary_visitors() -> None:
    made = make(OFFICE, TODAY, visitors=200, load=1.25)
    assert len(made.of(Visitor)) + len(made.of(WalkIn)) == 250


def test_every_counter_has_a_clerk_with_a_break() -> None:
    shifts = [each for _line, each in make(LMRA, TODAY, visitors=1).of(Shift)]
    assert [each.counter for each in shifts] == list(LMRA.counters)
    assert all(each.breaks for each in shifts)


def test_service_times_have_the_mean_and_the_variation_of_the_profile() -> None:
    certain = Profile(transferred=0, parked=0, sent_back=0, papers_wrong=0, more=0)
    made = make(OFFICE, TODAY, visitors=4000, profile=certain)
    minutes = [stop.serves / 60 for _line, told in made.of(Visitor) for stop in told.stops]
    assert fmean(minutes) == pytest.approx(7.6, rel=0.05)
    assert stdev(minutes) / fmean(minutes) == pytest.approx(0.8, rel=0.1)


def test_most_come_in_the_second_hour_and_nobody_before_the_doors_open() -> None:
    made = make(LMRA, TODAY, visitors=1000)
    hours = [told.at.hour + told.at.minute / 60 for _line, told in made.of(Visitor)]
    assert min(hours) >= 7.5
    assert sum(8.5 <= hour < 9.5 for hour in hours) > sum(12.5 <= hour < 13.5 for hour in hours)


def test_every_line_gets_its_share_of_the_work() -> None:
    plain = Profile(quick=0, booked=0)
    work = dict.fromkeys(LMRA.lines, 0)
    for _line, told in make(LMRA, TODAY, visitors=800, profile=plain).of(Visitor):
        service = LMRA.services[told.service]
        for line in (str(service.line), *service.then):
            work[line] += 1
    assert work["commercial"] / work["premium"] == pytest.approx(3, rel=0.1)
    assert work["government"] / work["premium"] == pytest.approx(2, rel=0.1)


def test_an_ordinary_day_keeps_the_counters_as_busy_as_the_profile_says() -> None:
    figures = summary(played(make(OFFICE, TODAY)))
    hours = sum(each.hours for each in figures.counters)
    assert sum(each.busy * each.hours for each in figures.counters) / hours == pytest.approx(0.7, abs=0.08)


@pytest.mark.parametrize("caller", LMRA.callers.options)
def test_every_service_of_the_shipped_catalogue_can_be_had_with_everything_in_order(caller: str) -> None:
    wanted = [service for service in LMRA.services.values() if service.line is not None and caller in service.callers]
    coming = [
        visitor("08:10", *[Stop(1, walk=0)] * (1 + len(service.then)), service=service.id, caller=caller)
        for service in wanted
    ]
    told = played(day(*(shift(n) for n in LMRA.counters), *coming), catalogue=SHIPPED)
    assert summary(told).served == len(wanted)

"""Visitors sent to the information desk without the server: met there once, in their place, with today's papers."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from queue_server import wire
from queue_server.application import floor as hall
from queue_server.application import reception, referring
from tests.application.kiosk_alone import Outpost
from tests.offices import GOOD_PAPERS, INFORMATION, KIOSK, Floor


class Desk:
    """The information desk, and the visitors the kiosk sent there."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor

    def sends(self, check: str, visit: str = "visit", reason: wire.ReferralReason = "read") -> wire.Referral:
        new = wire.NewReferral(visit, reason, "ar", check=check)
        return self.floor.act(KIOSK, lambda tx: referring.refer(tx, new))

    def takes(self, referral: wire.Referral) -> None:
        self.floor.act(INFORMATION, lambda tx: referring.take(tx, referral.id))

    def asks(self) -> list[tuple[int, str | None]]:
        """The numbers of those who wait there, and their checks."""
        return [(each.number, each.check) for each in self.floor.read(referring.waiting).referrals]

    def checks(self) -> list[tuple[str, str]]:
        """The checks that wait there, in their order, and why."""
        waiting = self.floor.read(lambda tx: tx.checks.referred(tx.day))
        return [(each.id, each.refer_reason) for each in waiting]

    def people(self) -> int:
        return self.floor.read(hall.hall).referred


@pytest.fixture
def outpost(floor: Floor) -> Outpost:
    return Outpost(floor)


@pytest.fixture
def desk(floor: Floor) -> Desk:
    return Desk(floor)


def sent_on(outpost: Outpost, begun_as: wire.Check | None = None, *, minutes_ago: float = 0, **more: Any) -> Any:
    """A visit without a number, whose visitor was sent to the information desk so long ago."""
    at = outpost.floor.clock.now() - timedelta(minutes=minutes_ago)
    told: dict[str, Any] = {"given": None, "refer": "papers", "referred_at": at} | more
    return outpost.visit(minutes_ago=minutes_ago, continues=begun_as.id if begun_as else None, **told)


def test_who_was_sent_to_the_desk_without_the_server_waits_there_since_they_asked(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    floor.clock.passes(minutes=30)
    at_the_server = floor.ready_check()
    floor.clock.passes(minutes=-5)
    desk.sends(at_the_server.id)
    floor.clock.passes(minutes=5)
    first, later = sent_on(outpost, minutes_ago=20), sent_on(outpost, minutes_ago=2)
    dreamer = sent_on(outpost, minutes_ago=-90)
    for visit in (dreamer, later, first):
        assert outpost.brings(visit).state == "taken"
    assert desk.checks() == [
        (first.visit, "papers"),
        (at_the_server.id, "read"),
        (later.visit, "papers"),
        (dreamer.visit, "papers"),
    ]
    assert desk.people() == 4


def test_brought_again_with_more_to_tell_they_keep_their_place(floor: Floor, outpost: Outpost, desk: Desk) -> None:
    floor.clock.passes(minutes=30)
    first, second = sent_on(outpost, minutes_ago=20), sent_on(outpost, minutes_ago=10)
    outpost.brings(first)
    outpost.brings(second)
    floor.clock.passes(minutes=1)
    outpost.brings(msgspec.structs.replace(first, refer="read", referred_at=floor.clock.now()))
    assert desk.checks() == [(first.visit, "papers"), (second.visit, "papers")]


def test_who_was_sent_before_and_after_the_line_broke_is_one_visitor_with_one_number(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    begun_as = floor.ready_check()
    referral = desk.sends(begun_as.id)
    visit = sent_on(outpost, begun_as)
    outpost.brings(visit)
    assert desk.asks() == [(referral.number, visit.visit)]
    assert desk.checks() == [(visit.visit, "read")]
    assert desk.people() == 1


def test_who_was_sent_and_went_on_without_the_server_comes_with_the_papers_of_now(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    begun_as = floor.ready_check()
    referral = desk.sends(begun_as.id)
    floor.clock.passes(minutes=3)
    visit = sent_on(outpost, begun_as, refer=None, referred_at=None, documents=GOOD_PAPERS[:1])
    outpost.brings(visit)
    assert desk.asks() == [(referral.number, visit.visit)]
    assert desk.checks() == [(visit.visit, "read")]


def test_who_was_sent_and_got_a_number_without_the_server_is_waited_for_no_more(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    begun_as = floor.ready_check()
    desk.sends(begun_as.id)
    floor.clock.passes(minutes=3)
    assert outpost.brings(outpost.visit(continues=begun_as.id)).number == "C900"
    assert (desk.asks(), desk.checks(), desk.people()) == ([], [], 0)


def test_whom_a_clerk_took_meanwhile_waits_no_second_time_unless_they_asked_again(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    begun_as = floor.ready_check()
    referral = desk.sends(begun_as.id)
    asked = floor.clock.now()
    floor.clock.passes(minutes=3)
    desk.takes(referral)
    visit = sent_on(outpost, begun_as, referred_at=asked)
    outpost.brings(visit)
    assert desk.checks() == [(begun_as.id, "read")], "the check the clerk has"
    floor.clock.passes(minutes=3)
    outpost.brings(msgspec.structs.replace(visit, refer="machine", referred_at=floor.clock.now()))
    assert desk.checks() == [(visit.visit, "machine")]


def test_whose_matter_the_desk_settled_meanwhile_waits_no_second_time(
    floor: Floor, outpost: Outpost, desk: Desk
) -> None:
    begun_as = floor.ready_check()
    desk.sends(begun_as.id)
    floor.act(INFORMATION, lambda tx: reception.issue_ticket(tx, wire.NewTicket(begun_as.id)))
    outpost.brings(sent_on(outpost, begun_as))
    assert (desk.checks(), desk.people()) == ([], 0)

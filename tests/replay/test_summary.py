"""The figures of a day: from the journal alone, and able to tell on a bad one."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from queue_server.domain.events import Entry
from queue_server.replay import Summary, summary
from queue_server.replay.attendance import attendance
from queue_server.replay.day import Park, Rest, Stop
from queue_server.replay.story import story
from queue_server.replay.summary import rank
from tests.replay.days import OFFICE, clock, day, played, shift, visitor

EIGHT = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def told(minute: float, kind: str, **data: Any) -> Entry:
    """Something a journal tells, so many minutes after eight."""
    return Entry(0, EIGHT + timedelta(minutes=minute), kind, "somebody", data)


def issued(minute: float, leg: str, line: str = "commercial") -> Entry:
    """A number given."""
    return told(
        minute,
        "TicketIssued",
        ticket=leg,
        leg=leg,
        line=line,
        check=leg,
        walk_in=False,
        priority="none",
        due_by="arrival",
    )


def called(minute: float, leg: str, counter: int) -> Entry:
    """A number called."""
    return told(minute, "TicketCalled", ticket=leg, leg=leg, counter=counter)


def test_a_counter_that_stands_idle_while_somebody_waits_is_told_on() -> None:
    journal = [told(0, "CounterOpened", counter=1, clerk="a"), issued(2, "x"), issued(3, "y"), called(7, "x", 1)]
    (first, *others) = attendance(journal, OFFICE, {})
    assert first.missed == 5 * 60
    assert not any(each.missed for each in others)


def test_whoever_waits_for_other_lines_or_is_sent_back_from_there_is_no_fault_of_the_counter() -> None:
    journal = [
        told(0, "CounterOpened", counter=1, clerk="a"),
        told(0, "CounterOpened", counter=2, clerk="b"),
        told(0, "CounterOpened", counter=4, clerk="c"),
        issued(1, "x"),
        called(1, "x", 1),
        issued(1, "r", "residency"),
        called(1, "r", 4),
        issued(2, "s", "residency"),
        issued(3, "y"),
        called(3, "y", 2),
        told(5, "TicketReturned", ticket="x", leg="x", line="commercial", how="sent_back"),
        told(9, "TicketFinished", ticket="y", leg="y", counter=2),
        called(9, "x", 2),
    ]
    assert [each.missed for each in attendance(journal, OFFICE, {})] == [0, 0, 0, 0]


def test_a_clerk_who_has_not_learnt_a_line_may_let_it_wait() -> None:
    journal = [told(0, "CounterOpened", counter=3, clerk="a"), issued(2, "x"), told(9, "BreakTaken", counter=3)]
    assert attendance(journal, OFFICE, {"a": ("residency",)})[2].missed == 0
    assert attendance(journal, OFFICE, {"a": ()})[2].missed == 7 * 60


def test_a_quantile_is_a_wait_somebody_had() -> None:
    minutes = [1.0, 2.0, 3.0, 4.0]
    assert [rank(minutes, share) for share in (0.0, 0.25, 0.5, 0.9, 1.0)] == [1.0, 1.0, 2.0, 4.0, 4.0]


@pytest.fixture(scope="module")
def small() -> Summary:
    """One counter: an elderly visitor parked between, two others, a break."""
    parked = (Stop(60, walk=0, then=Park(10)), Stop(120, walk=0))
    return summary(
        played(
            day(
                shift(1, closes="09:00", breaks=(Rest(clock("08:30"), 15),)),
                visitor("08:00", *parked, priority="elderly"),
                visitor("08:00:30", Stop(1500, walk=30)),
                visitor("08:10", Stop(300, walk=0)),
            )
        )
    )


def test_each_time_in_line_is_one_wait_of_the_visitors_class(small: Summary) -> None:
    # Called 08:00, 08:01, then at 08:26:30 who had been back since 08:11, then at 08:28:30 who came at 08:10.
    assert (small.of("priority").count, small.of("priority").mean) == (2, 15.5 / 2)
    assert (small.of("regular").count, small.of("regular").mean) == (2, 19 / 2)
    assert small.of("all").longest == 18.5
    with pytest.raises(KeyError, match="appointment in any line"):
        small.of("appointment")


def test_the_share_over_the_target_counts_waits_of_its_own_line(small: Summary) -> None:
    assert small.of("all", "commercial").over_target == 0
    assert OFFICE.lines["commercial"].target_minutes > 18.5


def test_a_counters_time_is_all_told(small: Summary) -> None:
    (counter,) = small.counters
    assert counter.busy + counter.idle + counter.rest == pytest.approx(1)
    assert counter.busy * counter.hours * 60 == pytest.approx(33.5)
    assert counter.rest * counter.hours * 60 == pytest.approx(15)
    assert counter.served == 3


def test_a_ticket_given_up_after_a_stop_not_completed_was_served_all_the_same() -> None:
    journal = [
        issued(0, "x"),
        told(5, "TicketFinished", ticket="x", leg="x", counter=1),
        told(5, "TicketCancelled", ticket="x", leg="x2", line="residency"),
        issued(6, "y"),
        told(7, "TicketCancelled", ticket="y", leg="y", line="commercial"),
    ]
    opened = [told(0, "CheckOpened", check=check, service="renew") for check in ("x", "y", "z")]
    read = story([*opened, *journal], OFFICE)
    assert (read.fates, read.unready) == ({"x": "served", "y": "left"}, 1)

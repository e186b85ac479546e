"""One clerk's day, as the journal tells it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from queue_server.domain.clerks_day import ClerksDay, tell
from queue_server.domain.events import Entry

NINE = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)


def journal(*told: tuple[int, str, str, dict[str, Any]]) -> list[Entry]:
    """Entries of one clerk: seconds after nine, kind, ticket, what else it says."""
    return [
        Entry(seq, NINE + timedelta(seconds=at), kind, "huda", {"ticket": ticket, "leg": f"{ticket}.1", **more})
        for seq, (at, kind, ticket, more) in enumerate(told, 1)
    ]


def undone(at: int, act: str, ticket: str) -> tuple[int, str, str, dict[str, Any]]:
    return (at, "ActUndone", ticket, {"act": act})


def test_a_day_that_has_not_begun_has_no_averages() -> None:
    assert tell([]) == ClerksDay(0, 0, None, None)


def test_served_and_not_come_are_counted_and_times_averaged() -> None:
    day = journal(
        (0, "CounterOpened", "", {}),
        (10, "TicketCalled", "a", {}),
        (20, "TicketRecalled", "a", {}),
        (40, "ServiceStarted", "a", {}),
        (340, "TicketFinished", "a", {}),
        (400, "TicketCalled", "b", {}),
        (410, "ServiceStarted", "b", {}),
        (510, "TicketTransferred", "b", {}),
        (600, "TicketCalled", "c", {}),
        (700, "NoShowRecorded", "c", {}),
        (800, "TicketCalled", "d", {}),
        (801, "TicketTransferred", "d", {}),
    )
    assert tell(day) == ClerksDay(served=2, no_shows=1, serving=200, coming=20)


def test_somebody_served_without_a_number_was_never_called() -> None:
    day = journal((0, "ServiceStarted", "a", {}), (90, "TicketFinished", "a", {}))
    assert tell(day) == ClerksDay(1, 0, 90, None)


def test_what_was_taken_back_does_not_count_and_the_clock_goes_on() -> None:
    day = journal(
        (0, "TicketCalled", "a", {}),
        (30, "NoShowRecorded", "a", {}),
        undone(35, "no_show", "a"),
        (50, "ServiceStarted", "a", {}),
        (90, "TicketFinished", "a", {}),
        undone(95, "finish", "a"),
        undone(96, "recall", "a"),
        (150, "TicketFinished", "a", {}),
    )
    assert tell(day) == ClerksDay(1, 0, 100, 50)

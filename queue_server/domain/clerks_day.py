"""One clerk's own day, told from the journal. No other clerk's is ever beside it: it is not a ranking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from queue_server.domain.day import seconds_between
from queue_server.domain.events import Entry

_UNDONE = {
    "call": "TicketCalled",
    "no_show": "NoShowRecorded",
    "start": "ServiceStarted",
    "walk_in": "ServiceStarted",
    "finish": "TicketFinished",
    "transfer": "TicketTransferred",
}
"""What each act told the journal, of what counts here."""


@dataclass(frozen=True, slots=True)
class ClerksDay:
    """Visitors served and not come; average seconds of serving, and from a call to its start. None of nothing yet."""

    served: int
    no_shows: int
    serving: int | None
    coming: int | None


def tell(entries: Iterable[Entry]) -> ClerksDay:
    """The day of the one clerk whose entries these are, in the journal's order; acts taken back never happened.

    A visitor sent on after service had begun was served here too; one served without a number was never called.
    """
    called: dict[str, Entry] = {}
    started: dict[str, Entry] = {}
    serving: list[int] = []
    coming: list[int] = []
    no_shows = 0
    for entry in _stood(entries):
        leg = entry.data["leg"]
        match entry.kind:
            case "TicketCalled":
                called[leg] = entry
            case "NoShowRecorded":
                no_shows += 1
            case "ServiceStarted":
                started[leg] = entry
                if leg in called:
                    coming.append(seconds_between(called[leg].at, entry.at))
            case "TicketFinished" | "TicketTransferred" if leg in started:
                serving.append(seconds_between(started[leg].at, entry.at))
    return ClerksDay(len(serving), no_shows, _average(serving), _average(coming))


def _stood(entries: Iterable[Entry]) -> list[Entry]:
    """What counts, without what was taken back."""
    stood: list[Entry] = []
    for entry in entries:
        if entry.kind in _UNDONE.values():
            stood.append(entry)
        elif entry.kind == "ActUndone" and entry.data["act"] in _UNDONE:
            kind, ticket = _UNDONE[entry.data["act"]], entry.data["ticket"]
            at = next((n for n in reversed(range(len(stood))) if _is(stood[n], kind, ticket)), None)
            if at is not None:
                del stood[at]
    return stood


def _is(entry: Entry, kind: str, ticket: str) -> bool:
    return entry.kind == kind and entry.data["ticket"] == ticket


def _average(seconds: Sequence[int]) -> int | None:
    return round(sum(seconds) / len(seconds)) if seconds else None

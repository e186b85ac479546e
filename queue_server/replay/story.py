"""What became of each check and ticket of a day, and how long each time in a line was: read from the journal alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.events import Entry
from queue_server.replay.lines import Lines, Place

Class: TypeAlias = Literal["regular", "priority", "appointment", "return"]
"""A `return` is in line once more in the same visit: a later step, transferred, parked, late or sent back."""

Fate: TypeAlias = Literal["waiting", "served", "no-show", "left", "unserved"]

_FATES: dict[str, Fate] = {
    "TicketIssued": "waiting",
    "LegBegan": "waiting",
    "TicketReturned": "waiting",
    "TicketTransferred": "waiting",
    "TicketFinished": "served",
    "NoShowRecorded": "no-show",
}


@dataclass(frozen=True, slots=True)
class Wait:
    """Once in a line, until called."""

    ticket: str
    line: str
    kind: Class
    seconds: float


@dataclass(slots=True)
class Story:
    """A day's visits. `fates` are by ticket, the last one holding; a check is `quick`, `unready` or got a number."""

    waits: list[Wait] = field(default_factory=list)
    fates: dict[str, Fate] = field(default_factory=dict)
    walk_ins: int = 0
    quick: int = 0
    unready: int = 0


def story(entries: Iterable[Entry], catalogue: Catalogue) -> Story:
    """The visits a journal tells of."""
    told, lines, kinds = Story(), Lines(), dict[str, Class]()
    open_checks: set[str] = set()
    for entry in entries:
        left = lines.hear(entry)
        if entry.kind == "CheckOpened" and catalogue.services[entry.data["service"]].line is None:
            told.quick += 1
        elif entry.kind == "CheckOpened":
            open_checks.add(entry.data["check"])
        elif entry.kind == "TicketIssued":
            open_checks.remove(entry.data["check"])
            kinds[entry.data["ticket"]] = _kind(entry)
            told.walk_ins += entry.data["walk_in"]
        elif left is not None and entry.kind in {"TicketDrawn", "TicketCalled"}:
            told.waits.append(_wait(left, kinds[left.ticket], entry))
        if "ticket" in entry.data and entry.kind != "AppointmentKept":
            told.fates[entry.data["ticket"]] = _fate(told.fates.get(entry.data["ticket"], "waiting"), entry)
    told.unready = len(open_checks)
    return told


def counted(fates: Iterable[Fate]) -> Counter[Fate]:
    """How many tickets came to which end."""
    return Counter(fates)


def _kind(issued: Entry) -> Class:
    if issued.data["priority"] != "none":
        return "priority"
    return "appointment" if issued.data["due_by"] == "appointment" else "regular"


def _wait(place: Place, kind: Class, called: Entry) -> Wait:
    again = place.again and kind != "priority"
    seconds = (called.at - place.since).total_seconds()
    return Wait(place.ticket, place.line, "return" if again else kind, seconds)


def _fate(before: Fate, entry: Entry) -> Fate:
    """What an entry makes of a ticket. Steps given up after one that was not completed leave it served."""
    if entry.kind == "TicketCancelled":
        return before if before == "served" else "left"
    if entry.kind == "LegExpired":
        return before if before == "no-show" else "unserved"
    return _FATES.get(entry.kind, before)

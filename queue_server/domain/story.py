"""One visit as the journal tells it: how it stood after each entry, and the calls that stood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from queue_server.domain.events import Entry
from queue_server.domain.tickets import DueBy, Ticket

_STATES = {
    "LegPlanned": "planned",
    "TicketIssued": "waiting",
    "LegBegan": "waiting",
    "TicketReturned": "waiting",
    "TicketDrawn": "called",
    "TicketCalled": "called",
    "ServiceStarted": "serving",
    "TicketFinished": "done",
    "TicketTransferred": "done",
    "NoShowRecorded": "no_show",
    "TicketParked": "parked",
    "MoreTimeGiven": "parked",
    "TicketCancelled": "cancelled",
    "LegExpired": "expired",
}
_IN_PLACE = frozenset({"ReservationReleased", "TicketPrioritised"})
"""What changes where it stands."""
_UNDER_WAY = frozenset({"waiting", "called", "serving", "parked", "no_show"})


@dataclass(frozen=True, slots=True)
class Spot:
    """How one leg stands since a moment. `due` and `due_by` are those it waits or waited with."""

    line: str
    state: str
    since: datetime
    due: datetime | None = None
    due_by: DueBy = "arrival"
    counter: int | None = None
    for_counter: int | None = None
    for_clerk: str | None = None
    not_counter: int | None = None
    before: "Spot | None" = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call that stood: number `seq` of the journal, why, and the spot the ticket was called from."""

    seq: int
    at: datetime
    counter: int
    clerk: str
    why: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Story:
    """One visit as the journal tells it: the spot it stood at after each entry, and the calls that stood."""

    ticket: Ticket
    spots: tuple[tuple[int, Spot], ...]
    calls: tuple[Call, ...]

    def at(self, seq: int) -> Spot | None:
        """How the visit stood when the journal had come to a number; None before it began."""
        return next((spot for since, spot in reversed(self.spots) if since <= seq), None)


def tell(ticket: Ticket, journal: Sequence[Entry]) -> Story:
    """The story of a ticket, from the entries about it."""
    legs: dict[str, Spot] = {}
    spots: list[tuple[int, Spot]] = []
    calls: list[Call] = []
    for entry in journal:
        if entry.data.get("ticket") != ticket.id:
            continue
        if entry.kind == "ActUndone":
            _take_back(legs, calls, entry)
        elif entry.kind == "TicketTransferred":
            _go_on(legs, calls, entry)
            legs[entry.data["to_leg"]] = _sent_on(ticket, entry)
        elif entry.kind in _STATES or entry.kind in _IN_PLACE:
            _go_on(legs, calls, entry)
        standing = _standing(legs)
        if standing is not None:
            spots.append((entry.seq, standing))
    return Story(ticket, tuple(spots), tuple(calls))


def _go_on(legs: dict[str, Spot], calls: list[Call], entry: Entry) -> None:
    data = entry.data
    old = legs.get(data["leg"])
    if old is None:
        old = Spot(data["line"], "", entry.at)
    new = replace(old, state=_STATES.get(entry.kind, old.state), since=entry.at, before=old, **_changes(entry, old))
    legs[data["leg"]] = new
    if new.state == "called" and old.state != "called":
        calls.append(Call(entry.seq, entry.at, data["counter"], entry.actor, data["why"], old))


def _sent_on(ticket: Ticket, entry: Entry) -> Spot:
    data = entry.data
    kept: DueBy = "kept" if ticket.slot is None else "appointment"
    return Spot(
        data["to_line"],
        "waiting",
        entry.at,
        due=datetime.fromisoformat(data["due"]),
        due_by=kept if data["place"] == "keep" else data["place"],
        for_counter=data["to_counter"],
        for_clerk=data["to_clerk"],
    )


def _changes(entry: Entry, old: Spot) -> dict[str, Any]:
    data = entry.data
    match entry.kind:
        case "TicketIssued" | "LegBegan" | "TicketPrioritised":
            return {"due": datetime.fromisoformat(data["due"]), "due_by": data["due_by"]}
        case "TicketDrawn" | "TicketCalled":
            return {"counter": data["counter"], "for_counter": None, "for_clerk": None, "not_counter": None}
        case "TicketReturned":
            return {"counter": None, "not_counter": old.counter if data["how"] == "sent_back" else None}
        case "ReservationReleased":
            return {"for_counter": None, "for_clerk": None}
    return {}


def _take_back(legs: dict[str, Spot], calls: list[Call], entry: Entry) -> None:
    for leg, again in entry.data["legs"].items():
        spot: Spot | None = legs[leg]
        while spot is not None and spot.state != again:
            spot = spot.before
        if spot is not None:
            legs[leg] = spot
        elif again == "none":
            del legs[leg]
        else:
            legs[leg] = replace(legs[leg], state=again)
    standing = _standing(legs)
    called = standing is not None and standing.state in {"called", "serving"}
    if entry.data["act"] in {"call", "walk_in"} and not called:
        calls.pop()


def _standing(legs: dict[str, Spot]) -> Spot | None:
    """The spot that counts: of the leg under way, or of the one that ended last."""
    begun = [spot for spot in legs.values() if spot.state != "planned"]
    under_way = [spot for spot in begun if spot.state in _UNDER_WAY]
    return next(iter(under_way or begun[::-1]), None)

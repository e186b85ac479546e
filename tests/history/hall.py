"""The hall as the journal tells it: every leg led from state to state, by a table of its own."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from queue_server.domain.events import Entry

UNDO_WITHIN = timedelta(seconds=10)
_LIVE = {"waiting", "called", "serving", "parked"}
_OVER = {"done", "cancelled", "expired"}

STEPS: Mapping[str, tuple[set[str], str]] = {
    "LegBegan": ({"planned"}, "waiting"),
    "ReservationReleased": ({"waiting"}, "waiting"),
    "TicketDrawn": ({"waiting", "parked", "no_show"}, "called"),
    "TicketCalled": ({"waiting", "parked", "no_show", "called"}, "called"),
    "TicketRecalled": ({"called"}, "called"),
    "ServiceStarted": ({"called"}, "serving"),
    "TicketFinished": ({"serving"}, "done"),
    "NoShowRecorded": ({"called"}, "no_show"),
    "TicketParked": ({"called", "serving"}, "parked"),
    "MoreTimeGiven": ({"waiting"}, "parked"),
    "TicketReturned": ({"called", "serving", "parked", "no_show"}, "waiting"),
    "TicketTransferred": ({"called", "serving"}, "done"),
    "TicketCancelled": ({"planned", "waiting", "parked", "no_show"}, "cancelled"),
    "LegExpired": ({"planned", "waiting", "called", "serving", "parked", "no_show"}, "expired"),
}
"""Which states an event may find a leg in, and the one it leaves it in. Not the product's table: its judge."""

_FOR_ANYBODY = {"for_counter": None, "for_clerk": None, "not_counter": None}
"""A call ends whatever was said of who may make it."""
Place = tuple[datetime, int, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a leg stands, since which entry. `day` is the business day it was made on, and may be called on."""

    leg: str
    ticket: str
    day: date
    line: str
    state: str
    since: Entry
    due: datetime | None = None
    arrival: int = 0
    counter: int | None = None
    calls: int = 0
    for_counter: int | None = None
    for_clerk: str | None = None
    not_counter: int | None = None
    before: "Spot | None" = None


@dataclass
class Hall:
    """All legs so far. `arrivals` are of each ticket's first leg, `troubles` every step the journal should not tell of.

    `priority` has the tickets that go before others.
    """

    arrivals: Mapping[str, int]
    day_of: Callable[[datetime], date]
    legs: dict[str, Spot] = field(default_factory=dict)
    at_counter: dict[int, str] = field(default_factory=dict)
    live: dict[str, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    priority: set[str] = field(default_factory=set)
    _days: dict[str, date] = field(default_factory=dict)
    """Of tickets given without the server, whose day is not that of their entry."""
    _of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _more_time: set[str] = field(default_factory=set)
    """Tickets whose visitor asked for more time."""
    _queues: dict[tuple[date, str, bool], list[Place]] = field(default_factory=lambda: defaultdict(list))

    def hear(self, entry: Entry) -> None:
        """Take one entry of the journal."""
        data = entry.data
        if entry.kind == "NumberHandedOver":
            self._days[data["ticket"]] = date.fromisoformat(data["day"])
        elif entry.kind == "TicketIssued":
            self._ranks(data["ticket"], data["priority"])
            first = self._arrival(data["ticket"])
            self._appear(
                entry, data["leg"], data["ticket"], data["line"], "waiting", due=_moment(data["due"]), arrival=first
            )
        elif entry.kind == "LegPlanned":
            last = self.legs[self._of[data["ticket"]][-1]]
            self._appear(entry, data["leg"], data["ticket"], data["line"], "planned", arrival=last.arrival)
        elif entry.kind == "ActUndone":
            self._undo(entry)
        elif entry.kind == "TicketPrioritised":
            self._prioritise(entry)
        elif entry.kind in STEPS:
            self._step(entry)

    def queue(self, day: date, line: str, *, priority: bool) -> Iterator[tuple[Place, Spot]]:
        """The waiting legs of a line, due first."""
        return ((place, self.legs[place[2]]) for place in self._queues[day, line, priority])

    def _prioritise(self, entry: Entry) -> None:
        """Who waits, waits on in the same leg, in another place."""
        spot = self.legs[entry.data["leg"]]
        if spot.state != "waiting":
            self._say(entry, f"{_name(entry)} is given a priority while {spot.state}")
        self._leave(spot)
        self._ranks(spot.ticket, entry.data["priority"])
        self._set(replace(spot, due=_moment(entry.data["due"])))

    def _ranks(self, ticket: str, priority: str) -> None:
        if priority == "none":
            self.priority.discard(ticket)
        else:
            self.priority.add(ticket)

    def _step(self, entry: Entry) -> None:
        data = entry.data
        spot = self.legs.get(data["leg"])
        allowed, state = STEPS[entry.kind]
        if entry.kind == "MoreTimeGiven":
            if data["ticket"] in self._more_time:
                self._say(entry, f"{_name(entry)} had more time before")
            self._more_time.add(data["ticket"])
        if spot is None:
            self._say(entry, f"leg {data['leg']} was never made")
            return
        if spot.state not in allowed or (entry.kind == "TicketCalled" and spot.state == "called" and spot.calls):
            self._say(entry, f"{entry.kind} finds {_name(entry)} {spot.state}")
        if entry.kind == "LegBegan":
            self._in_its_turn(entry, spot)
        self._set(replace(spot, state=state, since=entry, before=spot, **self._changes(entry, spot)))
        if entry.kind == "TicketTransferred":
            self._appear(
                entry,
                data["to_leg"],
                data["ticket"],
                data["to_line"],
                "waiting",
                due=_moment(data["due"]),
                for_counter=data["to_counter"],
                for_clerk=data["to_clerk"],
                arrival=entry.seq if data["place"] == "last" else spot.arrival,
            )

    def _changes(self, entry: Entry, spot: Spot) -> dict[str, Any]:
        kind, data = entry.kind, entry.data
        if kind == "LegBegan":
            return {"due": _moment(data["due"])}
        if kind == "ReservationReleased":
            return {"for_counter": None, "for_clerk": None}
        if kind in {"TicketDrawn", "TicketCalled"}:
            calls = spot.calls + (kind == "TicketCalled")
            return {"counter": data["counter"], "calls": calls, **_FOR_ANYBODY}
        if kind == "TicketReturned":
            return {"counter": None, "not_counter": spot.counter if data["how"] == "sent_back" else None}
        if data.get("counter", spot.counter) != spot.counter:
            self._say(entry, f"{_name(entry)} is at counter {spot.counter}, not {data['counter']}")
        return {"counter": None} if STEPS[kind][1] not in {"called", "serving"} else {}

    def _in_its_turn(self, entry: Entry, spot: Spot) -> None:
        legs = self._of[spot.ticket]
        for earlier in legs[: legs.index(spot.leg)]:
            if self.legs[earlier].state not in _OVER:
                self._say(entry, f"{_name(entry)} goes on while leg {earlier} is {self.legs[earlier].state}")

    def _appear(self, entry: Entry, leg: str, ticket: str, line: str, state: str, **more: Any) -> None:
        if leg in self.legs:
            self._say(entry, f"leg {leg} is made twice")
        elif state == "waiting" and entry.kind == "TicketTransferred":
            old = self._of[ticket]
            old.insert(old.index(entry.data["leg"]) + 1, leg)
        else:
            self._of[ticket].append(leg)
        self._set(Spot(leg, ticket, self._days.get(ticket, self.day_of(entry.at)), line, state, entry, **more))

    def _undo(self, entry: Entry) -> None:
        for leg, again in entry.data["legs"].items():
            spot = self.legs[leg]
            if spot.state == again == "planned":
                continue  # It only made room for the step taken back.
            if spot.since.actor != entry.actor or entry.at - spot.since.at > UNDO_WITHIN:
                self._say(entry, f"{_name(entry)} is taken back by another, or too late")
            before = spot.before
            if again == "none":
                self._of[spot.ticket].remove(leg)
                self._set(replace(spot, state="none"))
                del self.legs[leg]
            elif again == "cancelled" and len(self._of[spot.ticket]) == 1:
                self._set(replace(spot, state=again, since=entry, counter=None))  # A walk-in whose number was given.
            elif before is None or before.state != again:
                self._say(entry, f"{_name(entry)} is {again} again, but was {before and before.state}")
            else:
                self._set(before)

    def _set(self, spot: Spot) -> None:
        """Put a leg where it is now; at most one of a ticket may be under way, and one at a counter."""
        old = self.legs.get(spot.leg)
        if old is not None:
            self._leave(old)
        self.legs[spot.leg] = spot
        if spot.state in _LIVE:
            self._claim(spot, self.live, spot.ticket, "ticket")
        if spot.state in {"called", "serving"} and spot.counter is not None:
            self._claim(spot, self.at_counter, spot.counter, "counter")
        if spot.state == "waiting":
            insort(self._queue(spot), self._place(spot))

    def _claim(self, spot: Spot, holders: dict[Any, str], what: Any, kind: str) -> None:
        other = holders.setdefault(what, spot.leg)
        if other != spot.leg:
            self._say(spot.since, f"{kind} {what} has the legs {other} and {spot.leg} at once")

    def _leave(self, old: Spot) -> None:
        if self.live.get(old.ticket) == old.leg:
            del self.live[old.ticket]
        if old.counter is not None and self.at_counter.get(old.counter) == old.leg:
            del self.at_counter[old.counter]
        if old.state == "waiting":
            queue, place = self._queue(old), self._place(old)
            found = bisect_left(queue, place)
            if found < len(queue) and queue[found] == place:
                del queue[found]

    def _queue(self, spot: Spot) -> list[Place]:
        return self._queues[spot.day, spot.line, spot.ticket in self.priority]

    def _arrival(self, ticket: str) -> int:
        return self.arrivals.get(ticket, 0)  # The judge names a ticket without rows.

    def _place(self, spot: Spot) -> Place:
        assert spot.due is not None
        return spot.due, spot.arrival, spot.leg

    def _say(self, entry: Entry, trouble: str) -> None:
        self.troubles.append(f"entry {entry.seq}: {trouble}")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _name(entry: Entry) -> str:
    return str(entry.data.get("number") or entry.data.get("leg"))

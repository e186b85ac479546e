"""Visitors and clerks as those who ask: each is a generator that yields what it wants done and hears the answer.

The same people serve every way of torture; who carries their wishes to the office is not their concern. A refusal is
raised where they asked; an act whose answer was lost is asked again, under its key, before they hear anything.
"""

import threading
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any, Literal, TypeAlias

import msgspec

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.history.record import Refusal

READS = frozenset({"counter", "find_ticket", "hall", "slots"})
"""What only looks: asked without a key, and no part of a history."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An act by its name in `queue_server.client.api.Api`, with what that method takes."""

    act: str
    args: tuple[Any, ...] = ()

    @property
    def counter(self) -> int | None:
        """The counter it is asked at."""
        return self.args[0] if self.args and isinstance(self.args[0], int) else None


Person: TypeAlias = Generator[Ask, Any, None]
PAPERS = [wire.Paper("passport", "have", expires=date(2031, 1, 1)), wire.Paper("contract", "have")]
SERVICES = {"renew": "employer", "residence": "worker", "bring-a-worker": "employer"}
"""What is come for, and by whom; the last goes on to a second line."""
LINES = ["commercial", "residency"]


def kiosk(chance: Random, booked: list[str]) -> Person:
    """One kiosk's visitors, one after another; some with an appointment, some give up their number or come back."""
    mine: list[str] = []
    while True:
        if mine and chance.random() < 0.2:
            act = chance.choice(["cancel", "come_back"])
            yield from _try(Ask(act, (chance.choice(mine),)))
            continue
        code = booked.pop() if booked and chance.random() < 0.5 else None
        service = "residence" if code else chance.choice(list(SERVICES))
        check = yield Ask("open_check", (wire.NewCheck(service, "en", wire.Caller(SERVICES[service])),))
        change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=PAPERS)
        yield from _try(Ask("change_check", (check["id"], change)))
        priority = "elderly" if chance.random() < 0.2 else "none"
        issued = yield from _try(Ask("issue", (check["id"], priority, code)))
        if issued is not None:  # A check of another day earns no number, nor does an appointment of another.
            mine.append(issued["id"])


def supervisor(chance: Random, counters: int = 4) -> Person:
    """Gives those who wait a priority or takes it back, and moves counters between the lines."""
    while True:
        floor = yield Ask("hall")
        heads = [line["next"]["number"] for line in floor["lines"] if line["next"]]
        if heads and chance.random() < 0.7:
            ticket = yield from _try(Ask("find_ticket", (chance.choice(heads),)))
            priority = chance.choice(["none", "elderly", "pregnant"])
            yield from _try(Ask("prioritise", (ticket["id"], priority, "as the hall stands")))
        else:
            lines = chance.sample(LINES, chance.randint(1, len(LINES)))
            yield from _try(Ask("arrange_counter", (chance.randint(1, counters), lines, "as the hall stands")))


def web(chance: Random, booked: list[str], today: date) -> Person:
    """Books appointments for today, whose codes it leaves with the kiosks' visitors, and gives some back."""
    while True:
        slots = yield Ask("slots", ("residence", today))
        if slots and chance.random() < 0.6:
            appointment = yield from _try(Ask("book", ("residence", _moment(chance.choice(slots[:4])["at"]), "en")))
            if appointment is not None:
                booked.append(appointment["code"])
        elif booked:
            yield from _try(Ask("cancel_booking", (chance.choice(booked),)))


def _moment(at: str | datetime) -> datetime:
    return datetime.fromisoformat(at) if isinstance(at, str) else at


def clerk(n: int, chance: Random, counters: int = 4) -> Person:
    """A clerk at counter `n` who does everything a clerk may do, and now and then what they may not."""
    seen: list[str] = []
    while True:
        status = yield Ask("counter", (n,))
        number, state = _here(status)
        if number:
            seen.append(number)
        yield from _try(chance.choice(_HABITS[state])(_Desk(n, chance, seen, counters)))


def busy_clerk(n: int, calls: int) -> Person:
    """A clerk who calls, serves and finishes as fast as answers come, until so many calls are made or nobody waits."""
    yield from _try(Ask("open_counter", (n,)))
    for _ in range(calls):
        if (yield Ask("call_next", (n,))) is None:
            return
        yield Ask("start", (n,))
        yield Ask("finish", (n, wire.Finish()))


@dataclass(frozen=True, slots=True)
class _Desk:
    n: int
    chance: Random
    seen: list[str]
    counters: int

    def finish(self) -> Ask:
        return Ask("finish", (self.n, wire.Finish(self.chance.choice(["completed", "completed", "not_completed"]))))

    def transfer(self) -> Ask:
        places: list[Literal["keep", "first", "last"]] = ["keep", "first", "last"]
        place = self.chance.choice(places)
        if self.chance.random() < 0.5:
            return Ask("transfer", (self.n, wire.Transfer(line=self.chance.choice(LINES), place=place)))
        other = self.chance.randint(1, self.counters)
        return Ask("transfer", (self.n, wire.Transfer(counter=other, place=place, note="please")))

    def walk_in(self) -> Ask:
        service = self.chance.choice(list(SERVICES))
        return Ask("walk_in", (self.n, wire.WalkIn(service, SERVICES[service], "came back from next door")))

    def add_service(self) -> Ask:
        return Ask("add_service", (self.n, self.chance.choice(list(SERVICES)), "while here"))

    def call_number(self) -> Ask:
        return Ask("call_number", (self.n, self.chance.choice(self.seen[-5:] or ["C001"])))

    def simply(self, act: str) -> Ask:
        return Ask(act, (self.n,))


_Habit: TypeAlias = Callable[[_Desk], Ask]


def _simply(*acts: str) -> list[_Habit]:
    return [lambda desk, act=act: desk.simply(act) for act in acts]  # type: ignore[misc]


_HABITS: Mapping[str, list[_Habit]] = {
    "closed": _simply("open_counter"),
    "break": _simply("open_counter", "open_counter", "close_counter"),
    "free": [
        *_simply(*["call_next"] * 12, "undo", "undo", "close_counter", "recall"),
        lambda desk: Ask("take_break", (desk.n, "coffee")),
        _Desk.walk_in,
        _Desk.call_number,
        _Desk.call_number,
    ],
    "called": [
        *_simply(*["start"] * 8, "recall", "recall", "no_show", "no_show", "send_back", "undo", "call_next"),
        lambda desk: Ask("park", (desk.n, "fetches a paper")),
        _Desk.transfer,
        _Desk.finish,
    ],
    "serving": [
        *[_Desk.finish] * 8,
        *_simply("send_back", "undo", "start"),
        lambda desk: Ask("park", (desk.n, "at the bank")),
        _Desk.transfer,
        _Desk.add_service,
    ],
}


def _here(status: dict[str, Any]) -> tuple[str, str]:
    """Who is at a counter, and how it stands."""
    ticket = status["ticket"]
    if ticket is None:
        return "", "free" if status["state"] == "open" else status["state"]
    return ticket["number"], next(leg["state"] for leg in ticket["legs"] if leg["state"] in {"called", "serving"})


def live(api: Api, person: Person, over: threading.Event) -> None:
    """Let somebody ask over a line to a server, until it is over for them or for all."""
    try:
        ask = next(person)
        while not over.is_set():
            try:
                answer = msgspec.to_builtins(getattr(api, ask.act)(*ask.args))
            except Refused as refused:
                ask = person.throw(Refusal(refused.code))
            else:
                ask = person.send(answer)
    except StopIteration:
        pass


def _try(ask: Ask) -> Generator[Ask, Any, Any]:
    """Ask for what may be refused; the answer, or None."""
    try:
        return (yield ask)
    except Refusal:
        return None

"""The real application without its HTTP interface: acts on a real database, exactly once by their keys."""

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import msgspec

from queue_server import wire
from queue_server.application import (
    appointments,
    arranging,
    calling,
    counters,
    leaving,
    reception,
    timekeeping,
    undoing,
    visits,
    walking_in,
)
from queue_server.application.floor import counter_status, hall, ticket_by_number
from queue_server.application.once import once
from queue_server.application.ports import Transaction
from queue_server.domain.errors import DawrError, Unavailable
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from tests.history.record import History, Outcome, Refusal
from tests.offices import CATALOGUE
from tests.torture.people import READS, Ask, Person, clerk, kiosk, supervisor, web

_ACTS: Mapping[str, Callable[..., Any]] = {
    "open_check": reception.open_check,
    "change_check": reception.change_check,
    "issue": lambda tx, *said: reception.issue_ticket(tx, wire.NewTicket(*said)),
    "cancel": leaving.cancel,
    "come_back": leaving.come_back,
    "take_time": leaving.take_time,
    "slots": lambda tx, *said: appointments.slots(tx, *said).slots,
    "book": lambda tx, *said: appointments.book(tx, wire.NewAppointment(*said)),
    "cancel_booking": appointments.cancel_booking,
    "open_counter": counters.open_counter,
    "take_break": counters.take_break,
    "close_counter": counters.close_counter,
    "call_next": calling.call_next,
    "call_number": lambda tx, n, number: calling.call_number(tx, n, wire.CallNumber(number)),
    "recall": calling.recall,
    "start": calling.start,
    "no_show": calling.no_show,
    "finish": visits.finish,
    "park": lambda tx, n, *said: visits.park(tx, n, wire.Park(*said)),
    "send_back": visits.send_back,
    "transfer": visits.transfer,
    "walk_in": walking_in.walk_in,
    "add_service": lambda tx, n, *said: visits.add_service(tx, n, wire.AddService(*said)),
    "undo": undoing.undo,
    "prioritise": lambda tx, ticket, *said: arranging.prioritise(tx, ticket, wire.Prioritise(*said)),
    "arrange_counter": lambda tx, n, *said: arranging.arrange_counter(tx, n, wire.CounterLines(*said)),
    "counter": counter_status,
    "hall": hall,
    "find_ticket": ticket_by_number,
}


class Seeded:
    """Ids and secrets from a seed."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def id(self) -> str:
        """96 bits."""
        return f"{self._chance.getrandbits(96):024x}"

    def secret(self) -> str:
        """128 bits."""
        return f"{self._chance.getrandbits(128):032x}"

    def code(self) -> str:
        """Eight letters."""
        return "".join(self._chance.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(8))


class Ticking:
    """A clock on which some time passes whenever somebody looks: less than a second, now and then up to `pause`."""

    def __init__(
        self,
        chance: Random,
        at: datetime = datetime(2026, 11, 24, 5, 0, tzinfo=UTC),
        pause: timedelta = timedelta(minutes=15),
    ) -> None:
        self.at, self._chance, self._pause = at, chance, pause

    def now(self) -> datetime:
        """A little later than last time."""
        seldom = self._chance.random() < 0.02
        self.at += self._chance.random() * (self._pause if seldom else timedelta(seconds=1))
        return self.at


@dataclass
class Client:
    """Somebody who asks under a name: what they ask for now, under which key, until it is answered."""

    name: str
    role: Role
    person: Person
    chance: Random
    ask: Ask = field(init=False)
    key: str = ""
    gone: bool = False
    """Whether they wish for nothing more."""

    def __post_init__(self) -> None:
        self._wants(next(self.person))

    def hears(self, heard: "Heard") -> None:
        """The answer, or the refusal, and then the next wish; no answer leaves the wish as it is."""
        if heard.outcome == "unknown":
            return
        try:
            refusal = Refusal(heard.answer)
            self._wants(self.person.send(heard.answer) if heard.outcome == "ok" else self.person.throw(refusal))
        except StopIteration:
            self.gone = True

    @property
    def actor(self) -> Actor:
        """As whom they act."""
        return Actor(self.name, self.name, self.role)

    def _wants(self, ask: Ask) -> None:
        self.ask, self.key = ask, UUID(int=self.chance.getrandbits(128)).hex


class Office:
    """An office over the SQLite file in `folder`, opened as a server would."""

    def __init__(self, folder: Path, clock: Any, chance: Any, history: History, catalogue: Path = CATALOGUE) -> None:
        url = url_of(folder, None)
        office, _code = open_office(url, catalogue, clock, chance)
        self.database, self.history = Database(url, office, clock, chance), history

    def together(self, clients: Sequence[Client]) -> list["Heard"]:
        """Do what each of them asks for, the acts in one group commit. The history learns only that they asked."""
        acting = [client for client in clients if client.ask.act not in READS]
        for client in acting:
            self.history.add(client.name, client.ask.act, client.key, "asked", client.ask.counter)
        gate = threading.Event()
        held = self.database.act(OPERATOR, lambda _tx: gate.wait())
        asked = {client.name: self._act(client) for client in acting}
        gate.set()
        _heard(held)
        done = {name: _heard(future) for name, future in asked.items()}
        return [done.get(client.name) or _heard(self._read(client)) for client in clients]

    def tell(self, clients: Sequence[Client], heard: Sequence["Heard"]) -> None:
        """Let them hear it: what was done is acknowledged from here on."""
        for client, each in zip(clients, heard, strict=True):
            if client.ask.act not in READS:
                ask = client.ask
                self.history.add(client.name, ask.act, client.key, each.outcome, ask.counter, each.answer)
            client.hears(each)

    def keep_time(self) -> None:
        """What time brings about; if the database is in trouble, the next time will do."""
        with suppress(Unavailable):
            self.database.act(OPERATOR, timekeeping.keep_time).result(60)

    def close(self) -> None:
        """Let the database go."""
        self.database.close()

    def _act(self, client: Client) -> "Future[Any]":
        act, args = _ACTS[client.ask.act], client.ask.args

        def work(tx: Transaction) -> bytes:
            return once(tx, client.key, f"{client.name} {client.ask}", lambda tx: act(tx, *args))

        return self.database.act(client.actor, work)

    def _read(self, client: Client) -> "Future[Any]":
        act, args = _ACTS[client.ask.act], client.ask.args
        return self.database.read(client.actor, lambda tx: msgspec.json.encode(act(tx, *args)))


@dataclass(frozen=True, slots=True)
class Heard:
    """What a client heard of what it asked for, in JSON's types; a refusal's answer is its code."""

    outcome: Outcome
    answer: Any = None


def _heard(future: "Future[Any]") -> Heard:
    try:
        result = future.result(60)
    except Unavailable:
        return Heard("unknown")
    except DawrError as refusal:
        return Heard("fail", refusal.code)
    return Heard("ok", msgspec.json.decode(result) if isinstance(result, bytes) else result)


def staff(chance: Random, today: date) -> list[Client]:
    """Two kiosks, the web, four clerks and a supervisor."""

    def own() -> Random:
        return Random(chance.getrandbits(64))

    booked: list[str] = []
    kiosks = [Client(f"kiosk-{n}", Role.KIOSK, kiosk(own(), booked), own()) for n in (1, 2)]
    clerks = [Client(f"clerk-{n}", Role.CLERK, clerk(n, own()), own()) for n in (1, 2, 3, 4)]
    others = [
        Client("web", Role.CHANNEL, web(own(), booked, today), own()),
        Client("boss", Role.SUPERVISOR, supervisor(own()), own()),
    ]
    return [*kiosks, *others, *clerks]


def in_memory() -> Path | None:
    """Where files are only in memory, if there is such a place: for whoever decides what is durable themselves."""
    place = Path("/dev/shm")  # noqa: S108
    return place if place.is_dir() else None

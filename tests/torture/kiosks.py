"""A kiosk's machine on a virtual clock: a disk that tears, a program that falls over, a line that loses either half."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeAlias

import httpx
import msgspec

from queue_server import wire
from queue_server.client.errands import Errands
from queue_server.client.errors import Refused, StationError, Unreachable
from queue_server.client.outpost import Chance, Outpost
from queue_server.client.standby import Standby
from queue_server.domain.trust import Actor, Role
from tests.history.line import act_of
from tests.history.outposts import ALONE, OF_A_KIOSK
from tests.history.record import History
from tests.torture.people import PAPERS, SERVICES
from tests.torture.teller import Teller

_GONE = object()
_MORNING = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
Visitor: TypeAlias = Generator[None, None, None]


class PowerCut(BaseException):
    """The kiosk's power failed: no program goes on from here."""


class Clock:
    """One time for all; some of it passes whenever the server looks."""

    def __init__(self) -> None:
        self.at = _MORNING

    def now(self) -> datetime:
        """A moment later than last time: no two acts at once."""
        self.at += timedelta(milliseconds=1)
        return self.at

    def seconds(self) -> float:
        """Since the morning."""
        return (self.at - _MORNING).total_seconds()

    def pass_(self, seconds: float) -> None:
        """Time goes by."""
        self.at += timedelta(seconds=seconds)


class Disk:
    """A kiosk's disk. Once `doomed`, the power fails in one of the next writes: all, some or nothing of it is there."""

    def __init__(self, chance: Random) -> None:
        self.files: dict[str, bytes] = {}
        self.doomed = False
        self._chance = chance

    def read(self, name: str) -> bytes:
        return self.files.get(name, b"")

    def append(self, name: str, more: bytes) -> None:
        if self._falls():
            self.files[name] = (
                self.read(name) + more[: self._chance.choice([0, len(more), self._chance.randrange(len(more))])]
            )
            raise PowerCut
        self.files[name] = self.read(name) + more

    def replace(self, name: str, whole: bytes) -> None:
        if self._falls():
            self.files[name] = self._chance.choice([self.read(name), whole])
            raise PowerCut
        self.files[name] = whole

    def _falls(self) -> bool:
        return self.doomed and self._chance.random() < 0.5


class Named(Chance):
    """Names and codes from a seed; a kiosk's visits can be told by theirs."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def visit(self) -> str:
        return f"{OF_A_KIOSK}{self._chance.getrandbits(64):016x}"

    def track(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    def code(self) -> str:
        return "".join(self._chance.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(8))


@dataclass
class Tally:
    """What came of it."""

    rounds: int = 0
    acts: int = 0
    online: int = 0
    alone: int = 0
    none: int = 0
    cuts: int = 0
    starts: int = 0
    copies: int = 0
    longest: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.rounds} rounds, {self.acts} acts: {self.online} numbers given by the server, {self.alone} by "
            f"kiosks alone, {self.none} visitors sent to a person; {self.cuts} power cuts, {self.starts} machines "
            f"started anew, {self.copies} disks copied; handed over {self.longest:.1f} s after the lines were back at "
            "most"
        )


class _Line(Standby):
    """A kiosk's line in the test's hands."""

    kiosk: "Kiosk"

    def _send(
        self, method: str, path: str, content: bytes | None, headers: dict[str, str], _patience: float
    ) -> httpx.Response:
        return self.kiosk.send(method, path, content, headers.get("Idempotency-Key"))


class Kiosk:
    """One kiosk's machine: its disk, its program while it runs, its visitors."""

    def __init__(self, name: str, teller: Teller, clock: Clock, chance: Random, history: History, tally: Tally) -> None:
        self.name, self._teller, self._clock, self.chance = name, teller, clock, chance
        self._history, self._tally = history, tally
        self.actor = Actor(name, name, Role.KIOSK)
        self.disk = Disk(chance)
        self.connected, self._boots = True, 0
        self._wrong = timedelta(hours=chance.uniform(-30, 30))
        self.start_machine()

    def start_machine(self) -> None:
        """The machine starts anew."""
        self._boots += 1
        self.boot = f"{self.name}-start-{self._boots}-{self.chance.getrandbits(32):08x}"
        self.start_program()

    def start_program(self) -> None:
        """The program starts, with what the disk has."""
        self.disk.doomed = False
        self.outpost = Outpost(
            self.disk,
            self.boot,
            lambda: self._clock.at + self._wrong,
            ticks=self._clock.seconds,
            chance=Named(self.chance),
        )
        self.line = _Line(self.outpost, "http://office", self.name)
        self.line.kiosk = self
        self.errands = Errands(self.line, self.outpost, self._noticed, self._clock.seconds)
        self.visitor: Visitor | None = None

    def _noticed(self, there: bool) -> None:
        self.line.away = not there

    def close(self) -> None:
        self.line.close()

    def send(self, method: str, path: str, content: bytes | None, key: str | None) -> httpx.Response:
        """Over the line, which loses what is on its way when it is cut; now and then it loses only an answer."""
        if not self.connected:
            raise Unreachable("cut")
        if key is None:
            return httpx.Response(200, content=self._teller.answer(self.actor, path, content, None))
        act, counter = act_of(method, path)
        with self._history.asking(self.name, act, key, counter, lambda error: isinstance(error, Refused)) as hear:
            lost = self.chance.random()
            if lost < 0.02:
                raise Unreachable("the request was lost")
            said = self._teller.answer(self.actor, path, content, key)
            if lost > 0.98:
                raise Unreachable("the answer was lost")
            hear(msgspec.json.decode(said))
        if act == "lend" and msgspec.json.decode(said)["superseded"]:
            raise Refused(wire.Problem("", "lease_superseded", 409, "lease_superseded"))
        return httpx.Response(200, content=said)

    def work(self) -> None:
        """The visitor at the kiosk takes a step, or the next one comes; the power may fail in any of them."""
        try:
            if self.visitor is None:
                self.outpost.forget()
                self.visitor = self._visit()
            if next(self.visitor, _GONE) is _GONE:
                self.visitor = None
        except StationError:
            self.visitor = None  # Sent to a person.
            self._tally.none += 1
        except PowerCut:
            self._falls()

    def look(self) -> bool:
        """See whether the server is there; whether nothing is left to hand over."""
        try:
            self.errands.look()
        except PowerCut:
            self._falls()
        return not self.outpost.backlog.waiting

    def copied(self, name: str) -> "Kiosk":
        """Another machine with the same disk, and the same token with it."""
        copy = Kiosk(name, self._teller, self._clock, self.chance, self._history, self._tally)
        copy.close()
        copy.actor = self.actor
        copy.disk.files = dict(self.disk.files)
        copy.start_program()
        self._tally.copies += 1
        return copy

    def _falls(self) -> None:
        self._tally.cuts += 1
        self.close()
        if self.chance.random() < 0.3:
            self._tally.starts += 1
            self.start_machine()
        else:
            self.start_program()

    def _visit(self) -> Visitor:
        service = self.chance.choice(list(SERVICES))
        found = self.line.open_check(wire.NewCheck(service, "en", wire.Caller(SERVICES[service])))
        yield
        if self.chance.random() < 0.1:
            found = self.line.change_check(found.id, wire.CheckChange(refer="asked for a person"))
            yield
        found = self.line.change_check(found.id, wire.CheckChange(answers={"worker-abroad": "no"}))
        yield
        papers = PAPERS if self.chance.random() < 0.85 else [PAPERS[0], wire.Paper("contract", "missing")]
        found = self.line.change_check(found.id, wire.CheckChange(documents=papers))
        yield
        if found.outcome == "ready":
            self._number(found.id)

    def _number(self, found: str) -> None:
        """What the visitor is told is an act of the kiosk's own when it was given here."""
        try:
            issued = self.line.issue(found, self.chance.choice(["none", "none", "none", "elderly"]))
        except PowerCut:
            if self.outpost.alone(found):  # It may be on the disk; nobody was told.
                self._history.add(self.name, ALONE, self.outpost.check().id, "unknown")
            raise
        if self.outpost.alone(found):
            given = self.outpost.backlog.waiting[-1].visit.given
            told = {"id": issued.id, "number": issued.number, "lease": given and given.lease}
            self._history.add(self.name, ALONE, issued.id, "ok", None, told)
            self._tally.alone += 1
        else:
            self._tally.online += 1

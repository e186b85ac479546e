from collections.abc import Iterator
from pathlib import Path

import pytest

from queue_server.store.opening import open_office
from queue_server.system import SystemChance
from tests.display.conftest import browser, noise, page
from tests.fakes import FakeClock
from tests.journeys.building import Building
from tests.journeys.mortal import Mortal
from tests.offices import CATALOGUE
from tests.servers import serve

__all__ = ["browser", "noise", "page"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Mortal]:
    """An office whose server is a process of its own."""
    office = Mortal(tmp_path / "office")
    yield office
    office.close()


@pytest.fixture
def building(sqlite_url: str, tmp_path: Path, clock: FakeClock, screens_thread: None) -> Iterator[Building]:
    """A building whose server is in this process, so that the test holds its clock."""
    office, _code = open_office(sqlite_url, CATALOGUE, clock, SystemChance())
    served, server, thread = serve(sqlite_url, office, clock=clock)
    building = Building(served, tmp_path / "paper", clock.now)
    yield building
    building.close()
    assert building.troubles() == []
    served.close()
    server.should_exit = True
    thread.join(10)

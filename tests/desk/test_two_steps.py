"""A counter that draws a number first and calls it aloud after, worked by keys an office chose itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app import build
from desk.settings import Settings
from queue_server.domain.trust import Role
from queue_server.store.database import url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.system import SystemChance, SystemClock
from tests.desk.clerk import Clerk
from tests.offices import CATALOGUE
from tests.servers import PASSWORD, Served, serve
from tests.torture.desks import issue

KEYS: dict[str, str | list[str]] = {"next": ["Num+Enter", "F2"], "start": "F13", "recall": "Num++"}
"""As on a number pad with a foot pedal beside it."""


@pytest.fixture
def two_steps(tmp_path: Path) -> Iterator[Served]:
    """An office whose counter 3 draws and then calls, and where somebody waits."""
    file, url = tmp_path / "office.toml", url_of(tmp_path, None)
    file.write_text(CATALOGUE.read_text("utf-8").replace("[counters.3]\n", "[counters.3]\ntwo_step = true\n"), "utf-8")
    office, _code = open_office(url, file, SystemClock(), SystemChance())
    served, server, thread = serve(url, office)
    issue(served.database, 1)
    yield served
    served.close()
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def maryam(screens_thread: None, two_steps: Served) -> Iterator[Clerk]:
    """A clerk at counter 3, open and free."""
    two_steps.add_clerk("maryam")
    clerk = Clerk(build(Settings(two_steps.url, two_steps.token(Role.DESK), 3, "en", keys=KEYS)))
    clerk.sign_in("maryam", PASSWORD)
    clerk.press("F10")
    clerk.until_counter_is("free")
    yield clerk
    clerk.desk.close()


def test_a_number_is_drawn_then_called_then_served_by_the_offices_own_keys(two_steps: Served, maryam: Clerk) -> None:
    assert maryam.sees("Num Enter")
    maryam.press("Num+Enter")
    maryam.until_counter_is("drawn")
    maryam.until_sees("Not called yet")
    maryam.press("F3")
    maryam.press("F4")
    assert not maryam.desk.acts.busy, "the usual keys of these acts do nothing here"
    maryam.press("Num++")
    maryam.until_counter_is("called")
    maryam.press("F13")
    maryam.until_counter_is("serving")
    maryam.press("F9")
    maryam.press("1")
    maryam.until_counter_is("free")
    told = two_steps.database.read(OPERATOR, lambda tx: [entry.kind for entry in tx.journal.since(0)]).result(10)
    assert told[-4:] == ["TicketDrawn", "TicketCalled", "ServiceStarted", "TicketFinished"]

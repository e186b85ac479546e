"""The server is killed as a power cut would: what was told stands, once, and everybody goes on by themselves."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from queue_server.client.errors import NotSignedIn
from queue_server.domain.events import Entry
from queue_server.domain.trust import Role
from tests.journeys.building import Building
from tests.journeys.mortal import Mortal
from tests.journeys.proxy import Way
from tests.journeys.walk import STEPS, Told, Walk
from tests.servers import PASSWORD, Served

IN_THEIR_OWN_TIME = {"SlipFared", "DeviceHealthChanged"}
"""What a kiosk reports beside its visitors."""


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """One office for all visitors of this file, as in life."""
    office = Mortal(tmp_path_factory.mktemp("mortal"))
    yield office
    office.close()


@pytest.fixture
def walk(mortal: Mortal) -> Iterator[Walk]:
    """A visitor; afterwards the journal has grown by what the stations were told, each thing once and in order."""
    line = partial(mortal.served.line, patience=60.0, sleep=lambda _seconds: time.sleep(0.05))
    walk = Walk(line(Role.KIOSK), line(Role.CLERK, counter=2))
    before = mortal.journal()[-1].seq
    yield walk
    mortal.settle()
    grown = [told(entry) for entry in mortal.journal() if entry.seq > before]
    assert grown == walk.told
    assert len(grown) == len(STEPS)


def told(entry: Entry) -> Told:
    """What an entry says in the words of a walk."""
    of = entry.data.get("number") or entry.data.get("check") or entry.data.get("counter")
    return entry.kind, str(of)


each_step = pytest.mark.parametrize("fatal", STEPS, ids=lambda step: step.__name__)
VALID = date(2029, 3, 31)
either_way = pytest.mark.parametrize("way", ["request", "answer"])


@each_step
def test_killed_before_a_step_nothing_is_lost_or_doubled(
    mortal: Mortal, walk: Walk, fatal: Callable[[Walk], None]
) -> None:
    for step in STEPS:
        if step is fatal:
            mortal.die_and_come_back()
        step(walk)


def test_killed_while_the_call_is_on_its_way_back_nobody_else_is_called(mortal: Mortal, walk: Walk) -> None:
    for step in STEPS:
        if step is Walk.call:
            mortal.line.lose("answer", mortal.die_and_come_back)
        step(walk)
    assert mortal.line.has_lost


@either_way
def test_a_line_cut_at_every_step_loses_and_doubles_nothing(mortal: Mortal, walk: Walk, way: Way) -> None:
    for step in STEPS:
        mortal.line.lose(way)
        step(walk)
        assert mortal.line.has_lost


def test_a_sign_out_whose_answer_was_lost_is_done(mortal: Mortal) -> None:
    desk = mortal.served.line(Role.DESK)
    mortal.served.add_clerk("salim")
    desk.sign_in("salim", PASSWORD)
    mortal.line.lose("answer")
    desk.sign_out()
    with pytest.raises(NotSignedIn):
        desk.catalogue()


@pytest.fixture
def frail_building(mortal: Mortal, tmp_path: Path, screens_thread: None) -> Iterator[Building]:
    """A building around the office that dies."""
    served = Served(mortal.process.url, mortal.database)
    building = Building(served, tmp_path / "paper", kiosk_line=mortal.line.url)
    yield building
    mortal.settle()
    building.close()
    served.close()


@pytest.fixture
def cut_off(noise: list[str]) -> Iterator[None]:
    """Lets the browser complain of a lost connection, and of nothing else."""
    yield
    assert [complaint for complaint in noise if "net::ERR_" not in complaint] == []
    noise.clear()


@pytest.mark.usefixtures("cut_off")
def test_kiosk_desk_and_screen_say_that_the_server_is_away_and_go_on_by_themselves(
    mortal: Mortal, frail_building: Building, page: Page
) -> None:
    screen = frail_building.screen(page)
    clerk = frail_building.clerk("maryam", counter=2)
    clerk.press("F10")
    clerk.until_counter_is("free")
    visitor = frail_building.visitor()
    before = mortal.journal()[-1].seq

    # Between two touches.
    for at, value in (("language", "ar"), ("caller", "employer"), ("group", "permits")):
        visitor.says(at, value)
    mortal.die()
    visitor.says("service", "renew")
    visitor.wait(lambda: "إجاباتك محفوظة" in visitor.is_told("connecting"), "the kiosk to say that it connects")
    clerk.until(lambda: "may be out of date" in clerk.notice("away"), "the desk says that it may be out of date")
    mortal.come_back()
    mortal.settle()
    visitor.wait_for("question")
    visitor.wait(lambda: visitor.is_told("connecting") == "", "the banner to go")
    clerk.until(lambda: clerk.notice("away") == "", "the banner is gone")
    visitor.says("question", "no")
    visitor.has_passport(VALID)

    # While the last paper is on its way to the server, and while the number is on its way back.
    cuts: list[tuple[str, str, Way]] = [("paper", "have", "request"), ("ready", "none", "answer")]
    for at, value, way in cuts:
        visitor.wait_for(at)
        mortal.line.lose(way, mortal.die_and_come_back)
        visitor.says(at, value)
        visitor.wait(lambda: mortal.line.has_lost, "the line to be cut")
        mortal.settle()
    visitor.wait_for("number")
    number = visitor.reads("number")
    visitor.takes_slip()

    # Before a call.
    clerk.until(lambda: clerk.notice("away") == "", "the desk is connected")
    mortal.die()
    clerk.press("F2")
    clerk.until(lambda: "repeated" in clerk.notice("away"), "the desk says that the wish is repeated")
    mortal.come_back()
    mortal.settle()
    clerk.until_counter_is("called")
    assert clerk.sees(number)
    screen.until_number(number)
    clerk.press("F4")
    clerk.until_counter_is("serving")

    # For longer than a screen can be trusted.
    mortal.die()
    screen.until_not_current(12)
    mortal.come_back()
    mortal.settle()
    screen.until_current()
    assert (screen.number, screen.counter) == (number, "2")
    clerk.until(lambda: clerk.notice("away") == "", "the banner is gone")
    clerk.press("F9")
    clerk.press("1")
    clerk.until_counter_is("free")
    grown = [entry.kind for entry in mortal.journal() if entry.seq > before and entry.kind not in IN_THEIR_OWN_TIME]
    assert grown == [
        *("CheckOpened", "CheckChanged", "CheckChanged", "CheckChanged", "CheckChanged"),
        *("TicketIssued", "TicketCalled", "ServiceStarted", "TicketFinished"),
    ]

"""The server is killed in the middle of a visit: the kiosk gives the number itself, and the desk calls it later."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.building import Building
from tests.journeys.mortal import Mortal
from tests.servers import Served


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Mortal]:
    office = Mortal(tmp_path / "mortal")
    yield office
    office.close()


@pytest.fixture
def frail_building(mortal: Mortal, tmp_path: Path, screens_thread: None) -> Iterator[Building]:
    served = Served(mortal.process.url, mortal.database)
    building = Building(served, tmp_path / "paper", kiosk_line=mortal.line.url)
    yield building
    building.close()
    served.close()


def test_a_number_given_without_the_server_is_called_when_it_is_back(
    mortal: Mortal, frail_building: Building, tmp_path: Path
) -> None:
    clerk = frail_building.clerk("maryam", counter=2)
    clerk.press("F10")
    clerk.until_counter_is("free")
    visitor = frail_building.visitor(tmp_path / "kiosk")
    alone = visitor.alone
    assert alone is not None
    visitor.wait(lambda: bool(alone.outpost.version and not alone.outpost.short_of()), "numbers to be lent")
    visitor.asks_for("renew", "en")
    visitor.wait_for("question")
    mortal.die()
    visitor.wait(lambda: "Please go on" in visitor.is_told("connecting"), "the kiosk to say that it goes on")
    visitor.says("question", "no")
    visitor.has_passport(date(2029, 3, 31))
    visitor.says("paper", "have")
    number = visitor.takes_number()
    visitor.takes_slip()
    assert [kept.visit.given is not None for kept in alone.outpost.backlog.waiting][-1]

    mortal.come_back()
    visitor.wait(lambda: alone.outpost.backlog.waiting == [], "the visit to be handed over")
    visitor.wait(lambda: visitor.is_told("connecting") == "", "the banner to go")
    clerk.until(lambda: clerk.notice("away") == "", "the desk is connected")
    clerk.press("F2")
    clerk.until_counter_is("called")
    assert clerk.sees(number)
    given = [entry.kind for entry in mortal.journal() if entry.kind in {"TicketIssued", "TicketCalled"}]
    assert given == ["TicketIssued", "TicketCalled"]

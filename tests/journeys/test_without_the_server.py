"""The server is away and visitors hardly notice: a visit begun with it ends without it, and its number is called."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assets.words import say
from tests.journeys.building import Building
from tests.journeys.mortal import Mortal
from tests.journeys.visitor import Visitor
from tests.servers import Served

VALID = date(2029, 3, 31)
ALONE = "Please go on. We work without the network for now."


@pytest.fixture
def building(mortal: Mortal, tmp_path: Path, screens_thread: None) -> Iterator[Building]:
    served = Served(mortal.process.url, mortal.database)
    building = Building(served, tmp_path / "paper", kiosk_line=mortal.line.url)
    yield building
    mortal.settle()
    building.close()
    served.close()


def happened(mortal: Mortal, kind: str) -> int:
    """How often."""
    return [entry.kind for entry in mortal.journal()].count(kind)


def is_told_alone(visitor: Visitor, language: str) -> bool:
    return visitor.is_told("connecting") == say(ALONE, language)


def test_a_number_given_while_the_server_is_away_is_called_when_it_is_back(
    mortal: Mortal, building: Building, tmp_path: Path
) -> None:
    clerk = building.clerk("maryam", counter=2)
    clerk.press("F10")
    clerk.until_counter_is("free")
    visitor = building.visitor(tmp_path / "kiosk")
    visitor.wait(lambda: happened(mortal, "NumbersLeased") == 2, "the kiosk to be lent numbers of both series")
    visitor.asks_for("renew", "ar")
    visitor.says("question", "no")

    mortal.die()
    died = time.monotonic()
    visitor.wait(lambda: is_told_alone(visitor, "ar"), "the kiosk to say that it works alone")
    assert time.monotonic() - died < 5
    visitor.has_passport(VALID)
    visitor.says("paper", "have")
    number = visitor.takes_number()
    visitor.takes_slip()
    assert number == "C900"
    assert building.slip().endswith(visitor.track)
    visitor.touch("start-over")

    # The next one's wish is found nowhere but at the server; there is a way on.
    for page, value in (("language", "en"), ("caller", "employer"), ("group", "aside:code")):
        visitor.says(page, value)
    visitor.wait_for("code")
    visitor.type("BCDFGHJK")
    visitor.wait(lambda: "choose your service" in visitor.is_told("trouble"), "what to do instead")
    visitor.touch("start-over")

    mortal.come_back()
    mortal.settle()
    returned = time.monotonic()
    visitor.wait(lambda: happened(mortal, "NumberHandedOver") == 1, "the visit to be handed over")
    assert time.monotonic() - returned < 10
    visitor.wait(lambda: visitor.is_told("connecting") == "", "the banner to go")
    clerk.until(lambda: clerk.notice("away") == "", "the desk is connected")
    clerk.press("F2")
    clerk.until_counter_is("called")
    assert clerk.sees(number)

    visitor.renews("en", VALID)
    assert visitor.takes_number() == "C001"

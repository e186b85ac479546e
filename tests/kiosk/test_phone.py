"""A paper on the visitor's phone: a code leads the phone to where it is looked at, and the visit goes on here."""

from pathlib import Path

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from tests.kiosk.hand import Hand
from tests.kiosk.office import Office


@pytest.fixture
def reachable(small_office: Office) -> Office:
    """An office that says how phones reach it."""
    small_office.catalogue = replace(small_office.catalogue, phones="https://dawr.example")
    return small_office


def test_a_phone_is_led_to_where_its_file_is_looked_at_and_the_visit_goes_on(
    reachable: Office, hand: Hand, tmp_path: Path
) -> None:
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "new", "yes", "aside:phone")
    hand.wait_for("phone")
    assert hand.reads("title") == "Is it clear on your phone?"
    hand.rest()
    hand.photograph(tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as page:
        (code,) = zxingcpp.read_barcodes(page)
    assert code.text == "https://dawr.example/file?lang=en"

    hand.touch("back")
    hand.wait_for("paper")
    hand.choose("aside:phone", "have")
    hand.wait_for("date")
    assert reachable.check.papers["passport"].state == "have"
    hand.touch("back")
    hand.wait_for("paper")
    hand.choose("missing")
    hand.wait(lambda: "contract" in hand.reads("title"), "the next paper")
    assert not hand.sees("answer-aside:phone"), "no photo is the original of a contract"


def test_an_office_that_phones_do_not_reach_offers_no_phone(hand: Hand) -> None:
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    assert hand.sees("answer-have")
    assert not hand.sees("answer-aside:phone")

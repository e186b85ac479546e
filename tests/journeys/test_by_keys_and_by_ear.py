"""Whole visits by whoever cannot touch, or cannot see: to a number that is printed, spoken and called alike."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

import httpx
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from assets.days import month
from assets.words import in_fours
from kiosk.app import build
from kiosk.settings import Settings
from kiosk.speech.pronouncing import pronounced
from queue_server import wire
from queue_server.client.api import Api
from queue_server.slips.layout import Big
from queue_server.slips.paper import paper
from queue_server.slips.raster import raster
from tests.client.fake_receipt_printer import FINE, FakeReceiptPrinter
from tests.journeys.mortal import Mortal
from tests.kiosk.hand import Hand
from tests.kiosk.keyboard import choose
from tests.kiosk.listener import Listener
from tests.kiosk.transcript import Transcript

VALID, EXPIRED = date(2031, 3, 29), date(2026, 1, 2)
MIGHT_BE_PRINTED = [f"{series}{n:03}" for series in "CR" for n in range(1, 6)]


@dataclass
class Place:
    """A kiosk before the office's own server, its printer, and a clerk who calls."""

    hand: Hand
    voice: Transcript
    printer: FakeReceiptPrinter
    clerk: Api

    def slip(self, nth: int) -> Image.Image:
        """The paper of a slip, once it came out."""
        self.hand.wait(lambda: len(self.printer.slips) > nth, f"slip {nth}")
        return paper(self.printer.slips[nth])


@pytest.fixture
def place(mortal: Mortal, screens_thread: None) -> Iterator[Place]:
    served, voice = mortal.served, Transcript()
    with ExitStack() as open_, FakeReceiptPrinter(FINE, paper=0) as printer:
        settings = Settings(served.url, served.token("kiosk"), printer.url, size="540x960", inches=13.5, idle=10_000)
        kiosk = build(settings, voice=voice)
        open_.callback(kiosk.close)
        clerk = served.line("clerk", "maryam")
        clerk.open_counter(2)
        yield Place(Hand(kiosk.window), voice, printer, clerk)


def numbers_on(slip: Image.Image) -> list[str]:
    """The numbers a slip shows, each found dot for dot."""
    return [number for number in MIGHT_BE_PRINTED if raster([Big(number)]).tobytes() in slip.tobytes()]


def code_on(slip: Image.Image) -> str:
    """What a phone reads from a slip."""
    (code,) = zxingcpp.read_barcodes(slip)
    return str(code.text)


def is_what_the_office_has(place: Place, number: str, slip: Image.Image, language: str) -> None:
    """Printed, on the visitor's own page and called: one number."""
    assert numbers_on(slip) == [number]
    assert number in httpx.get(code_on(slip)).text
    called = place.clerk.call_next(2)
    assert called is not None
    assert (called.number, called.language) == (number, language)
    place.clerk.start(2)
    place.clerk.finish(2, wire.Finish())


def test_who_has_only_keys_and_who_only_listens_leave_with_the_number_the_office_calls(place: Place) -> None:
    is_what_the_office_has(place, by_keys(place), place.slip(0), "ar")
    code = by_ear_until_the_passport_is_found_expired(place)
    assert code_on(place.slip(1)) == f"DAWR:R:{code}"
    assert raster([Big(in_fours(code), tallest=90)]).tobytes() in place.slip(1).tobytes()
    is_what_the_office_has(place, by_ear_with_the_code(place, code), place.slip(2), "en")


def by_keys(place: Place) -> str:
    """A visit in Arabic, mirrored, without a word said; the number on the screen."""
    hand = place.hand
    hand.wait_for("language")
    choose(hand, "answer-ar", "answer-employer", "answer-permits", "answer-renew", "answer-no", "answer-have")
    choose(hand, *(f"{part}-{getattr(VALID, part)}" for part in ("year", "month", "day")), "confirm")
    hand.wait(lambda: hand.page == "paper", "the next paper")
    choose(hand, "answer-have", "answer-none")
    hand.wait_for("number")
    number = hand.reads("number")
    place.slip(0)
    choose(hand, "start-over")
    hand.wait_for("language")
    assert place.voice.ever == []
    return number


def by_ear_until_the_passport_is_found_expired(place: Place) -> str:
    """Somebody with a headset and keys, in English; the code that was said."""
    visitor = with_a_headset(place)
    visitor.goes_on(
        ("Who are you?", "Employer"),
        ("What did you come for?", "Work permits"),
        ("Which service do you need?", "Renew a work permit"),
        ("Is the worker abroad?", "No"),
        ("Passport", "I have it"),
    )
    dates(visitor, EXPIRED)
    visitor.goes_on(("Contract", "I have it"))
    visitor.goes_on(("Some papers are missing", "Print this list"))
    place.slip(1)
    said = [text for text, _ in place.voice.ever]
    code = said[said.index("Your code") + 1]
    assert pronounced(code, "en").replace(",", "").split() == list(code.replace(" ", ""))
    visitor.choose("Start over")
    return code.replace(" ", "")


def by_ear_with_the_code(place: Place, code: str) -> str:
    """The same visitor with a new passport; the number that was said."""
    place.voice.ever.clear()
    visitor = with_a_headset(place)
    visitor.goes_on(("Who are you?", "Employer"), ("What did you come for?", "I have a code"))
    visitor.hear("Type your code")
    for sign in code:
        visitor.choose(sign)
    visitor.choose("Continue")
    visitor.goes_on(("Passport", "I have it"))
    dates(visitor, VALID)
    visitor.goes_on(("Your papers are complete", "Take my number"))
    visitor.hear("Your number")
    said = [text for text, _ in place.voice.ever]
    return said[said.index("Your number") + 1]


def with_a_headset(place: Place) -> Listener:
    """Somebody who plugs it in at the first page and finds their language."""
    visitor = Listener(place.hand, place.voice)
    place.hand.wait_for("language")
    place.hand.press(Qt.Key.Key_F15)
    visitor.hear("Choose your language")
    visitor.choose("English")
    return visitor


def dates(visitor: Listener, day: date) -> None:
    """Say a date, part by part."""
    visitor.goes_on(
        ("Which year?", str(day.year)),
        ("Which month?", f"{day.month} · {month(day.month, 'en')}"),
        ("Which day?", str(day.day)),
        ("Is this right?", "Yes, continue"),
    )

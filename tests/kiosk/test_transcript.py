"""In every language, what the voice says of a page is what the page shows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from assets.words import languages, say
from kiosk.viewmodels.speech import FEW, Speech
from tests.kiosk.faults import around, shown, written
from tests.kiosk.gallery import Gallery, gallery
from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript

KEY = Qt.Key
AROUND = {"header", "steps", "footer", "more"}
"""What surrounds a page: it is the same on each, and said only when the keyboard is on it."""


@pytest.fixture(scope="module")
def heard(qapp: object) -> Iterator[tuple[Gallery, Transcript]]:
    """One gallery for all languages, and what its voice says."""
    voice = Transcript()
    with gallery("portrait", voice, scale=0.25) as opened:
        yield opened, voice


@pytest.mark.parametrize("language", languages())
def test_what_is_said_is_what_the_screen_shows(
    screens_thread: None, heard: tuple[Gallery, Transcript], language: str
) -> None:
    opened, voice = heard
    speech = opened.part(Speech)
    assert isinstance(speech, Speech)
    for page in opened.pages(language):
        speech.pressed(KEY.Key_F15)
        opened.hand.lay_out()
        speech.pressed(KEY.Key_F1)
        said = [text for text in voice.texts if text != say("Chosen", language)]  # A sign tells it to the eye.
        assert sorted(said) == sorted(on_the_screen(opened.hand)), page


def on_the_screen(hand: Hand) -> list[str]:
    """The lines a page shows, read off what is drawn: of more answers than a few, none."""
    touches = [item for item in shown(hand) if item.inherits("QQuickAbstractButton") and not surrounds(item)]
    texts = [text for text in written(hand) if not surrounds(text) and not counts_down(text)]
    if len(touches) > FEW:
        texts = [text for text in texts if not within_a_touch(text)]
    return [line for text in texts for line in str(text.property("text")).split("\n") if line.strip()]


def surrounds(item: QQuickItem) -> bool:
    return bool({parent.objectName() for parent in (item, *around(item))} & AROUND)


def within_a_touch(item: QQuickItem) -> bool:
    return any(parent.inherits("QQuickAbstractButton") for parent in around(item))


def counts_down(item: QQuickItem) -> bool:
    return item.objectName() == "seconds"

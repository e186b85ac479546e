"""The visit by ear: what is said is what is shown, and it is enough to come by a number without looking."""

import pytest
from PySide6.QtCore import Qt

from assets.words import say
from kiosk.speech.voice import LOUDEST, USUAL
from tests.kiosk.conftest import Open
from tests.kiosk.listener import Listener
from tests.kiosk.office import VALID
from tests.kiosk.transcript import Transcript

KEY = Qt.Key


def test_a_whole_visit_by_ear_and_four_keys(open_kiosk: Open, voice: Transcript) -> None:
    visitor = Listener(open_kiosk(), voice)
    visitor.hand.wait_for("language")
    visitor.start()
    visitor.hear("Choose your language")
    visitor.hear("العربية")
    visitor.choose("English")
    visitor.goes_on(
        ("Who are you?", "I am the employer"),
        ("What did you come for?", "Work permits"),
        ("Which service do you need?", "Renew a work permit"),
        ("Is the worker in Bahrain now?", "Yes"),
        ("The worker's passport", "I have it"),
        ("Which year?", str(VALID.year)),
        ("Which month?", f"{VALID.month} · October"),
        ("Which day?", str(VALID.day)),
        ("Is this right?", "Yes, continue"),
        ("Your papers are complete", "Take my number"),
    )
    visitor.hear("C042")
    said = [text for text, _ in voice.ever]
    assert {"Your number", "C042", "Floor 1", "Commercial services", "People ahead of you: 3"} <= set(said)
    visitor.hand.wait(lambda: ("Take your paper", "en") in voice.ever, "the slip")


def test_another_language_is_spoken_at_once_and_an_error_is_said(open_kiosk: Open, voice: Transcript) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.press(KEY.Key_F1)
    assert ("مرحبًا", "ar") in voice.now or ("أهلًا وسهلًا", "ar") in voice.now
    hand.choose("en", "employer", "aside:code")
    hand.wait(lambda: "Type your code" in voice.texts, "the page")
    hand.type("BBBBBBBB")
    hand.wait(lambda: "We do not know this code. Please check it, or ask a person." in voice.texts, "the error")
    hand.touch("other-language")
    hand.wait(lambda: (say("Type your code", "ar"), "ar") in voice.now, "Arabic")


def test_what_was_typed_is_said_to_a_headset_only(open_kiosk: Open, voice: Transcript) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.choose("en", "employer", "aside:code")
    hand.touch("listen")
    hand.wait(lambda: "Type your code" in voice.texts, "the page")
    hand.touch("key-B")
    hand.press(KEY.Key_F1)
    assert "B" not in voice.texts
    hand.press(KEY.Key_F15)
    assert "B" in voice.texts
    hand.press(KEY.Key_F16)
    assert voice.texts == []


def test_it_is_said_again_louder_and_as_usual_to_the_next_visitor(open_kiosk: Open, voice: Transcript) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.choose("en")
    hand.wait_for("caller")
    hand.touch("listen")
    first = list(voice.now)
    hand.touch("listen")
    assert voice.now == first
    assert hand.item("listen").property("checked")
    for _ in range(9):
        hand.press(KEY.Key_PageUp)
    assert voice.level == LOUDEST
    hand.touch("start-over")
    hand.wait_for("language")
    assert voice.level == USUAL
    assert not hand.item("listen").property("checked")
    assert voice.texts == []


@pytest.mark.parametrize(
    ("fluency", "notice"),
    [
        ("none", "This kiosk has no voice for this. A person will read it to you."),
        ("borrowed", "There is no voice for this language here. Another one reads it."),
    ],
)
def test_what_the_voice_cannot_do_is_said_plainly(
    open_kiosk: Open, voice: Transcript, fluency: str, notice: str
) -> None:
    voice.speaks = fluency  # type: ignore[assignment]
    hand = open_kiosk()
    hand.wait_for("language")
    hand.choose("en")
    hand.wait_for("caller")
    hand.touch("listen")
    hand.item("voice")
    assert hand.reads("voice") == notice
    assert (notice in voice.texts) == (fluency == "borrowed")

"""A whole visit by the keys of a keyboard: arrows, Enter and Escape, in both directions of reading."""

import pytest
from PySide6.QtCore import Qt

from tests.kiosk.conftest import Open, Paper
from tests.kiosk.keyboard import choose, go_to
from tests.kiosk.office import CODE, VALID

KEY = Qt.Key


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keys_alone_lead_to_a_number(open_kiosk: Open, paper: Paper, language: str) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    choose(hand, f"answer-{language}", "answer-employer", "answer-permits", "answer-renew", "answer-yes", "answer-have")
    choose(hand, *(f"{part}-{getattr(VALID, part)}" for part in ("year", "month", "day")), "confirm")
    choose(hand, "answer-none")
    hand.wait_for("number")
    hand.wait(lambda: paper.slips == [b"slip C042"], "the slip")
    choose(hand, "start-over")
    hand.wait_for("language")


def test_a_code_is_typed_and_mended_by_the_keys(open_kiosk: Open) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    choose(hand, "answer-en", "answer-employer", "answer-aside:code", "key-Z", "erase")
    choose(hand, *(f"key-{sign}" for sign in CODE), "confirm")
    hand.wait_for("paper")


def test_escape_goes_back_and_never_out(open_kiosk: Open) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.press(KEY.Key_Escape)
    choose(hand, "answer-en", "answer-worker")
    hand.wait_for("group")
    hand.press(KEY.Key_Escape)
    hand.wait_for("caller")
    choose(hand, "person")
    hand.wait_for("help")
    hand.press(KEY.Key_Escape)
    hand.wait_for("caller")


def test_enter_chooses_nothing_that_was_not_gone_to(open_kiosk: Open) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.press(KEY.Key_Return)
    assert hand.page == "language"
    choose(hand, "answer-en")
    hand.wait_for("caller")
    hand.press(KEY.Key_Return)
    hand.rest()
    assert hand.page == "caller"


@pytest.mark.parametrize(("language", "towards_the_end"), [("en", KEY.Key_Right), ("ar", KEY.Key_Left)])
def test_sideways_arrows_go_the_way_the_language_is_read(
    open_kiosk: Open, language: str, towards_the_end: Qt.Key
) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    choose(hand, f"answer-{language}")
    hand.wait_for("caller")
    go_to(hand, "answer-employer")
    hand.press(towards_the_end)
    assert hand.window.activeFocusItem().objectName() == "answer-messenger"


def test_the_keys_come_round_and_are_nowhere_trapped(open_kiosk: Open) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    choose(hand, "answer-en", "answer-employer", "answer-aside:application")
    hand.wait_for("application")
    go_to(hand, "key-1")
    go_to(hand, "other-language", KEY.Key_Up)
    go_to(hand, "key-1", KEY.Key_Tab)
    go_to(hand, "back", KEY.Key_Backtab)

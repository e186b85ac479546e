"""What a visitor turns on helps at once, and ends with the visit."""

import pytest

from kiosk.viewmodels.comfort import MODES
from tests.kiosk.conftest import Clock, Open
from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript


def at_the_caller(open_kiosk: Open) -> Hand:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.choose("en")
    hand.wait_for("caller")
    return hand


def size_of(hand: Hand, name: str) -> int:
    return int(hand.item(name).property("font").pixelSize())


def test_one_touch_makes_it_larger_and_one_makes_it_as_before(open_kiosk: Open) -> None:
    hand = at_the_caller(open_kiosk)
    before = size_of(hand, "title")
    hand.touch("larger")
    hand.wait(lambda: size_of(hand, "title") > before, "larger letters")
    hand.touch("larger")
    hand.wait(lambda: size_of(hand, "title") == before, "the usual letters")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_two_touches_away_and_ends_with_the_visit(open_kiosk: Open, mode: str) -> None:
    hand = at_the_caller(open_kiosk)
    hand.touch("comfort")
    hand.wait_for("comfort")
    hand.touch(f"mode-{mode}")
    assert hand.item(f"mode-{mode}").property("checked")
    hand.touch("back")
    hand.wait_for("caller")
    hand.touch("start-over")
    hand.wait_for("language")
    hand.touch("comfort")
    hand.wait_for("comfort")
    assert not hand.item(f"mode-{mode}").property("checked")


def test_what_was_turned_on_at_the_first_page_does_not_wait_for_the_next_visitor(
    open_kiosk: Open, clock: Clock
) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    hand.touch("contrast")
    assert hand.item("contrast").property("checked")
    clock.seconds += 65
    hand.item("stay")
    clock.seconds += 20
    hand.wait(lambda: not hand.sees("stay"), "the next visit")
    assert not hand.item("contrast").property("checked")


def test_more_time_is_three_times_as_much(open_kiosk: Open, clock: Clock) -> None:
    hand = at_the_caller(open_kiosk)
    hand.touch("comfort")
    hand.touch("mode-unhurried")
    hand.touch("back")
    hand.wait_for("caller")
    clock.seconds += 175
    hand.rest()
    assert not hand.sees("stay")
    clock.seconds += 10
    hand.item("stay")


def test_the_warning_is_seen_and_heard_and_one_touch_extends_ten_times_and_more(
    open_kiosk: Open, clock: Clock, voice: Transcript
) -> None:
    hand = at_the_caller(open_kiosk)
    for time in range(1, 12):
        clock.seconds += 61
        hand.item("stay")
        assert voice.chimes == time
        hand.touch("stay")
        hand.wait(lambda: not hand.sees("stay"), "the page again")
    assert hand.page == "caller"


def test_whoever_listens_hears_the_warning(open_kiosk: Open, clock: Clock, voice: Transcript) -> None:
    hand = at_the_caller(open_kiosk)
    hand.touch("listen")
    clock.seconds += 61
    hand.wait(lambda: "Are you still there?" in voice.texts, "the warning")
    assert voice.texts[-2:] == ["I need more time", "Start over"]


def test_nobody_is_idle_while_the_page_is_read_out(open_kiosk: Open, clock: Clock, voice: Transcript) -> None:
    hand = at_the_caller(open_kiosk)
    hand.touch("listen")
    voice.speaking = True
    clock.seconds += 300
    hand.rest()
    hand.wait(lambda: hand.page == "caller" and not hand.sees("stay"), "nothing to happen")

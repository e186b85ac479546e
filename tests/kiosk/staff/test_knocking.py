from collections.abc import Iterable

from kiosk.staff.knocking import TOUCHES, WITHIN, Knock


def heard(signs: Iterable[str], apart: float = 0.5) -> list[bool]:
    knock = Knock(TOUCHES)
    return [knock.hear(sign, at * apart) for at, sign in enumerate(signs)]


def test_the_whole_sequence_is_a_knock_and_the_next_begins_anew() -> None:
    assert heard(TOUCHES * 2) == [False] * 5 + [True] + [False] * 5 + [True]


def test_a_touch_elsewhere_begins_it_anew() -> None:
    assert not any(heard((*TOUCHES[:5], "elsewhere", TOUCHES[5])))


def test_what_came_before_does_not_spoil_it() -> None:
    assert heard(("elsewhere", "right", *TOUCHES))[-1]


def test_a_finger_that_bounces_counts_once() -> None:
    assert any(heard(sign for sign in TOUCHES for _ in range(2)))


def test_a_slow_one_is_by_chance() -> None:
    assert not any(heard(TOUCHES, apart=WITHIN / 4))

import pytest

from kiosk.machines.burst import Burst


def typed(text: str, gap: float, enter_after: float = 0.01) -> str | None:
    burst, at = Burst(), 1.0
    for sign in text:
        burst.sign(sign, at)
        at += gap
    return burst.end(at - gap + enter_after)


def test_signs_faster_than_anybody_types_are_a_scan() -> None:
    assert typed("WP2026-0042", 0.01) == "WP2026-0042"


@pytest.mark.parametrize(
    ("text", "gap", "enter"), [("WP2026-0042", 0.12, 0.01), ("AB12", 0.01, 0.01), ("WP2026", 0.01, 1)]
)
def test_what_a_person_types_is_none(text: str, gap: float, enter: float) -> None:
    assert typed(text, gap, enter) is None


def test_what_was_typed_slowly_before_is_no_part_of_the_scan() -> None:
    burst = Burst()
    assert not burst.sign("x", 0.0)
    for at, sign in enumerate("ABCDEF"):
        burst.sign(sign, 1 + at / 100)
    assert burst.end(1.06) == "ABCDEF"
    assert burst.end(1.07) is None

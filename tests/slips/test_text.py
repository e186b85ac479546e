import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_server.slips.layout import Banner, Big, Code, Words
from queue_server.slips.text import safe_text

ANYTHING = st.text(st.characters())  # Surrogates and unassigned characters too.


@given(ANYTHING, st.integers(0, 80))
def test_whatever_goes_in_nothing_harmful_comes_out(text: str, limit: int) -> None:
    safe = safe_text(text, limit)
    assert len(safe) <= limit
    harmful = [c for c in safe if unicodedata.category(c)[0] == "C" and c not in "\u200c\u200d"]
    assert harmful == []
    assert not {unicodedata.category(c) for c in safe} & {"Zl", "Zp"}


@given(ANYTHING)
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    once = safe_text(text, 200)
    assert safe_text(once, 200) == once


@pytest.mark.parametrize(
    "harmful",
    [
        "\x1b",
        "\x1d",
        "\x10",
        "\x7f",
        "\x9b",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u061c",
        "\ud800",
        "\ue000",
    ],
)
def test_printer_commands_and_marks_that_reorder_are_dropped(harmful: str) -> None:
    assert safe_text(f"A{harmful}B", 10) in {"AB", "A B"}


def test_a_line_break_becomes_a_space() -> None:
    assert safe_text("one\r\n\ttwo\u2028three", 40) == "one two three"


def test_the_joiners_that_shape_letters_stay() -> None:
    assert safe_text("می\u200cخواهم", 40) == "می\u200cخواهم"


def test_what_is_cut_off_shows_as_an_ellipsis() -> None:
    assert safe_text("Commercial services", 8) == "Commerc…"


def test_no_block_can_hold_harmful_text() -> None:
    evil = "C0\x1bp42\u202e"
    blocks = (Words(evil, "en", mark=evil), Big(evil), Banner(evil, "en"), Code(evil))
    assert {block.text for block in blocks} == {"C0p42"}
    assert blocks[0].mark == "C0p…"

import pytest

from assets.words import languages
from kiosk.speech.pronouncing import pronounced
from kiosk.speech.tongues import tongue


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("C042", "en", "C, 0, 4, 2"),
        ("BCDF GHJK", "en", "B, C, D, F   G, H, J, K"),
        ("Your CPR card", "en", "Your  C, P, R  card"),
        ("WP2026-0042", "en", "W, P, 2, 0, 2, 6, -, 0, 0, 4, 2"),
        ("Show it at desk 2", "en", "Show it at desk 2"),
        ("A person will help you", "en", "A person will help you"),
        ("C042", "ar", "سِي, 0, 4, 2"),
        ("WP-7", "ar", "دَبِلْيُو, بِي, شَرْطَة, 7"),
        ("الطابق 1", "ar", "الطابق 1"),
        ("880112345", "en", "8, 8, 0, 1, 1, 2, 3, 4, 5"),
        ("B", "ar", "بِي"),
        ("अगाडि 12 जना", "ne", "अगाडि १२ जना"),
        ("12 लोग", "hi", "12 लोग"),
    ],
)
def test_codes_are_spelled_and_numbers_said(text: str, language: str, said: str) -> None:
    assert pronounced(text, language).strip() == said


@pytest.mark.parametrize("language", languages())
def test_nothing_that_is_told_is_lost_on_the_way_to_the_voice(language: str) -> None:
    assert pronounced("?", language) == "?"
    assert pronounced("", language) == ""


@pytest.mark.parametrize(
    ("line", "language", "named", "spoken"),
    [
        ("Welcome", "ar", "", "en"),
        ("أهلًا وسهلًا", "en", "", "ar"),
        ("آپ کون ہیں؟", "ur", "", "ur"),
        ("Sino ka?", "fil", "", "fil"),
        ("C042", "ar", "", "ar"),
        ("जारी रखें LMRA", "hi", "", "hi"),
        ("नेपाली", "ar", "answer-ne", "ne"),
        ("12", "bn", "", "bn"),
    ],
)
def test_a_line_is_said_in_its_own_language(line: str, language: str, named: str, spoken: str) -> None:
    assert tongue(line, language, named) == spoken

import pytest

from assets.words import languages
from kiosk.speech.arabic import number_in_words
from kiosk.speech.pronouncing import pronounced
from kiosk.speech.tongues import tongue


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صِفْر"),
        (5, "خَمْسَة"),
        (11, "أَحَدَ عَشَر"),
        (42, "اِثْنَان وَأَرْبَعُون"),
        (100, "مِئَة"),
        (215, "مِئَتَان وَخَمْسَةَ عَشَر"),
        (1000, "أَلْف"),
        (2027, "أَلْفَان وَسَبْعَة وَعِشْرُون"),
        (9310, "تِسْعَة آلَاف وَثَلَاثُمِئَة وَعَشَرَة"),
        (45000, "خَمْسَة وَأَرْبَعُون أَلْف"),
    ],
)
def test_arabic_numbers_are_said_in_words(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_a_long_number_is_read_out_digit_by_digit() -> None:
    assert number_in_words(1000002) == "وَاحِد، صِفْر، صِفْر، صِفْر، صِفْر، صِفْر، اِثْنَان"


def test_every_number_up_to_ten_thousand_has_words_of_its_own() -> None:
    words = [number_in_words(number) for number in range(10_000)]
    assert len(set(words)) == len(words)
    assert not any(letter.isdigit() for word in words for letter in word)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("C042", "en", "C, 0, 4, 2"),
        ("BCDF GHJK", "en", "B, C, D, F   G, H, J, K"),
        ("Your CPR card", "en", "Your  C, P, R  card"),
        ("WP2026-0042", "en", "W, P, 2, 0, 2, 6, -, 0, 0, 4, 2"),
        ("Show it at desk 2", "en", "Show it at desk 2"),
        ("A person will help you", "en", "A person will help you"),
        ("C042", "ar", "سِي, صِفْر, أَرْبَعَة, اِثْنَان"),
        ("الطابق 1", "ar", "الطابق وَاحِد"),
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

"""What is written, as a voice has to be told it: codes letter by letter, numbers by words where digits go wrong."""

import re

from kiosk.speech.arabic import LETTERS, number_in_words

_CODE = re.compile(r"\b(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]+\b")
"""C042, CPR, WP2026-0042: said as its letters and digits."""
_NUMBER = re.compile(r"\d+")
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


def pronounced(text: str, language: str) -> str:
    """The text for a voice of that language."""
    spelled = _CODE.sub(lambda code: " " + ", ".join(_sign(sign, language) for sign in code[0]) + " ", text)
    if len(spelled.strip()) == 1:
        spelled = _sign(spelled.strip(), language)
    if language == "ar":
        return _NUMBER.sub(lambda number: number_in_words(int(number[0])), spelled)
    # The Nepali voice reads Western digits in English.
    return spelled.translate(_DEVANAGARI) if language == "ne" else spelled


def _sign(sign: str, language: str) -> str:
    """A letter or digit by itself. The Arabic voice would say Latin letters in English."""
    return LETTERS.get(sign, sign) if language == "ar" else sign

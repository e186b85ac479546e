"""What is written, as a voice has to be told it: codes letter by letter, long numbers digit by digit."""

import re

from assets.spoken import spoken

_CODE = re.compile(r"\b(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]+\b")
"""C042, CPR, WP2026-0042: said as its letters and digits."""
_LONG = re.compile(r"\d{7,}")
"""The number of a card: nobody says its millions."""
_HYPHEN = "شَرْطَة"
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


def pronounced(text: str, language: str) -> str:
    """The text for a voice of that language."""
    told = _CODE.sub(lambda code: f" {_spelt(code[0], language)} ", text)
    if len(told.strip()) == 1:
        told = _sign(told.strip(), language)
    told = _LONG.sub(lambda number: ", ".join(number[0]), told)
    # The Nepali voice reads Western digits in English.
    return told.translate(_DEVANAGARI) if language == "ne" else told


def _spelt(code: str, language: str) -> str:
    return ", ".join(_sign(sign, language) for sign in code)


def _sign(sign: str, language: str) -> str:
    """A letter or digit by itself. The Arabic voice would say Latin letters in English."""
    how = spoken(language)
    if language != "ar" or how is None:
        return sign
    return _HYPHEN if sign == "-" else how.letters.get(sign, sign)

"""How each language says numbers, letters and a call: the words of `assets/voice`, and the voice that speaks them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assets import path


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language as it is said aloud.

    `voice` is espeak-ng's name for the voice, `borrowed` when that is a neighbour's. `call` is what is said of a called
    `{number}` and its `{counter}`, `test` what is said when nobody is called. `digits` tells that the voice says
    numerals better than their words.
    """

    voice: str
    call: str
    test: str
    joint: str
    below_a_hundred: tuple[str, ...]
    hundreds: tuple[str, ...]
    hundreds_before: tuple[str, ...]
    letters: Mapping[str, str]
    borrowed: bool = False
    digits: bool = False

    def in_words(self, number: int) -> str:
        """A whole number in words; from a thousand on digit by digit, as long numbers are read out."""
        if number >= 1000:
            return ", ".join(self.below_a_hundred[int(digit)] for digit in str(number))
        hundreds, rest = divmod(number, 100)
        if not hundreds:
            return self.below_a_hundred[rest]
        if not rest:
            return self.hundreds[hundreds - 1]
        return self.hundreds_before[hundreds - 1] + self.joint + self.below_a_hundred[rest]


@cache
def spoken(language: str) -> Spoken | None:
    """How a language is said; None for one that nothing is known of."""
    file = path("voice", f"{language}.toml")
    if not language.isalpha() or not file.is_file():
        return None
    words = tomllib.loads(file.read_text("utf-8"))
    return Spoken(
        voice=words["voice"],
        call=words["call"],
        test=words["test"],
        joint=words["joint"],
        below_a_hundred=tuple(words["below_a_hundred"]),
        hundreds=tuple(words["hundreds"]),
        hundreds_before=tuple(words.get("hundreds_before", words["hundreds"])),
        letters=words["letters"],
        borrowed=words.get("borrowed", False),
        digits=words.get("digits", False),
    )

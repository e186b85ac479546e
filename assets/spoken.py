"""How each language says numbers, letters and a call: the words of `assets/voice`, and the voice that speaks them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

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


def spoken(language: str) -> Spoken | None:
    """How a language is said; None for one that nothing is known of. The first time its table is read from the disk."""
    return _table(language) if language in _known() else None


@cache
def _known() -> frozenset[str]:
    return frozenset(file.stem for file in path("voice").glob("*.toml"))


@cache
def _table(language: str) -> Spoken:
    words: dict[str, Any] = tomllib.loads(path("voice", f"{language}.toml").read_text("utf-8"))
    for name in ("below_a_hundred", "hundreds", "hundreds_before"):
        words[name] = tuple(words.get(name, words["hundreds"]))
    return Spoken(**words)

"""How a call is said in each language: its number and its counter, nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assets.spoken import Spoken

_NUMBER = re.compile(r"([A-Z]{1,4})([0-9]{1,6})")
MOST_COUNTERS = 999


@dataclass(frozen=True, slots=True)
class Called:
    """A number as it is printed, taken apart, and the counter it is called to."""

    letters: str
    n: int
    counter: int


def called(number: str, counter: int) -> Called | None:
    """None where that is no number and no counter of any office."""
    parts = _NUMBER.fullmatch(number)
    if parts is None or not 0 < counter <= MOST_COUNTERS:
        return None
    return Called(parts[1], int(parts[2]), counter)


def transcript(call: Called, how: Spoken) -> str:
    """What is said, all in words."""
    return _said(call, how, how.in_words)


def for_the_voice(call: Called, how: Spoken) -> str:
    """The same as the voice is told it: where it says numerals better than their words, they are left to it."""
    return _said(call, how, str if how.digits else how.in_words)


def _said(call: Called, how: Spoken, count: Callable[[int], str]) -> str:
    letters = " ".join(how.letters[letter] for letter in call.letters)
    return how.call.format(number=f"{letters}, {count(call.n)}", counter=count(call.counter))

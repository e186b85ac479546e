"""Whether two spellings may be the name of one person: as careful with a doubt as with a difference."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal, TypeAlias

Match: TypeAlias = Literal["match", "unsure", "differs"]

_PARTICLES = frozenset({"AL", "EL", "UL", "BIN", "BINT", "IBN", "BEN", "BTE"})
_LETTERS = {
    "ß": "SS",
    "Æ": "AE",
    "Œ": "OE",
    "Ø": "O",
    "Đ": "D",
    "Þ": "TH",
    "Ł": "L",
    "Ð": "D",
    "’": "",
    "'": "",
    "`": "",
}
_ALIKE = (
    ("KH", "K"),
    ("GH", "G"),
    ("PH", "F"),
    ("TH", "T"),
    ("DH", "D"),
    ("Q", "K"),
    ("C", "K"),
    ("J", "G"),
    ("V", "W"),
)
"""Consonants that one Arabic or Indian letter is written with, here one way and there another."""
_VOWELS = {"A": "AE", "E": "AEI", "I": "EI", "O": "OU", "U": "OU"}
"""The vowels one vowel is written with elsewhere. A and U stay apart: Hassan is not Hussein."""


def compare(known: str, read: str) -> Match:
    """Whether `read`, in Latin letters by a machine, names whom the record calls `known`.

    The order of the words does not matter, nor particles, nor how an Arabic name is spelt in Latin letters. A name
    known in another script is never more than unsure.
    """
    ours, theirs = _words(known), _words(read)
    if not ours or not theirs:
        return "unsure"
    if _alike("".join(ours), "".join(theirs)):
        return "match"
    fewer, more = sorted((ours, theirs), key=len)
    found = _partners(fewer, more)
    if found == len(fewer) and len(fewer) > 1:
        return "match"
    return "unsure" if found or _joins(ours, theirs) else "differs"


def _words(name: str) -> list[str]:
    spelt = "".join(_LETTERS.get(sign, sign) for sign in name.upper())
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(sign))
    if re.search(r"[^\W\d_A-Z]", plain):
        return []  # Another script: nothing to compare letter by letter.
    words = re.findall("[A-Z]+", re.sub(r"\bABD(?:[UEAO]L)?[\s-]+", "ABDUL", plain))
    return [word for word in words if word not in _PARTICLES] or words


def _partners(fewer: Sequence[str], more: Sequence[str]) -> int:
    """How many words of the one have a word of their own in the other."""
    free = list(more)
    for word in fewer:
        partner = next((each for each in free if _alike(word, each)), None)
        if partner is not None:
            free.remove(partner)
    return len(more) - len(free)


def _joins(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a word of one is part of the other written together, as Abdul Rahman and Abdulrahman."""
    one, other = "".join(ours), "".join(theirs)
    return any(len(word) > 3 and word in other for word in ours) or any(
        len(word) > 3 and word in one for word in theirs
    )


def _alike(one: str, other: str) -> bool:
    a, b = _sounds(one), _sounds(other)
    return len(a) == len(b) and all(_same(x, y) for x, y in zip(a, b, strict=True))


def _same(one: str, other: str) -> bool:
    return one == other or other in _VOWELS.get(one, "")


def _sounds(word: str) -> str:
    """Consonants and the first vowel of each run, nothing twice in a row."""
    if word.startswith("AL") and len(word) > 5:
        word = word.removeprefix("AL")
    for written, sound in _ALIKE:
        word = word.replace(written, sound)
    word = re.sub("Y(?![AEIOU])", "I", word)
    word = re.sub("[AEIOU]+", lambda run: run[0][0], word)
    return re.sub(r"(.)\1+", r"\1", word)

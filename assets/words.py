"""The one catalogue of words: English in the code, every other language in `locale/<language>.po`."""

from functools import cache

from babel import Locale

from assets import path
from assets.catalogues import wordings

CLERKS_READ = ("en", "ar")
"""The languages of those who work here: the desk is in these."""


@cache
def _wordings(language: str) -> dict[str, str]:
    file = path("locale", f"{language}.po")
    if not file.exists():
        return {}
    return wordings(file)


@cache
def languages() -> list[str]:
    """Every language there are words for, English first."""
    return ["en", *sorted(file.stem for file in path("locale").glob("*.po"))]


def say(english: str, language: str, **values: object) -> str:
    """`english` in `language`, with `{placeholders}` filled; English where no wording is known."""
    wording = _wordings(language).get(english, english)
    return wording.format(**values) if values else wording


def in_fours(code: str) -> str:
    """A code in groups of four, easier to read out and to copy."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def native_name(language: str) -> str:
    """A language's own name for itself."""
    name = Locale.parse(language).get_display_name(language) or language
    return name[0].upper() + name[1:]


def is_right_to_left(language: str) -> bool:
    """Whether a page in this language is mirrored."""
    return language in {"ar", "ur", "fa", "he"}

"""Every slip speaks two languages: the visitor's, and the one a clerk can read beside it."""

from collections.abc import Mapping

from assets.typefaces import writable
from queue_server.slips.layout import Block, Size, Words


def printable(language: str) -> str:
    """The language itself, or English when its letters would come out as empty boxes."""
    return language if writable(language) else "en"


def second_language(language: str) -> str:
    """What the slip also says: Arabic, or English on a slip in Arabic."""
    return "en" if language == "ar" else "ar"


def wording(text: Mapping[str, str], language: str) -> str:
    """A text in a language; in English where it is not known, empty where that is not known either."""
    return text.get(language) or text.get("en", "")


def in_both(text: Mapping[str, str], language: str, size: Size, *, bold: bool = False) -> list[Block]:
    """A text in the visitor's language and, small, in the second one."""
    second = second_language(language)
    return [
        Words(wording(text, language), language, size, bold),
        Words(wording(text, second), second, Size.SMALL),
    ]

"""The number a visitor shows at the information desk: no ticket, and says so by where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assets.days import written
from assets.words import say
from queue_server.slips.bilingual import in_both, printable, second_language
from queue_server.slips.layout import Big, Block, Size, Space, Words


@dataclass(frozen=True, slots=True)
class SentWords:
    """What the slip says. `asked_at` is in the office's own time."""

    office: Mapping[str, str]
    number: int
    asked_at: datetime
    language: str


def sent(words: SentWords) -> list[Block]:
    """The slip's blocks, from top to bottom."""
    language = printable(words.language)
    both = (language, second_language(language))
    return [
        Space(8),
        *in_both(words.office, language, Size.BODY, bold=True),
        Space(),
        *in_both({each: say("Go to the information desk on this floor.", each) for each in both}, language, Size.LARGE),
        Space(),
        Big(str(words.number), tallest=120),
        Space(),
        *in_both({each: say("Show this number there.", each) for each in both}, language, Size.BODY),
        Words(f"{written(words.asked_at.date(), language)} · {words.asked_at:%H:%M}", language, Size.SMALL),
        Space(24),
    ]

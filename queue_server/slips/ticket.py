"""The ticket: the number a visitor waits with, and what is worth knowing while waiting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_datetime

from assets.words import say
from queue_server.slips.bilingual import in_both, printable, second_language
from queue_server.slips.layout import Banner, Big, Block, Code, Rule, SideBySide, Size, Space, Words


@dataclass(frozen=True, slots=True)
class TicketWords:
    """What a ticket says. `issued_at` is in the office's zone; `track` is the address of the visitor's own page.

    `ahead` is None where that is not known: without the server.

    `copy` is 0 for the slip itself. A copy is marked with its number and its time, `copied_at` in the office's zone.
    """

    office: Mapping[str, str]
    number: str
    line: Mapping[str, str]
    floor: int
    ahead: int | None
    service: Mapping[str, str]
    issued_at: datetime
    track: str
    language: str
    copy: int = 0
    copied_at: datetime | None = None
    slot: datetime | None = None


def ticket(words: TicketWords) -> list[Block]:
    """The ticket's blocks, from top to bottom."""
    language = printable(words.language)
    second = second_language(language)
    return [
        Space(8),
        *_copy(words, language, second),
        *in_both(words.office, language, Size.BODY, bold=True),
        Rule(),
        Words(say("Your number", language), language),
        Space(14),
        Big(words.number),
        Space(18),
        *in_both(words.service, language, Size.LARGE, bold=True),
        Rule(),
        _where_and_how_many(words, language),
        *in_both(words.line, language, Size.BODY),
        *_slot(words, language),
        Rule(),
        Words("✓ " + say("Papers checked", language), language, bold=True),
        Words(say("Keep this number until your visit is over.", language), language),
        Words(say("Keep this number until your visit is over.", second), second, Size.SMALL),
        Code(words.track),
        Words(say("Follow your turn on your phone.", language), language, Size.SMALL),
        _moment(words.issued_at, language),
        Space(24),
    ]


def _copy(words: TicketWords, language: str, second: str) -> list[Block]:
    """What tells a copy from the slip itself, at a glance and in both languages."""
    if not words.copy:
        return []
    when = [] if words.copied_at is None else [_moment(words.copied_at, language)]
    marks = (Banner(f"{say('COPY', each)} {words.copy}", each) for each in (language, second))
    return [*marks, *when, Space(12)]


def _slot(words: TicketWords, language: str) -> list[Block]:
    if words.slot is None:
        return []
    return [Words(say("Your appointment: {time}", language, time=f"{words.slot:%H:%M}"), language, bold=True)]


def _moment(at: datetime, language: str) -> Words:
    return Words(format_datetime(at, "EEEE d MMMM y · HH:mm", locale=language), language, Size.SMALL)


def _where_and_how_many(words: TicketWords, language: str) -> SideBySide:
    def figure(label: str, value: int) -> tuple[Block, ...]:
        return (Words(label, language, Size.SMALL), Space(6), Big(str(value), tallest=60), Space(14))

    figures = [figure(say("Floor", language), words.floor)]
    if words.ahead is not None:
        figures.append(figure(say("People ahead of you", language), words.ahead))
    return SideBySide(tuple(figures), language)

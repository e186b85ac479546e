"""The list of what to bring: handed out in place of a number, with the code that resumes the check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assets.days import written
from assets.words import in_fours, is_right_to_left, say
from queue_server.slips.bilingual import in_both, printable, second_language, wording
from queue_server.slips.layout import Align, Banner, Big, Block, Code, Rule, Size, Space, Words
from queue_server.wire import RESUME


@dataclass(frozen=True, slots=True)
class BringItem:
    """One paper that is missing or not good enough: why, and what to do about it."""

    name: Mapping[str, str]
    reason: Mapping[str, str]
    remedy: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BringWords:
    """What the list says. `day` is the office's day of the check.

    `fine` are the names of the papers that will do; without `items` the check is `ready`, or the information desk
    confirms.
    """

    office: Mapping[str, str]
    service: Mapping[str, str]
    language: str
    items: tuple[BringItem, ...]
    resume_code: str
    day: date
    fine: tuple[Mapping[str, str], ...] = ()
    ready: bool = False


def bring(words: BringWords) -> list[Block]:
    """The list's blocks, from top to bottom."""
    language = printable(words.language)
    checked_on = say("Papers checked on {day}", language, day=written(words.day, language))
    return [
        Space(8),
        *in_both(words.office, language, Size.BODY, bold=True),
        Space(),
        Banner(say("No number was given", language), language),
        Space(),
        *in_both(words.service, language, Size.LARGE, bold=True),
        Words(checked_on, language, Size.SMALL),
        Rule(),
        Words(first_words(words, language), language, bold=True, align=Align.START),
        Space(12),
        *(block for n, item in enumerate(words.items, 1) for block in _paper(n, item, language)),
        Rule(),
        Words(say("Your code", language), language),
        Space(10),
        Big(in_fours(words.resume_code), tallest=90),
        Space(14),
        Code(RESUME + words.resume_code, width=200),
        Words(say("With this code you go on where you stopped.", language), language, Size.SMALL),
        Space(24),
    ]


def first_words(words: BringWords, language: str) -> str:
    """What to do, before anything else."""
    if words.items:
        return say("Bring the papers below, then show your code at a kiosk or at the information desk.", language)
    if words.ready:
        return say("Bring them and show your code at a kiosk. You need not answer again.", language)
    return say("Go to the information desk now and show your code: a clerk will look at your papers.", language)


def _paper(n: int, item: BringItem, language: str) -> list[Block]:
    """What to do comes before why."""
    second = second_language(language)
    # The other language runs the other way: its end is where this one starts.
    opposite = is_right_to_left(language) != is_right_to_left(second)
    arrow = "←" if is_right_to_left(language) else "→"
    lines = (
        Words(wording(item.name, language), language, bold=True, align=Align.START, mark=str(n)),
        Words(wording(item.name, second), second, Size.SMALL, align=Align.END if opposite else Align.START, mark=""),
        Words(wording(item.remedy, language), language, align=Align.START, mark=arrow),
        Words(wording(item.reason, language), language, Size.SMALL, align=Align.START, mark=""),
    )
    return [Space(10), *(line for line in lines if line.text)]

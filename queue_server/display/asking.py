"""What a page of `/check` asks: the next thing the check wants to know, in the visitor's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from assets.words import say
from queue_server import wire
from queue_server.display.told import DATES, UNSURE, Told
from queue_server.domain.catalogue import Catalogue

_YEARS = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to touch: it tells `name` = `value`."""

    name: str
    value: str
    label: str
    picture: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A year, a month or a day to choose from a list."""

    name: str
    label: str
    options: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `lead` above the title, `why` it is asked, `hint` how to tell. A date is asked in `parts`.

    `on_phone`: it is a paper, which a visitor may have as a file.
    """

    title: str
    answers: tuple[Answer, ...]
    lead: str = ""
    why: str = ""
    hint: str = ""
    picture: str = ""
    date: str = ""
    parts: tuple[Part, ...] = ()
    on_phone: bool = False


def asked(known: Catalogue, told: Told, check: wire.Check | None, language: str, today: date) -> Asked | None:
    """What is asked next; None when there is a result to show. `check` is what the rules make of what was told."""
    if not told.caller:
        return _caller(known, language)
    if check is None:
        return _service(known, told, language) if told.group else _group(known, told, language)
    return next(_open(check, told, language, today), None)


def _caller(known: Catalogue, language: str) -> Asked:
    return Asked(
        title=say("Who are you?", language),
        why=say("Choose what fits best today.", language),
        answers=tuple(
            Answer("caller", value, text[language], _CALLERS.get(value, "person"))
            for value, text in known.callers.options.items()
        ),
    )


_CALLERS = {
    "employer": "company",
    "messenger": "letter",
    "worker": "worker",
    "family": "family",
    "household": "home-worker",
}
"""Pictures for the callers most offices have; anyone else is a person."""


def _group(known: Catalogue, told: Told, language: str) -> Asked:
    offered = {service.group for service in known.services.values() if told.caller in service.callers}
    return Asked(
        title=say("Which service do you need?", language),
        answers=tuple(
            Answer("group", group.id, group.name[language], group.picture)
            for group in known.groups.values()
            if group.id in offered
        ),
    )


def _service(known: Catalogue, told: Told, language: str) -> Asked:
    return Asked(
        title=say("Which service do you need?", language),
        lead=known.groups[told.group].name[language],
        answers=tuple(
            Answer("service", service.id, service.name[language], service.picture)
            for service in known.services.values()
            if service.group == told.group and told.caller in service.callers
        ),
    )


def _open(check: wire.Check, told: Told, language: str, today: date) -> Iterator[Asked]:
    """Everything still open, in the kiosk's order: questions, then each paper followed by its details.

    Whoever is not sure of an answer is asked nothing more: a person will know.
    """
    if check.outcome == "quick" or told.unsure_of & {question.fact for question in check.questions}:
        return
    for question in check.questions:
        if question.answer is None:
            yield _question(question, language)
    for finding in check.findings:
        if finding.result is None:
            for paper in finding.documents:
                if paper.said is None:
                    yield _paper(finding, paper, language)
                elif paper.said.state == "have":
                    yield from (_detail(paper, detail, language, today) for detail in paper.needs)


def _question(question: wire.Question, language: str) -> Asked:
    name = f"fact.{question.fact}"
    options = tuple(Answer(name, option.value, option.text) for option in question.options)
    return Asked(title=question.text, answers=(*options, _unsure(name, language)))


def _paper(finding: wire.Finding, paper: wire.PaperAsked, language: str) -> Asked:
    name = f"paper.{paper.document}"
    return Asked(
        title=paper.name,
        lead=say("Do you have this paper?", language),
        why=finding.because,
        hint=paper.hint,
        picture=paper.picture,
        answers=(
            Answer(name, "have", say("I have it", language), "check"),
            Answer(name, "missing", say("I don't have it", language), "cross"),
            _unsure(name, language),
        ),
        on_phone=True,
    )


def _detail(paper: wire.PaperAsked, detail: str, language: str, today: date) -> Asked:
    title, why = _DETAILS[detail]
    name = f"paper.{paper.document}.{detail}"
    is_date = detail in DATES
    yes_or_no = (
        Answer(name, "yes", say("Yes", language), "check"),
        Answer(name, "no", say("No", language), "cross"),
    )
    return Asked(
        title=say(title, language),
        lead=paper.name,
        why=say(why, language),
        picture=paper.picture,
        # Whoever does not find it is not sure of the paper.
        answers=(*(() if is_date else yes_or_no), _unsure(f"paper.{paper.document}", language)),
        date=name if is_date else "",
        parts=_parts(detail, language, today) if is_date else (),
    )


_DETAILS: dict[str, tuple[str, str]] = {
    "expires": ("When does it expire?", "Look for the expiry date printed on the paper."),
    "issued": ("When was it issued?", "Look for the date of issue printed on the paper."),
    "attested": ("Is it attested?", "An attested paper carries the stamp of the authority that confirmed it."),
    "original": ("Is it the original?", "A copy or a picture on a phone is not the original."),
}


def _unsure(name: str, language: str) -> Answer:
    return Answer(name, UNSURE, say("I am not sure", language), "unsure", quiet=True)


def _parts(detail: str, language: str, today: date) -> tuple[Part, ...]:
    # The year before this one too: an expired paper must be sayable.
    first = today.year - (1 if detail == "expires" else _YEARS - 1)
    months = get_month_names("wide", context="stand-alone", locale=language)
    return (
        Part("year", say("Which year?", language), tuple((n, str(n)) for n in range(first, first + _YEARS))),
        Part("month", say("Which month?", language), tuple((n, f"{n} · {months[n]}") for n in range(1, 13))),
        Part("day", say("Which day?", language), tuple((n, str(n)) for n in range(1, 32))),
    )

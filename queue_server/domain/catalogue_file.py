"""A catalogue from its TOML text, or every reason why not."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import cast, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from queue_server.domain.catalogue import (
    CALLER,
    OTHER,
    Catalogue,
    CatalogueRefused,
    Confidence,
    Counter,
    Document,
    Fact,
    Fee,
    Group,
    Line,
    Queue,
    Requirement,
    Screen,
    Service,
    Source,
    Text,
)
from queue_server.domain.catalogue_entry import Entry
from queue_server.domain.catalogue_queue import queue_of, slots_of
from queue_server.domain.catalogue_screen import screen_of
from queue_server.domain.catalogue_sound import sound_of
from queue_server.domain.documents import Need, Strength
from queue_server.domain.proof import prove
from queue_server.domain.rules import ALWAYS, AllOf, AnyOf, Is, Not, Rule
from queue_server.domain.scanned import KINDS, Kind
from queue_server.domain.sound import Sound

_AMOUNT = re.compile(r"[0-9]{1,9}([.][0-9]{1,3})?")
_RESERVED = frozenset({CALLER, "all", "any", "not"})


def read(text: str) -> Catalogue:
    """The catalogue a file describes; raises `CatalogueRefused` with all its problems."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueRefused([f"not TOML: {error}"]) from error
    problems: list[str] = []
    version = hashlib.sha256(text.encode()).hexdigest()[:16]
    catalogue = _File(Entry("", content, problems)).catalogue(version)
    # The proof would only repeat, less plainly, what is already wrong.
    problems = problems or prove(catalogue)
    if problems:
        raise CatalogueRefused(problems)
    return catalogue


class _File:
    """The file being read: later tables may name what earlier ones declare."""

    def __init__(self, top: Entry) -> None:
        self.top = top
        self.worded = tuple(top.names("languages"))
        self.translations = _translations(top.table("translations")) if top.has("translations") else {}
        self.languages = (*self.worded, *(language for language in self.translations if language not in self.worded))
        self.callers = self.the_callers(top.table("callers"))
        self.facts = {CALLER: self.callers, **top.each("facts", self.asked_fact)}
        self.documents = top.each("documents", self.document)
        self.groups = top.each("groups", self.group)
        self.lines = top.each("lines", self.line)
        self.requirements = top.each("requirements", self.requirement)
        self.used: set[str] = set()

    def catalogue(self, version: str) -> Catalogue:
        """The whole."""
        top = self.top
        counters = {counter.n: counter for counter in top.each("counters", self.counter).values()}
        catalogue = Catalogue(
            office=top.word("office"),
            name=self.text(top, "name"),
            timezone=_timezone(top),
            day_starts=top.time("day_starts"),
            currency=top.word("currency"),
            version=version,
            languages=self.languages,
            callers=self.callers,
            facts=self.facts,
            documents=self.documents,
            groups=self.groups,
            services=top.each("services", self.service),
            lines=self.lines,
            counters=counters,
            screens=top.each("screens", lambda name, entry: self.screen(name, entry, counters)),
            breaks=self.reasons("breaks"),
            parkings=self.reasons("parkings"),
            queue=queue_of(top.table("queue")) if top.has("queue") else Queue(),
            sound=sound_of(top.table("voice"), self.languages) if top.has("voice") else Sound(),
        )
        for name in self.requirements:
            if name not in self.used:
                top.refuse(f"requirements.{name}", "no service asks for it")
        top.close()
        return catalogue

    def text(self, entry: Entry, key: str) -> Text:
        """Words in the file's own languages, and in those that have them by the English."""
        text = entry.text(key, self.worded)
        english = text.get("en", "")
        for language, words in self.translations.items():
            if english not in words:
                entry.refuse(f"{key}.{language}", f"has no wording for {english!r}")
            text[language] = words.get(english, "")
        return text

    def fact(self, name: str, entry: Entry) -> Fact:
        options = entry.table("options")
        fact = Fact(name, self.text(entry, "question"), {value: self.text(options, value) for value in options})
        if len(fact.options) < 2:
            options.refuse("", "a question has at least two answers")
        return fact

    def the_callers(self, entry: Entry) -> Fact:
        callers = self.fact(CALLER, entry)
        entry.close()
        return callers

    def asked_fact(self, name: str, entry: Entry) -> Fact:
        if name in _RESERVED:
            entry.refuse("", "a fact cannot have this name: rules use it")
        return self.fact(name, entry)

    def document(self, name: str, entry: Entry) -> Document:
        return Document(
            name,
            self.text(entry, "name"),
            self.text(entry, "hint"),
            entry.word("picture"),
            cast(Kind, entry.one_of("scan", KINDS, "kind of paper to scan")) if entry.has("scan") else None,
            entry.flag("named"),
            entry.flag("booked"),
        )

    def group(self, name: str, entry: Entry) -> Group:
        return Group(name, self.text(entry, "name"), entry.word("picture"))

    def reasons(self, key: str) -> dict[str, Text]:
        """Reasons only clerks read, so in the file's own languages; an office may name none."""
        if not self.top.has(key):
            return {}
        entry = self.top.table(key)
        if entry.has(OTHER):
            entry.refuse(OTHER, "stands for a clerk's own words, and is always there")
        reasons: dict[str, Text] = {name: entry.text(name, self.worded) for name in entry}
        entry.close()
        return reasons

    def line(self, name: str, entry: Entry) -> Line:
        return Line(
            name,
            self.text(entry, "name"),
            entry.word("series"),
            entry.number("floor", 0),
            entry.word("agency"),
            entry.number("target_minutes", 1),
            slots_of(entry.table("appointments")) if entry.has("appointments") else None,
        )

    def counter(self, name: str, entry: Entry) -> Counter:
        n = int(name) if name.isdecimal() else 0
        if n < 1 or str(n) != name:
            entry.refuse("", "a counter is known by its number")
        lines = entry.some_of("lines", self.lines, "line")
        later = self.later(entry.table("later"), lines) if entry.has("later") else {}
        return Counter(n, self.text(entry, "name"), lines, later, entry.flag("two_step"))

    def later(self, entry: Entry, lines: tuple[str, ...]) -> dict[str, timedelta]:
        minutes = {
            line: entry.number(line, 1) for line in entry if entry.known("", line, lines, "line of this counter")
        }
        return {line: timedelta(minutes=number) for line, number in minutes.items()}

    def screen(self, name: str, entry: Entry, counters: Mapping[int, Counter]) -> Screen:
        return screen_of(name, self.text(entry, "name"), entry, self.lines, counters)

    def requirement(self, name: str, entry: Entry) -> Requirement:
        return Requirement(
            id=name,
            when=self.rule(entry.table("when")) if entry.has("when") else ALWAYS,
            because=self.text(entry, "because"),
            alternatives=self.alternatives(entry),
            accepts=Strength(entry.one_of("accepts", [strength.value for strength in Strength], "evidence")),
            remedy=self.text(entry, "remedy") if entry.has("remedy") else None,
            source=_source(entry.table("source")),
            four_eyes=entry.flag("four_eyes"),
            needed_at=entry.some_of("needed_at", self.lines, "line") if entry.has("needed_at") else (),
        )

    def rule(self, entry: Entry) -> Rule:
        """Every key must hold: a fact with its value, or any of a list of values; `all`, `any` and `not` nest."""
        return AllOf(tuple(self.condition(entry, key) for key in entry))

    def condition(self, entry: Entry, key: str) -> Rule:
        if key in {"all", "any"}:
            rules = tuple(self.rule(inner) for inner in entry.tables(key))
            return AllOf(rules) if key == "all" else AnyOf(rules)
        if key == "not":
            return Not(self.rule(entry.table(key)))
        if not entry.known("", key, self.facts, "fact"):
            return ALWAYS
        return AnyOf(tuple(Is(key, value) for value in entry.some_of(key, self.facts[key].options, "value")))

    def alternatives(self, entry: Entry) -> tuple[tuple[Need, ...], ...]:
        """A list of lists: any of the outer, all of the inner."""
        alternatives = []
        for n, papers in enumerate(entry.items("alternatives"), 1):
            if not isinstance(papers, list) or not papers:
                entry.refuse(f"alternatives[{n}]", f"is not a list of papers: {papers!r}")
                continue
            needs = [self.need(entry.at(f"alternatives[{n}]", m, paper)) for m, paper in enumerate(papers, 1)]
            alternatives.append(tuple(needs))
        if not alternatives:
            entry.refuse("alternatives", "a requirement asks for at least one paper")
        return tuple(alternatives)

    def need(self, entry: Entry) -> Need:
        need = Need(
            document=entry.one_of("document", self.documents, "document"),
            months_left=entry.number("months_left", 0) if entry.has("months_left") else None,
            days_left=entry.number("days_left", 0) if entry.has("days_left") else None,
            age_days=entry.number("age_days", 0) if entry.has("age_days") else None,
            attested=entry.flag("attested"),
            original=entry.flag("original"),
        )
        if entry.has("months_left") and entry.has("days_left"):
            entry.refuse("", "has either months_left or days_left")
        entry.close()
        return need

    def service(self, name: str, entry: Entry) -> Service:
        line = entry.one_of("line", self.lines, "line") if entry.has("line") else None
        if (line is None) != entry.has("guidance"):
            entry.refuse("", "has either a line or, as a quick service, guidance")
        fees = entry.each("fees", self.fee) if entry.has("fees") else {}
        wanted = entry.some_of("requirements", self.requirements, "requirement") if entry.has("requirements") else ()
        if line is None and wanted:
            entry.refuse("requirements", "a quick service asks for no papers")
        self.used.update(wanted)
        return Service(
            id=name,
            name=self.text(entry, "name"),
            group=entry.one_of("group", self.groups, "group"),
            picture=entry.word("picture"),
            callers=entry.some_of("callers", self.callers.options, "caller"),
            line=line,
            guidance=self.text(entry, "guidance") if entry.has("guidance") else None,
            requirements=tuple(self.requirements[each] for each in wanted),
            source=_source(entry.table("source")),
            fees=tuple(row for rows in fees.values() for row in rows),
            may_be_empty=entry.word("may_be_empty") if entry.has("may_be_empty") else "",
            then=entry.some_of("then", self.lines, "line") if entry.has("then") else (),
        )

    def fee(self, name: str, entry: Entry) -> tuple[Fee, ...]:
        words = self.text(entry, "name")
        rows = []
        for row in entry.tables("rows"):
            rows.append(Fee(name, words, _amount(row), row.date("since"), _source(row.table("source"))))
            row.close()
        return tuple(rows)


def _translations(entry: Entry) -> dict[str, dict[str, str]]:
    """Per further language: the wording of each English text."""
    return {
        language: {english: words.word(english) for english in words}
        for language in entry
        for words in [entry.table(language)]
    }


def _source(entry: Entry) -> Source:
    source = Source(
        page=entry.word("page"),
        read=entry.date("read"),
        confidence=cast(Confidence, entry.one_of("confidence", get_args(Confidence), "confidence")),
        note=entry.word("note") if entry.has("note") else "",
    )
    entry.close()
    return source


def _amount(row: Entry) -> Decimal:
    """Money is written as words ("52.500"), so that no digit is lost."""
    amount = row.word("amount")
    if not _AMOUNT.fullmatch(amount):
        row.refuse("amount", f"is not a sum of money: {amount!r}")
        return Decimal()
    return Decimal(amount)


def _timezone(top: Entry) -> str:
    timezone = top.word("timezone")
    try:
        ZoneInfo(timezone)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        top.refuse("timezone", f"no such time zone: {timezone!r}")
    return timezone

"""What a visitor told at home so far. It stands in the page's own address and is kept nowhere else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from queue_server import wire
from queue_server.domain.catalogue import Catalogue

UNSURE = "unsure"
DATES = frozenset({"expires", "issued"})
"""Details of a paper that are dates; the others are answered by yes or no."""

_FACT, _PAPER = "fact.", "paper."
_NAME = re.compile(r"caller|group|service|fact\.[\w-]+|paper\.[\w-]+(?:\.(?:expires|issued|attested|original))?")
_MOST = 100
"""Names an address may hold: several times what the longest check asks."""


@dataclass(frozen=True, slots=True)
class Told:
    """Names with values, in the order they were told.

    The names are `caller`, `group`, `service`, `fact.FACT`, `paper.DOCUMENT` and `paper.DOCUMENT.DETAIL`.
    `no_such_date` is the detail for which a day was told that no calendar has.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    no_such_date: str = ""

    @property
    def caller(self) -> str:
        """Who the visitor is; empty while that is not told."""
        return self.said.get("caller", "")

    @property
    def group(self) -> str:
        """What kind of service they come for."""
        return self.said.get("group", "")

    @property
    def service(self) -> str:
        """What they come for."""
        return self.said.get("service", "")

    @property
    def answers(self) -> dict[str, str]:
        """Facts with their answers, without those the visitor is not sure of."""
        return {name.removeprefix(_FACT): value for name, value in self._known_facts()}

    @property
    def unsure_of(self) -> set[str]:
        """Facts the visitor cannot tell."""
        facts = (name for name, value in self.said.items() if value == UNSURE and name.startswith(_FACT))
        return {name.removeprefix(_FACT) for name in facts}

    @property
    def papers(self) -> list[wire.Paper]:
        """The papers, each with what was told of it."""
        names = [name for name in self.said if name.startswith(_PAPER) and name.count(".") == 1]
        return [self._paper(name) for name in names if self.said[name] in {"have", "missing", UNSURE}]

    def before(self) -> "Told":
        """The same without what was told last."""
        return Told(dict(list(self.said.items())[:-1]))

    def of(self, known: Catalogue) -> "Told":
        """The same without what this catalogue does not know: an address may be older than the rules."""
        service = known.services.get(self.service)
        fits = {
            "caller": self.caller in known.callers.options,
            "group": self.group in known.groups,
            "service": service is not None and self.caller in service.callers,
        }
        kept = {name: value for name, value in self.said.items() if fits.get(name) or _is_of(name, value, known)}
        return Told(kept, self.no_such_date)

    def _known_facts(self) -> Iterator[tuple[str, str]]:
        return ((name, value) for name, value in self.said.items() if name.startswith(_FACT) and value != UNSURE)

    def _paper(self, name: str) -> wire.Paper:
        details: dict[str, Any] = {}
        for detail in ("expires", "issued", "attested", "original"):
            value = self.said.get(f"{name}.{detail}")
            if value is not None and detail in DATES:
                details[detail] = _day(value)
            elif value in {"yes", "no"}:
                details[detail] = value == "yes"
        return wire.Paper(name.removeprefix(_PAPER), self.said[name], **details)  # type: ignore[arg-type]


def told(pairs: Iterable[tuple[str, str]]) -> Told:
    """What the pairs of an address or a form tell; names that mean nothing here are passed over.

    What is told twice counts as told last. A date comes in parts, as `date=paper.DOCUMENT.DETAIL&year=&month=&day=`.
    """
    said: dict[str, str] = {}
    parts: dict[str, str] = {}
    for name, value in list(pairs)[:_MOST]:
        if name in {"date", "year", "month", "day"}:
            parts[name] = value
        elif _NAME.fullmatch(name) and len(name) <= 100 and 0 < len(value) <= 64:
            said.pop(name, None)
            said[name] = value
    name = parts.get("date", "")
    if not _NAME.fullmatch(name) or name.rpartition(".")[2] not in DATES or said.get(name.rpartition(".")[0]) != "have":
        return Told(said)
    try:
        said[name] = date(*(int(parts.get(part, "")) for part in ("year", "month", "day"))).isoformat()
    except ValueError:
        return Told(said, no_such_date=name)
    return Told(said)


def retold(check: wire.Check) -> Told:
    """What is worth telling again of a check that was kept: the answers, and the papers that will do."""
    said = {"caller": check.caller, "service": check.service}
    said |= {_FACT + question.fact: question.answer for question in check.questions if question.answer}
    for finding in check.findings:
        for paper in finding.documents:
            if finding.result == "presented" and paper.said:
                said[_PAPER + paper.document] = paper.said.state
                details = msgspec.to_builtins(paper.said)
                for detail in ("expires", "issued", "attested", "original"):
                    value = details.get(detail)
                    if value is not None:
                        said[f"{_PAPER}{paper.document}.{detail}"] = {True: "yes", False: "no"}.get(value, str(value))
    return Told(said)


def _is_of(name: str, value: str, known: Catalogue) -> bool:
    kind, _, rest = name.partition(".")
    if kind == "fact":
        fact = known.facts.get(rest)
        return fact is not None and rest != known.callers.id and (value == UNSURE or value in fact.options)
    return kind == "paper" and rest.partition(".")[0] in known.documents


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None

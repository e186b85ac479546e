"""One paper against one need: what is said or seen of it, and whether that will do today."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from typing import Literal, TypeAlias

State: TypeAlias = Literal["have", "missing", "unsure"]
Detail: TypeAlias = Literal["expires", "issued", "attested", "original"]
Result: TypeAlias = Literal[
    "on_file", "presented", "missing", "expired", "short_validity", "wrong_form", "mismatch", "unknown", "waived"
]
ShortfallCode: TypeAlias = Literal[
    "missing",
    "unsure",
    "doubted",
    "expired",
    "short_validity",
    "too_old",
    "not_attested",
    "not_original",
    "issued_in_future",
    "expires_before_issued",
]


class Strength(Enum):
    """How much a piece of evidence proves: said < machine < clerk = agency."""

    SAID = "said"
    MACHINE = "machine"
    CLERK = "clerk"
    AGENCY = "agency"

    def proves(self, least: "Strength") -> bool:
        """Whether this is enough where `least` is asked for."""
        return _WEIGHT[self] >= _WEIGHT[least]


_WEIGHT = {Strength.SAID: 0, Strength.MACHINE: 1, Strength.CLERK: 2, Strength.AGENCY: 2}


@dataclass(frozen=True, slots=True)
class Paper:
    """What is said or seen of one document. A detail that is None is not known."""

    document: str
    state: State
    expires: date | None = None
    issued: date | None = None
    attested: bool | None = None
    original: bool | None = None
    evidence: Strength = Strength.SAID

    @property
    def doubted(self) -> bool:
        """Whether a machine saw it and was not sure."""
        return self.state == "unsure" and self.evidence is Strength.MACHINE


@dataclass(frozen=True, slots=True)
class Need:
    """One document a requirement asks for, and what it must be like on the day it is used.

    `months_left` (calendar months) or `days_left` of validity must still be to come, 0 being today; `age_days` are
    the most days since it was issued.
    """

    document: str
    months_left: int | None = None
    days_left: int | None = None
    age_days: int | None = None
    attested: bool = False
    original: bool = False

    @property
    def details(self) -> tuple[Detail, ...]:
        """What has to be known of the paper before it can be judged."""
        asked: dict[Detail, bool] = {
            "expires": self.months_left is not None or self.days_left is not None,
            "issued": self.age_days is not None,
            "attested": self.attested,
            "original": self.original,
        }
        return tuple(detail for detail, wanted in asked.items() if wanted)

    def valid_until(self, today: date) -> date | None:
        """The first day of expiry that will do; None when validity does not matter."""
        if self.months_left is not None:
            return months_after(today, self.months_left)
        return None if self.days_left is None else today + timedelta(days=self.days_left)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why a paper will not do, as data; words are put to it at the edge.

    `expired` has expires; `short_validity` expires, until and, where months count, months; `too_old` issued and
    since; `issued_in_future` issued; `expires_before_issued` issued and expires; the others nothing.
    """

    code: ShortfallCode
    document: str
    values: Mapping[str, date | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A paper's result, or None with the details that are still needed to know it."""

    result: Result | None
    needs: tuple[Detail, ...] = ()
    shortfall: Shortfall | None = None


def together(before: Mapping[str, Paper], shown: Mapping[str, Paper]) -> dict[str, Paper]:
    """The papers of a check once these are shown: each of them instead of what was known, as far as it may be."""
    return {**before, **{document: _instead(before.get(document), paper) for document, paper in shown.items()}}


def _instead(before: Paper | None, shown: Paper) -> Paper:
    """What the agency holds stands. Words do not clear a machine's doubt, nor change the date it read."""
    if before is None:
        return shown
    if before.evidence is Strength.AGENCY:
        return before
    if before.evidence is Strength.MACHINE and shown.evidence is Strength.SAID and shown.state == "have":
        return before if before.doubted else replace(shown, expires=before.expires)
    return shown


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def judge(need: Need, paper: Paper | None, today: date) -> Judgement:
    """Whether a paper meets a need today. What the agency holds is on file and asks for no further detail."""
    if paper is None:
        return Judgement(None, need.details)
    if paper.state == "missing":
        return _fails(need, "missing", "missing")
    if paper.state == "unsure":
        return _fails(need, "unknown", "doubted" if paper.doubted else "unsure")
    held = paper.evidence is Strength.AGENCY
    needs = () if held else tuple(detail for detail in need.details if getattr(paper, detail) is None)
    if needs:
        return Judgement(None, needs)
    for failure in (_dates_contradict, _runs_out, _is_too_old, _has_wrong_form):
        failed = failure(need, paper, today)
        if failed is not None:
            return failed
    return Judgement("on_file" if held else "presented")


def _dates_contradict(need: Need, paper: Paper, today: date) -> Judgement | None:
    issued, expires = paper.issued, paper.expires
    if issued is not None and issued > today:
        return _fails(need, "mismatch", "issued_in_future", issued=issued)
    if issued is not None and expires is not None and expires < issued:
        return _fails(need, "mismatch", "expires_before_issued", issued=issued, expires=expires)
    return None


def _runs_out(need: Need, paper: Paper, today: date) -> Judgement | None:
    expires, until = paper.expires, need.valid_until(today)
    if expires is None or until is None or expires >= until:
        return None
    if expires < today:
        return _fails(need, "expired", "expired", expires=expires)
    months = {} if need.months_left is None else {"months": need.months_left}
    return _fails(need, "short_validity", "short_validity", expires=expires, until=until, **months)


def _is_too_old(need: Need, paper: Paper, today: date) -> Judgement | None:
    issued, days = paper.issued, need.age_days
    if issued is None or days is None or (today - issued).days <= days:
        return None
    return _fails(need, "expired", "too_old", issued=issued, since=today - timedelta(days=days))


def _has_wrong_form(need: Need, paper: Paper, _today: date) -> Judgement | None:
    if need.attested and paper.attested is False:
        return _fails(need, "wrong_form", "not_attested")
    if need.original and paper.original is False:
        return _fails(need, "wrong_form", "not_original")
    return None


def _fails(need: Need, result: Result, code: ShortfallCode, **values: date | int) -> Judgement:
    return Judgement(result, shortfall=Shortfall(code, need.document, values))

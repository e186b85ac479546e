"""A visitor's answers and papers against one service: what to ask next, what is wrong, and what comes of it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from queue_server.domain.catalogue import CALLER, Requirement, Service
from queue_server.domain.check import Waived
from queue_server.domain.documents import Detail, Judgement, Need, Paper, Result, Shortfall, judge
from queue_server.domain.rules import Answers, holds, open_facts

Outcome: TypeAlias = Literal["ready", "incomplete", "refer", "quick"]

_BEST_FIRST: tuple[Result | None, ...] = (
    "on_file",
    "presented",
    None,  # Not known yet: an alternative still to be asked for comes before one that has failed.
    "unknown",
    "wrong_form",
    "short_validity",
    "expired",
    "mismatch",
    "missing",
)
_PASSES = frozenset({"on_file", "presented"})
_FALLS_SHORT = frozenset({"missing", "expired", "short_validity", "wrong_form", "mismatch"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement that applies, seen through its alternative nearest to being met.

    `result` is None until every paper of that alternative was answered for; `needs` are the details each still lacks,
    `shortfalls` what is wrong with each that will not do.
    `proven` is False when the papers are there but someone still has to see them.
    """

    requirement: Requirement
    alternative: tuple[Need, ...]
    result: Result | None
    proven: bool
    needs: Mapping[str, tuple[Detail, ...]]
    shortfalls: tuple[Shortfall, ...]
    waiver: Waived | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules make of a check. `questions` are the facts that matter, answered or open, in order of asking."""

    questions: tuple[str, ...]
    open_facts: tuple[str, ...]
    findings: tuple[Finding, ...]
    outcome: Outcome | None


def papers_are_there(outcome: Outcome | None, results: Iterable[str | None]) -> bool:
    """Whether no paper is missing or in doubt, even if a machine or a clerk still has to see one."""
    return outcome in {"ready", "refer"} and "unknown" not in results


def assess(
    service: Service,
    answers: Answers,
    papers: Mapping[str, Paper],
    waivers: Mapping[str, Waived],
    today: date,
) -> Assessment:
    """Judge a check under the service's rules as they hold today."""
    asked, unanswered = _interview(service, answers, waivers)
    findings = tuple(
        _find(requirement, papers, waivers.get(requirement.id), today)
        for requirement in service.requirements
        if holds(requirement.when, answers)
    )
    return Assessment(
        questions=tuple(fact for fact in service.facts if fact in {*asked, *unanswered} and fact != CALLER),
        open_facts=unanswered,
        findings=findings,
        outcome="quick" if service.line is None else _outcome(unanswered, findings),
    )


def _interview(service: Service, answers: Answers, waived: Container[str]) -> tuple[Answers, tuple[str, ...]]:
    """Ask again from the start: the answers that mattered, and the facts still open after them.

    An answer to a question that a later change of mind made pointless does not count; what is waived asks nothing.
    """
    known: dict[str, str] = {}
    asking = [each.when for each in service.requirements if each.id not in waived]
    while True:
        wanted = {fact for when in asking for fact in open_facts(when, known)}
        given = [fact for fact in service.facts if fact in wanted and fact in answers]
        if not given:
            return known, tuple(fact for fact in service.facts if fact in wanted)
        known[given[0]] = answers[given[0]]


def _find(requirement: Requirement, papers: Mapping[str, Paper], waiver: Waived | None, today: date) -> Finding:
    def judged(alternative: tuple[Need, ...]) -> list[Judgement]:
        return [judge(need, papers.get(need.document), today) for need in alternative]

    def doubted(alternative: tuple[Need, ...]) -> bool:
        """Whether its papers are there and good, and someone still has to see them."""
        return _worst(judged(alternative)).result in _PASSES and not all(
            papers[need.document].evidence.proves(requirement.accepts) for need in alternative
        )

    def distance(alternative: tuple[Need, ...]) -> tuple[int, bool]:
        return _rank(_worst(judged(alternative))), doubted(alternative)

    nearest = min(requirement.alternatives, key=distance)
    judgements = judged(nearest)
    worst = _worst(judgements)
    answered = all(judgement.result is not None for judgement in judgements)
    return Finding(
        requirement=requirement,
        alternative=nearest,
        result="waived" if waiver else worst.result if answered else None,
        proven=waiver is not None or not doubted(nearest),
        needs={need.document: judgement.needs for need, judgement in zip(nearest, judgements, strict=True)},
        shortfalls=tuple(each.shortfall for each in judgements if each.shortfall) if answered and not waiver else (),
        waiver=waiver,
    )


def _worst(judgements: list[Judgement]) -> Judgement:
    return max(judgements, key=_rank)


def _rank(judgement: Judgement) -> int:
    return _BEST_FIRST.index(judgement.result)


def _outcome(unanswered: tuple[str, ...], findings: tuple[Finding, ...]) -> Outcome | None:
    results = {finding.result for finding in findings}
    if unanswered or None in results:
        return None
    if results & _FALLS_SHORT:
        return "incomplete"
    if "unknown" in results or not all(finding.proven for finding in findings):
        return "refer"
    return "ready"

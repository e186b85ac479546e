"""A check begun, answered and judged: no store, no clock, so that it comes out the same wherever it is done."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from queue_server import wire
from queue_server.domain.applications import Filed
from queue_server.domain.assessment import Assessment, assess
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.check import Check
from queue_server.domain.documents import Paper, Strength, together
from queue_server.domain.errors import EvidenceTooStrong, Unknown, WrongCaller
from queue_server.domain.names import compare
from queue_server.domain.trust import CLAIMS, Role


def begun(
    catalogue: Catalogue,
    new: wire.NewCheck,
    filed: Filed | None,
    *,
    check: str,
    code: str,
    day: date,
    at: datetime,
    booked: bool = False,
) -> Check:
    """A check just begun and judged; what `filed` names is on file from the start.

    `booked`: the visitor comes in time with an appointment for the service, so that is on file too.

    Raises `Unknown` for a service, caller, language or application, `WrongCaller` when the service is not for them.
    """
    caller = new.caller.class_
    asked_for(catalogue, new.service, caller, new.language)
    if new.application is not None and (filed is None or filed.service != new.service):
        raise Unknown("application", new.application)
    held = [*(filed.documents if filed else ()), *(proves_booking(catalogue) if booked else ())]
    opened = Check(
        id=check,
        day=day,
        service=new.service,
        language=new.language,
        caller=caller,
        channel=new.channel,
        catalogue=catalogue.version,
        resume_code=code,
        created_at=at,
        answers={**(filed.answers if filed else {}), "caller": caller},
        papers={each: Paper(each, "have", evidence=Strength.AGENCY) for each in held},
        application=None if filed is None else filed.number,
    )
    return judged(catalogue, opened, day)


def proves_booking(catalogue: Catalogue) -> list[str]:
    """The documents that prove an appointment."""
    return [document.id for document in catalogue.documents.values() if document.booked]


def asked_for(catalogue: Catalogue, service: str, caller: str, language: str) -> None:
    """Raises `Unknown`, or `WrongCaller`, unless the office offers the service to such a caller in that language."""
    offered = catalogue.services.get(service)
    if offered is None:
        raise Unknown("service", service)
    if caller not in catalogue.callers.options:
        raise Unknown("caller", caller)
    if caller not in offered.callers:
        raise WrongCaller(service=service, caller=caller)
    if language not in catalogue.languages:
        raise Unknown("language", language)


def told(catalogue: Catalogue, check: Check, change: wire.CheckChange, role: Role, filed: Filed | None = None) -> Check:
    """The check with another language, answers and papers, not judged yet.

    `filed` is the check's application, where names read on papers are to be compared with it. Raises `Unknown` for
    what is not of this catalogue and `EvidenceTooStrong` for what that role cannot know.
    """
    if change.language is not None:
        if change.language not in catalogue.languages:
            raise Unknown("language", change.language)
        check = replace(check, language=change.language)
    check = _answered(catalogue, check, change.answers or {})
    presented = _presented(catalogue, change.documents or [], role)
    for document, holder in (change.holders or {}).items():
        if document in presented and filed and filed.holder and catalogue.documents[document].named:
            presented[document] = _compared(presented[document], filed.holder, holder)
    return replace(check, papers=together(check.papers, presented))


def assessed(catalogue: Catalogue, check: Check, day: date) -> Assessment:
    """What these rules make of a check's answers and papers on a day."""
    return assess(catalogue.services[check.service], check.answers, check.papers, check.waivers, day)


def judged(catalogue: Catalogue, check: Check, day: date) -> Check:
    """The check with that day's results, outcome and rule version, as it is to be kept."""
    assessment = assessed(catalogue, check, day)
    results = {finding.requirement.id: finding.result for finding in assessment.findings}
    return replace(check, results=results, outcome=assessment.outcome, catalogue=catalogue.version)


def _answered(catalogue: Catalogue, check: Check, answers: Mapping[str, str]) -> Check:
    for fact, value in answers.items():
        known = catalogue.facts.get(fact)
        if known is None or fact == "caller":
            raise Unknown("fact", fact)
        if value not in known.options:
            raise Unknown("value", value)
    return replace(check, answers={**check.answers, **answers})


def _presented(catalogue: Catalogue, papers: list[wire.Paper], role: Role) -> dict[str, Paper]:
    for paper in papers:
        if paper.document not in catalogue.documents:
            raise Unknown("document", paper.document)
        if paper.evidence not in CLAIMS.get(role, frozenset()):
            raise EvidenceTooStrong(evidence=paper.evidence, role=str(role))
    return {paper.document: shown_as(paper) for paper in papers}


def shown_as(paper: wire.Paper) -> Paper:
    """What was said of a paper, as the rules know it."""
    return Paper(
        paper.document,
        paper.state,
        paper.expires,
        paper.issued,
        paper.attested,
        paper.original,
        Strength(paper.evidence),
    )


def _compared(paper: Paper, known: str, read: str) -> Paper:
    """The paper a machine read, or its doubt when the name on it is not surely the one known."""
    if paper.evidence is not Strength.MACHINE or compare(known, read) == "match":
        return paper
    return Paper(paper.document, "unsure", evidence=Strength.MACHINE)

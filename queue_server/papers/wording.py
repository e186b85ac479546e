"""A check put into words for whoever reads it: its questions, its findings, what is wrong and what to do."""

from collections.abc import Mapping
from datetime import date

from assets.days import written
from assets.words import say
from queue_server import wire
from queue_server.domain.assessment import Assessment, Finding
from queue_server.domain.catalogue import CALLER, Catalogue, Text
from queue_server.domain.check import Check
from queue_server.domain.documents import Need, Paper, Shortfall
from queue_server.papers.checking import assessed

REASONS = {
    "missing": "You do not have this paper with you.",
    "unsure": "You are not sure about this paper.",
    "doubted": "The name on it is not the one we know.",
    "expired": "It expired on {expires}.",
    "short_validity": "It is valid until {expires}. It must be valid until {until}.",
    "too_old": "It was issued on {issued}. It must be no older than {since}.",
    "not_attested": "It has not been attested.",
    "not_original": "It is a copy. The original is needed.",
    "issued_in_future": "The date of issue, {issued}, has not come yet.",
    "expires_before_issued": "It would have expired on {expires}, before it was issued on {issued}.",
}
"""What is wrong, by the shortfall's code."""

REMEDIES = {
    "missing": "Bring this paper: {document}.",
    "unsure": "Show what you have at the information desk.",
    "doubted": "Show it at the information desk.",
    "expired": "Renew it, then come back with the new one.",
    "short_validity": "Bring one that is valid until {until} or later.",
    "too_old": "Bring one issued on {since} or later.",
    "not_attested": "Have it attested, then come back with it.",
    "not_original": "Bring the original paper.",
    "issued_in_future": "Look at the date again, or ask at the information desk.",
    "expires_before_issued": "Look at the dates again, or ask at the information desk.",
}
"""What to do, by the shortfall's code."""

_SEEN = "A clerk at the information desk must see this paper."


def check_in_words(catalogue: Catalogue, check: Check, day: date, language: str, number: str | None) -> wire.Check:
    """The check under a day's rules, for a reader of `language`; `number` is what it led to, if it did."""
    service = catalogue.services[check.service]
    assessment = assessed(catalogue, check, day)
    return wire.Check(
        id=check.id,
        service=check.service,
        service_name=service.name[language],
        language=check.language,
        caller=check.caller,
        channel=check.channel,
        day=check.day,
        questions=_questions(catalogue, assessment, check.answers, language),
        findings=[_finding(catalogue, finding, check.papers, language) for finding in assessment.findings],
        outcome=assessment.outcome,
        resume_code=check.resume_code,
        created_at=check.created_at,
        referred=check.referred_at is not None,
        refer_reason=check.refer_reason,
        referred_at=check.referred_at,
        guidance=None if service.guidance is None else service.guidance[language],
        ticket=check.ticket,
        number=number,
        served=check.served_at is not None,
    )


def shortfall_words(catalogue: Catalogue, finding: Finding, shortfall: Shortfall, language: str) -> tuple[str, str]:
    """What is wrong with a paper, and what to do about it."""
    values = _values(catalogue, shortfall, language)
    own = finding.requirement.remedy
    # Whoever is not sure need not do anything yet but show what they have.
    remedy = own[language] if own and shortfall.code != "unsure" else say(REMEDIES[shortfall.code], language, **values)
    return say(REASONS[shortfall.code], language, **values), remedy


def _questions(
    catalogue: Catalogue, assessment: Assessment, answers: Mapping[str, str], language: str
) -> list[wire.Question]:
    facts = (catalogue.facts[fact] for fact in assessment.questions if fact != CALLER)
    return [
        wire.Question(
            fact=fact.id,
            text=fact.question[language],
            options=[wire.Choice(value, text[language]) for value, text in fact.options.items()],
            answer=answers.get(fact.id),
        )
        for fact in facts
    ]


def _finding(catalogue: Catalogue, finding: Finding, papers: Mapping[str, Paper], language: str) -> wire.Finding:
    papers_asked = [_asked(catalogue, finding, need, papers, language) for need in finding.alternative]
    reason, remedy = next(((each.reason, each.remedy) for each in papers_asked if each.reason), ("", ""))
    waiver = finding.waiver
    return wire.Finding(
        requirement=finding.requirement.id,
        because=finding.requirement.because[language],
        documents=papers_asked,
        alternatives=[[need.document for need in each] for each in finding.requirement.alternatives],
        result=finding.result,
        proven=finding.proven,
        reason=reason,
        remedy=remedy,
        waived_by=None if waiver is None else waiver.name,
        waiver_reason=None if waiver is None else waiver.reason,
        waived_with=None if waiver is None else waiver.second_name or None,
        four_eyes=finding.requirement.four_eyes,
    )


def _asked(
    catalogue: Catalogue, finding: Finding, need: Need, papers: Mapping[str, Paper], language: str
) -> wire.PaperAsked:
    document = need.document
    known = catalogue.documents[document]
    paper = papers.get(document)
    reason, remedy = _paper_words(catalogue, finding, document, language)
    return wire.PaperAsked(
        document=document,
        name=known.name[language],
        hint=known.hint[language],
        picture=known.picture,
        needs=list(finding.needs.get(document, ())),
        said=None if paper is None else said_of(paper),
        reason=reason,
        remedy=remedy,
        file=not (need.original or need.attested),
    )


def _paper_words(catalogue: Catalogue, finding: Finding, document: str, language: str) -> tuple[str, str]:
    """Why one paper of a finding stands in the way and what to do; both empty when it does not."""
    for shortfall in finding.shortfalls:
        if shortfall.document == document:
            return shortfall_words(catalogue, finding, shortfall, language)
    return ("", "") if finding.proven else (say(_SEEN, language), say(REMEDIES["unsure"], language))


def said_of(paper: Paper) -> wire.Paper:
    """A paper as the wire has it."""
    return wire.Paper(
        document=paper.document,
        state=paper.state,
        expires=paper.expires,
        issued=paper.issued,
        attested=paper.attested,
        original=paper.original,
        evidence=paper.evidence.value,
    )


def _values(catalogue: Catalogue, shortfall: Shortfall, language: str) -> dict[str, object]:
    """What fills the words: dates in the language's way with Western digits, and the paper's name."""
    name: Text = catalogue.documents[shortfall.document].name
    values: dict[str, object] = {"document": name[language]}
    for key, value in shortfall.values.items():
        values[key] = written(value, language) if isinstance(value, date) else value
    return values

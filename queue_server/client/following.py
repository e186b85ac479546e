"""A check between its two homes: what the server said of it, known as the rules know it; and told to the server."""

from dataclasses import replace

from queue_server import wire
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.check import Check, Waived
from queue_server.domain.documents import Paper, Strength, together
from queue_server.domain.errors import DawrError
from queue_server.domain.trust import Role
from queue_server.papers.checking import shown_as, told
from queue_server.papers.wording import said_of


def followed(
    rules: Catalogue, check: wire.Check, before: Check | None, change: wire.CheckChange | None, application: str | None
) -> Check:
    """The check as the server has it. What was known `before` of papers the server's answer does not name stays.

    `application` is the number it was begun with, empty when that is not known here.
    """
    if before is not None:
        application = before.application
    if before is not None and change is not None:
        try:
            before = told(rules, before, change, Role.KIOSK)
        except DawrError:
            before = None  # Under rules that came since: the answer alone has to do.
    papers = [each.said for finding in check.findings for each in finding.documents if each.said is not None]
    answers = {question.fact: question.answer for question in check.questions if question.answer is not None}
    return Check(
        id=check.id,
        day=check.day,
        service=check.service,
        language=check.language,
        caller=check.caller,
        channel=check.channel,
        catalogue=rules.version,
        resume_code=check.resume_code,
        created_at=check.created_at,
        answers={**(before.answers if before else {}), **answers, "caller": check.caller},
        papers={**(before.papers if before else {}), **{each.document: shown_as(each) for each in papers}},
        waivers={
            each.requirement: Waived(
                each.requirement, each.waived_by, each.waived_by, each.waiver_reason or "", check.created_at
            )
            for each in check.findings
            if each.waived_by is not None
        },
        application=application,
    )


def doubted(rules: Catalogue, check: Check, change: wire.CheckChange) -> Check:
    """The check with every paper in doubt whose name a machine read and the server would have compared: it is away."""
    if check.application is None:
        return check
    papers = {
        document: Paper(document, "unsure", evidence=Strength.MACHINE)
        for document in change.holders or {}
        if document in check.papers and rules.documents[document].named
    }
    return replace(check, papers=together(check.papers, papers))


def handed_over(
    check: Check,
    boot: str,
    continues: str | None,
    unheard: str | None = None,
    given: wire.GivenNumber | None = None,
) -> wire.HandOver:
    """A check as it is told to the server. What an agency holds the server knows itself."""
    return wire.HandOver(
        visit=check.id,
        boot=boot,
        service=check.service,
        language=check.language,
        caller=check.caller,
        catalogue=check.catalogue,
        began_at=check.created_at,
        answers={fact: value for fact, value in check.answers.items() if fact != "caller"},
        documents=[said_of(paper) for paper in check.papers.values() if paper.evidence is not Strength.AGENCY],
        resume_code=check.resume_code,
        refer=check.refer_reason if check.referred_at is not None else None,
        referred_at=check.referred_at,
        continues=continues,
        unheard=unheard,
        given=given,
    )

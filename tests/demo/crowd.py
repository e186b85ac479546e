"""Others in the hall: visitors whose papers are in order, and a colleague who serves them."""

from dataclasses import dataclass
from datetime import date, timedelta

from queue_server import wire
from queue_server.client.api import Api

_LONG_VALID, _LATELY = timedelta(days=900), timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who came for a service."""

    service: str
    caller: str
    language: str


COMMERCIAL = (Visitor("renew-permit", "employer", "ar"), Visitor("new-permit", "messenger", "en"))
RESIDENCY = tuple(Visitor("family-spouse", "family", language) for language in ("ar", "en", "ar"))


def arrive(kiosk: Api, visitor: Visitor) -> wire.Issued:
    """Take a number as one with all papers does: the first answer to every question, and yes to every paper."""
    check = kiosk.open_check(wire.NewCheck(visitor.service, visitor.language, wire.Caller(visitor.caller)))
    while check.outcome is None:
        answers = {asked.fact: asked.options[0].value for asked in check.questions if asked.answer is None}
        papers = [paper for finding in check.findings if finding.result is None for paper in finding.documents]
        assert answers or papers, f"nothing more is asked, but {check.service} has no outcome"
        change = wire.CheckChange(answers=answers, documents=[_in_order(paper, check.day) for paper in papers])
        check = kiosk.change_check(check.id, change)
    return kiosk.issue(check.id)


def serve_one(clerk: Api, counter: int) -> None:
    """Call, start and finish whoever is next."""
    clerk.call_next(counter)
    clerk.start(counter)
    clerk.finish(counter, wire.Finish())


def _in_order(asked: wire.PaperAsked, today: date) -> wire.Paper:
    known = {"expires": today + _LONG_VALID, "issued": today - _LATELY, "attested": True, "original": True}
    return wire.Paper(asked.document, "have", **{need: known[need] for need in asked.needs})  # type: ignore[arg-type]

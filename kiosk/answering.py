"""What the server is told of a check."""

from datetime import date

import msgspec

from assets.words import say
from kiosk.asking import DATES
from kiosk.flow import Page, Step, paper_of
from queue_server import wire

REASONS = {
    Page.GUIDANCE: "The guidance at the kiosk did not answer the question.",
    Page.REFER: "To be confirmed at the information desk.",
    Page.PERSON: "Asked for a person at the kiosk.",
}
"""Why a clerk is to look at a check, by the page that sends the visitor there."""


def told(step: Step, check: wire.Check, value: str) -> wire.CheckChange:
    """The change of `check` that `value` stands for, given on the page of `step`."""
    if step.page is Page.QUESTION:
        return wire.CheckChange(answers={step.subject: value})
    if step.page in {Page.PAPER, Page.SCAN}:
        return _papers(document=step.subject, state=value)
    if value == "unsure":
        return _papers(document=step.subject, state="unsure")
    # A paper is told as a whole: what was said of its other details goes with it.
    found = paper_of(check, step.subject)
    before = msgspec.to_builtins(found[1].said) if found and found[1].said else {}
    detail = value if step.detail in DATES else value == "yes"
    # What is told by hand is only said, whatever showed the rest of it.
    return _papers(**{**before, "document": step.subject, "state": "have", step.detail: detail, "evidence": "said"})


def shown(document: str, expires: date, holder: str) -> wire.CheckChange:
    """What the server is told of a paper a machine is sure of; the name is compared there and kept nowhere."""
    paper = wire.Paper(document, "have", expires=expires, evidence="machine")
    return wire.CheckChange(documents=[paper], holders={document: holder} if holder else None)


def owed(check: wire.Check, language: str, reason: str | None) -> wire.CheckChange | None:
    """What the server is yet to be told: another language, or a `reason` to refer the check; None when nothing is."""
    turned = language if language != check.language else None
    refer = None if check.referred else reason
    return wire.CheckChange(language=turned, refer=refer) if turned or refer else None


def reason_of(page: Page, language: str) -> str:
    """The reason a clerk reads. Raises `KeyError` for a page that sends nobody anywhere."""
    return say(REASONS[page], language)


def _papers(**said: object) -> wire.CheckChange:
    return wire.CheckChange(documents=[msgspec.convert(said, wire.Paper)])

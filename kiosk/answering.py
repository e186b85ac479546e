"""What the server is told of a check."""

from datetime import date

import msgspec

from kiosk.asking import DATES
from kiosk.flow import Page, Step, paper_of
from queue_server import wire


def told(step: Step, check: wire.Check, value: str) -> wire.CheckChange:
    """The change of `check` that `value` stands for, given on the page of `step`."""
    if step.page is Page.QUESTION:
        return wire.CheckChange(answers={step.subject: value})
    if step.page in {Page.PAPER, Page.SCAN, Page.PHONE}:
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


def owed(check: wire.Check, language: str, *, confirm: bool) -> wire.CheckChange | None:
    """What the server is yet to be told: another language, or papers to `confirm`; None when nothing is."""
    turned = language if language != check.language else None
    refer = "confirm" if confirm and not check.referred else None
    return wire.CheckChange(language=turned, refer=refer) if turned or refer else None


def _papers(**said: object) -> wire.CheckChange:
    return wire.CheckChange(documents=[msgspec.convert(said, wire.Paper)])

"""What a touch on a question, a paper or a detail tells the server."""

import msgspec

from kiosk.asking import DATES
from kiosk.flow import Page, Step, paper_of
from queue_server import wire


def told(step: Step, check: wire.Check, value: str) -> wire.CheckChange:
    """The change of `check` that `value` stands for, given on the page of `step`."""
    if step.page is Page.QUESTION:
        return wire.CheckChange(answers={step.subject: value})
    if step.page is Page.PAPER:
        return _papers(document=step.subject, state=value)
    if value == "unsure":
        return _papers(document=step.subject, state="unsure")
    # A paper is told as a whole: what was said of its other details goes with it.
    found = paper_of(check, step.subject)
    before = msgspec.to_builtins(found[1].said) if found and found[1].said else {}
    detail = value if step.detail in DATES else value == "yes"
    return _papers(**{**before, "document": step.subject, "state": "have", step.detail: detail})


def _papers(**said: object) -> wire.CheckChange:
    return wire.CheckChange(documents=[msgspec.convert(said, wire.Paper)])

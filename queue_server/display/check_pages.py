"""The pages of `/check`: papers checked at home, with forms and links only, so that any browser will do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import segno

from assets.words import in_fours, native_name, say
from queue_server import wire
from queue_server.display.asking import Asked, asked
from queue_server.display.pages import render
from queue_server.display.told import Told
from queue_server.domain.assessment import papers_are_there
from queue_server.domain.catalogue import Catalogue

_QR_DOTS = 8


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at home: what they told, and what today's rules make of it, once a service is told."""

    known: Catalogue
    told: Told
    check: wire.Check | None
    language: str
    today: date

    def say(self, english: str, **values: object) -> str:
        """The office's words in the visitor's language."""
        return say(english, self.language, **values)

    def address(self, told: Told) -> str:
        """The address at which something else is told."""
        return f"/check?{urlencode({'lang': self.language, **told.said})}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper on a list: what to do about it and why, or why it is asked for."""

    name: str
    picture: str
    first: str
    then: str


def check_page(visit: Visit, key: str) -> str:
    """The next question, or the result with the button that keeps it under `key`, once."""
    asks = asked(visit.known, visit.told, visit.check, visit.language, visit.today)
    if asks is not None:
        return _ask_page(visit, asks)
    return render("check_result.html", **_common(visit), **_result(visit), hidden=_hidden(visit), key=key)


def code_page(visit: Visit, prepared: wire.Prepared, good_until: str, *, booked: bool) -> str:
    """A check that was kept: its code to show at the kiosk, and how the papers stand under today's rules.

    `booked`: an appointment was taken with it.
    """
    qr = segno.make_qr(wire.RESUME + prepared.code, error="m").png_data_uri(scale=_QR_DOTS, border=4)
    return render(
        "check_code.html",
        **_common(visit, f"/check/{prepared.page}"),
        **_result(visit),
        code=in_fours(prepared.code),
        qr=qr,
        good_until=visit.say("The code is good until {day}.", day=good_until),
        again=visit.address(visit.told),
        page=prepared.page,
        spoken=prepared.code,
        booked=booked,
    )


def _ask_page(visit: Visit, asks: Asked) -> str:
    return render(
        "check_ask.html",
        **_common(visit),
        asks=asks,
        hidden=_hidden(visit),
        first=not visit.told.said,
        trouble=visit.say("There is no such day. Please choose again.") if visit.told.no_such_date else "",
    )


def _common(visit: Visit, path: str = "/check") -> dict[str, object]:
    """What every page shows: the office, the ways out, and itself in other languages."""
    said = visit.told.said if path == "/check" else {}
    return {
        "language": visit.language,
        "office": visit.known.name[visit.language],
        "languages": [
            (language, native_name(language), f"{path}?{urlencode({'lang': language, **said})}")
            for language in visit.known.languages
        ],
        "back": visit.address(visit.told.before()) if said else "",
        "start": visit.address(Told()) if said or path != "/check" else "",
        "refresh_seconds": None,
    }


def _hidden(visit: Visit) -> list[tuple[str, str]]:
    return [("lang", visit.language), *visit.told.said.items()]


def _result(visit: Visit) -> dict[str, object]:
    check = visit.check
    if check is None:
        raise ValueError("there is no result before a service is told")
    papers = [(finding, paper) for finding in check.findings for paper in finding.documents]
    title, first = _OUTCOMES[check.outcome]
    return {
        "outcome": check.outcome,
        "books": _books(visit.known, check),
        "service": check.service_name,
        "title": visit.say(title),
        "first": check.guidance or visit.say(first),
        "wanting": [
            Listed(paper.name, paper.picture, paper.remedy, paper.reason) for _finding, paper in papers if paper.reason
        ],
        "fine": [
            Listed(paper.name, paper.picture, "", finding.because)
            for finding, paper in papers
            if finding.result not in {None, "on_file"} and not paper.reason
        ],
    }


def _books(known: Catalogue, check: wire.Check) -> bool:
    """Whether an appointment may follow: the papers are there, and the line gives places from home."""
    line = known.services[check.service].line
    slots = known.lines[line].slots if line else None
    results = [finding.result for finding in check.findings]
    return bool(slots and slots.home) and papers_are_there(check.outcome, results)


_OUTCOMES: Mapping[wire.Outcome | None, tuple[str, str]] = {
    "ready": (
        "Your papers are complete",
        "Bring them and show your code at a kiosk. You need not answer again.",
    ),
    "incomplete": (
        "Some papers are missing",
        "Get what is listed here. Then check again, or come with your code.",
    ),
    "refer": (
        "The information desk will confirm this",
        "Bring your papers to the information desk. A clerk will look at them.",
    ),
    "quick": ("You need no number for this", "Please ask at the information desk."),
    None: ("A person will help you", "Ask at the information desk. Your other answers are kept with your code."),
}

"""Every page of the kiosk at once, as it stands before a visitor: no server, nothing to wait for.

The office is the shipped one, so the words are those that visitors read, and of them the longest.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import cast

import httpx
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app import Kiosk, build
from kiosk.flow import Page, Step, Walk
from kiosk.settings import Settings
from kiosk.speech.voice import Voice
from kiosk.viewmodels.comfort import Comfort
from kiosk.viewmodels.connection import Connection
from kiosk.viewmodels.dates import Dates
from kiosk.viewmodels.help import Help
from kiosk.viewmodels.idle import Idle
from kiosk.viewmodels.keypad import Keypad
from kiosk.viewmodels.printing import Printing
from kiosk.viewmodels.scanning import Scanning
from kiosk.viewmodels.station import Station
from queue_server import wire
from queue_server.application.presenting import catalogue as on_the_wire
from queue_server.client.printer import Printed, PrinterState
from queue_server.papers.checking import begun
from queue_server.papers.wording import check_in_words
from tests.kiosk.conftest import Paper
from tests.kiosk.hand import Hand
from tests.kiosk.shipped import CODE, NOW, TODAY, asked, office

PANELS = {"portrait": ("1080x1920", 27.0), "landscape": ("1920x1080", 21.5), "small": ("1024x768", 15.0)}
MODES = ("usual", "large", "strong", "seated")
TRACK = "https://dawr.example/t/EEvGkGvAjPqfj4ZmZb3HnW0eUMgJ1wQz"


@dataclass(frozen=True)
class Gallery:
    """A kiosk whose pages are shown one by one, in the order a visit may take."""

    kiosk: Kiosk
    hand: Hand

    def pages(self, language: str, *modes: str) -> Iterator[str]:
        """Show every page in a language and modes; each is laid out when its name comes."""
        self._start(language, modes)
        for name, show in self._scenes(language).items():
            show()
            self.kiosk.visit.changed.emit()
            self.hand.lay_out()
            yield name
            self._tidy()

    def show(self, name: str, language: str, *modes: str) -> None:
        """Show one page."""
        self._start(language, modes)
        self._scenes(language)[name]()
        self.kiosk.visit.changed.emit()
        self.hand.lay_out()

    def part(self, kind: type[QObject]) -> QObject:
        """The kiosk's view-model of a kind."""
        return next(each for each in self.kiosk.operations.children() if isinstance(each, kind))

    def hold_still(self) -> None:
        """No page changes by itself: neither the server's silence nor the time that passes is noticed."""
        connection = cast(Connection, self.part(Connection))
        connection._noticed.disconnect(connection._show)
        connection._show(reachable=True)
        for timer in self.kiosk.operations.findChildren(QTimer):
            timer.stop()

    def _start(self, language: str, modes: tuple[str, ...]) -> None:
        visit = self.kiosk.visit
        visit._forget()
        visit.begun.emit()
        visit.catalogue = on_the_wire(office(), "https://dawr.example")
        for mode in modes:
            if mode != "usual":
                cast(Comfort, self.part(Comfort)).turn(mode)
        visit._speak(language)

    def _tidy(self) -> None:
        visit = self.kiosk.visit
        visit._over, visit._trouble, visit.catalogue = None, "", on_the_wire(office(), "https://dawr.example")
        cast(Station, self.part(Station)).state = None
        cast(Help, self.part(Help))._forget()
        cast(Printing, self.part(Printing))._forget()
        cast(Connection, self.part(Connection))._show(reachable=True)
        cast(Connection, self.part(Connection)).goes_on_by(lambda: False)
        cast(Idle, self.part(Idle))._show(0)

    def _scenes(self, language: str) -> dict[str, Callable[[], None]]:
        stand, over = self._stand, self._over
        empty, whole_, doubted = _check(language), _check(language, "have"), _check(language, "unsure")
        short = _check(language, "missing")
        question = max(empty.questions, key=lambda each: len(each.text))
        paper = max((len(each.name + each.hint), each.document) for find in empty.findings for each in find.documents)[
            1
        ]
        scanned = next(
            each.document
            for finding in empty.findings
            for each in finding.documents
            if office().documents[each.document].scan
        )
        quick = max(_quick(language), key=lambda check: len(check.guidance or ""))
        group = max(office().groups, key=lambda name: sum(each.group == name for each in office().services.values()))
        return {
            "waiting": self._wait,
            "language": lambda: self._walk(()),
            "language-again": lambda: over(Page.LANGUAGE),
            "comfort": lambda: over(Page.COMFORT),
            "caller": lambda: stand(Page.CALLER),
            "appointment": partial(self._booked, "early"),
            "appointment-late": partial(self._booked, "late"),
            "appointment-another-day": partial(self._booked, "another_day"),
            "group": lambda: stand(Page.GROUP),
            "code": partial(self._typed, Page.CODE, "BCDFG"),
            "application": partial(self._typed, Page.APPLICATION, "WP2026-0042"),
            "service": lambda: stand(Page.SERVICE, group),
            "question": lambda: stand(Page.QUESTION, question.fact, check=empty),
            "paper": lambda: stand(Page.PAPER, paper, check=empty),
            "phone": lambda: stand(Page.PHONE, paper, check=empty),
            "scan": partial(self._scanned, scanned, empty, "looking"),
            "scan-failed": partial(self._scanned, scanned, empty, "unreadable"),
            "help": lambda: over(Page.HELP),
            "person": partial(self._sent, 27),
            "person-alone": partial(self._alone, partial(self._sent, None)),
            "date-year": partial(self._date, paper, empty),
            "date-month": partial(self._date, paper, empty, 2027),
            "date-day": partial(self._date, paper, empty, 2027, 10),
            "date-right": partial(self._date, paper, empty, 2027, 10, 31),
            "detail": lambda: stand(Page.DETAIL, paper, "attested", empty),
            "missing": lambda: stand(Page.MISSING, check=short),
            "missing-unprinted": partial(self._unprinted, Page.MISSING, short),
            "refer": partial(self._unprinted, Page.REFER, doubted),
            "guidance": lambda: stand(Page.GUIDANCE, check=quick),
            "ready": lambda: stand(Page.READY, check=whole_),
            "ready-without-paper": partial(self._cautioned, PrinterState.NO_PAPER, whole_),
            "ready-no-printer": partial(self._cautioned, PrinterState.NONE, whole_),
            "priority": lambda: stand(Page.PRIORITY, check=whole_),
            "connecting": self._connecting,
            "paper-alone": partial(self._alone, lambda: stand(Page.PAPER, paper, check=empty)),
            "number-alone": partial(self._alone, partial(self._number, "printed", None)),
            "number": partial(self._number, "printed"),
            "number-unprinted": partial(self._number, "failed"),
            "number-no-printer": self._unprinted_number,
            "still-there": lambda: cast(Idle, self.part(Idle))._show(20),
        }

    def _walk(self, steps: tuple[Step, ...], check: wire.Check | None = None) -> None:
        self.kiosk.visit._walk = Walk((Step(Page.LANGUAGE), *steps))
        self.kiosk.visit.check = check or self.kiosk.visit.check

    def _stand(self, page: Page, subject: str = "", detail: str = "", check: wire.Check | None = None) -> None:
        self.kiosk.visit._caller = "employer"
        self._walk((Step(Page.CALLER), Step(page, subject, detail)), check)

    def _over(self, page: Page) -> None:
        self._stand(self.kiosk.visit._walk.here.page)
        self.kiosk.visit._over = page

    def _sent(self, number: int | None) -> None:
        """To the information desk, which is known of once it has given a number."""
        helping = cast(Help, self.part(Help))
        if number is not None:
            helping._sent = wire.Referral("r", number, "read", self.kiosk.visit.language, NOW)
            helping._printed = True
        helping.changed.emit()
        self._over(Page.PERSON)

    def _wait(self) -> None:
        self.kiosk.visit.catalogue = None

    def _booked(self, comes: wire.Comes) -> None:
        service = max(office().services.values(), key=lambda each: len(each.name[self.kiosk.visit.language]))
        self.kiosk.visit.appointment = wire.Appointment(
            "a", CODE, service.id, service.line or "", NOW, "en", "booked", comes=comes
        )
        self._stand(Page.APPOINTMENT)

    def _typed(self, page: Page, signs: str) -> None:
        self._stand(page)
        self.kiosk.visit.changed.emit()
        for sign in signs:
            cast(Keypad, self.part(Keypad)).press(sign)
        self.kiosk.visit._trouble = self.kiosk.visit.standing.say(  # type: ignore[union-attr]
            "We do not know this number. Please check it, or ask a person."
        )

    def _date(self, document: str, check: wire.Check, *chosen: int) -> None:
        self._stand(Page.DETAIL, document, "expires", check)
        self.kiosk.visit.changed.emit()
        dates = cast(Dates, self.part(Dates))
        dates.change()
        for value in chosen:
            dates.choose(value)

    def _unprinted(self, page: Page, check: wire.Check) -> None:
        self._stand(page, check=check)
        self._printed("failed")

    def _scanned(self, document: str, check: wire.Check, state: str) -> None:
        visit = self.kiosk.visit
        visit.reads_papers = True
        self._stand(Page.SCAN, document, check=check)
        visit.changed.emit()
        cast(Scanning, self.part(Scanning))._show(state)

    def _cautioned(self, printer: PrinterState, check: wire.Check) -> None:
        self._stand(Page.READY, check=check)
        self._printer(printer)

    def _printer(self, state: PrinterState) -> None:
        station = cast(Station, self.part(Station))
        station.state = state
        station.changed.emit()

    def _unprinted_number(self) -> None:
        self._number("")
        self._printer(PrinterState.NONE)

    def _connecting(self) -> None:
        cast(Connection, self.part(Connection))._show(reachable=False)

    def _alone(self, page: Callable[[], None]) -> None:
        """Without the server."""
        cast(Connection, self.part(Connection)).goes_on_by(lambda: True)
        page()
        self._connecting()

    def _number(self, fared: str, ahead: int | None = 12) -> None:
        line = max(office().lines.values(), key=lambda each: len(each.name[self.kiosk.visit.language]))
        self.kiosk.visit.issued = wire.Issued("t", f"{line.series}042", line.id, ahead, TRACK, line.floor, "")
        self._stand(Page.NUMBER)
        self._printed(fared)

    def _printed(self, fared: str) -> None:
        printing = cast(Printing, self.part(Printing))
        printing._state = fared
        printing._printed = Printed("failed", PrinterState.COVER_OPEN) if fared == "failed" else Printed("printed")
        printing.changed.emit()


@contextmanager
def gallery(panel: str, voice: Voice, scale: float = 1.0) -> Iterator[Gallery]:
    """A kiosk on one of the panels, with so many of its pixels. QML's warnings fail."""
    assert QGuiApplication.instance()
    size, inches = PANELS[panel]
    width, height = (round(int(each) * scale) for each in size.split("x"))
    warnings: list[str] = []
    settings = Settings("http://office", "token", size=f"{width}x{height}", inches=inches)
    silent = httpx.MockTransport(_silent)
    kiosk = build(settings, transport=silent, printer=Paper(), eyes=[], voice=voice, now=lambda: NOW, clock=lambda: 0.0)
    kiosk.engine.warnings.connect(lambda said: warnings.extend(one.toString() for one in said))
    kiosk.acts.abandon()
    gallery = Gallery(kiosk, Hand(kiosk.window))
    gallery.hold_still()
    try:
        yield gallery
    finally:
        kiosk.close()
    assert warnings == []


def millimetre(panel: str, scale: float = 1.0) -> float:
    """How many pixels a millimetre has on a panel."""
    size, inches = PANELS[panel]
    return Settings("", "", size=size, inches=inches).pixels_per_millimetre * scale


def _silent(_request: httpx.Request) -> httpx.Response:
    return httpx.Response(503)


@cache
def _check(language: str, *said: str) -> wire.Check:
    check = asked(language, *said)
    return check_in_words(office(), check, TODAY, language, None)


def _quick(language: str) -> list[wire.Check]:
    return [
        check_in_words(
            office(),
            begun(
                office(),
                wire.NewCheck(service.id, language, wire.Caller(service.callers[0])),
                None,
                check="q",
                code=CODE,
                day=TODAY,
                at=NOW,
            ),
            TODAY,
            language,
            None,
        )
        for service in office().services.values()
        if service.line is None
    ]

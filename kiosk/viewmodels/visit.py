"""One visitor's visit: where they are on the walk, and what a touch does."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import is_right_to_left
from kiosk.answering import owed, shown, told
from kiosk.asking import ASIDE, DATES, HELP, Standing, spoken
from kiosk.booked import callers_of, checks_in_with, led_to
from kiosk.brought import BRINGS, Brought
from kiosk.flow import STAGES, Page, Step, Walk
from kiosk.trouble import worded
from kiosk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Away, PapersIncomplete, Refused

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

RETRY_MILLISECONDS = 5000


@QmlElement
class Visit(QObject):
    """The walk and its acts.

    `changed` whenever the pages may look different. `begun` for each new visitor, `spoke(language)` when another
    language is chosen, `numberGiven(wire.Issued)` and `handedOver(wire.Check)` when there is something to print,
    `helpWanted(reason)` when a person has to help. No visitor is let in while it is `closed`.
    """

    changed = Signal()
    begun = Signal()
    spoke = Signal(str)
    numberGiven = Signal(object)
    handedOver = Signal(object)
    helpWanted = Signal(str)

    def __init__(self, api: Api, acts: Acts, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self._office_language = language
        self.reads_papers = self.closed = False
        self.catalogue: wire.Catalogue | None = None
        self._forget()
        acts.changed.connect(self.changed)

    def _forget(self) -> None:
        self._walk = Walk()
        self._over: Page | None = None
        self._brought: Brought | None = None
        self.appointment: wire.Appointment | None = None
        self.language = self._api.language = self._office_language
        self._caller = self._trouble = self._listed = ""
        self.check: wire.Check | None = None
        self.issued: wire.Issued | None = None

    # ── what the pages are drawn from ──

    @property
    def step(self) -> Step:
        """Where the visitor is."""
        if self.closed or self.catalogue is None:
            return Step(Page.CLOSED if self.closed else Page.WAITING)
        return Step(self._over) if self._over else self._walk.here

    @property
    def stood(self) -> Step:
        """Where on the walk the visitor is, whatever lies over it."""
        return self._walk.here

    @property
    def standing(self) -> Standing | None:
        """What the pages are worded from; None before the office's catalogue is known."""
        if self.catalogue is None:
            return None
        begun = self._walk != Walk()
        return Standing(
            self.step,
            self.catalogue,
            self.language,
            self._caller,
            self.check,
            self.reads_papers,
            begun,
            self.appointment,
        )

    @property
    def others(self) -> list[str]:
        """The languages that could be spoken instead."""
        return [code for code in spoken(self.catalogue) if code != self.language] if self.catalogue else []

    @property
    def under_way(self) -> bool:
        """Whether there is anything to start over."""
        return self._walk != Walk() or self._over is not None

    @Property(str, notify=changed)
    def page(self) -> str:
        # A detail that is a date is asked on a page of its own.
        return "date" if self.step.detail in DATES else str(self.step.page)

    @Property(str, notify=changed)
    def place(self) -> str:
        """Another one whenever the page turns, also from one question to the next."""
        return f"{self.step.page}:{self.step.subject}:{self.step.detail}"

    @Property(int, notify=changed)
    def stage(self) -> int:
        return STAGES.get(self.step.page, -1)

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self.language)

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self.catalogue is not None and (self._over is not None or self._walk.can_go_back)

    @Property(bool, notify=changed)
    def underWay(self) -> bool:
        return self.under_way

    @Property(bool, notify=changed)
    def canScan(self) -> bool:
        """Whether a machine here reads the paper this page is about."""
        standing = self.standing
        return standing is not None and standing.scan is not None

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return self._trouble

    # ── what a touch does ──

    @Slot(str)
    def choose(self, value: str) -> None:
        """Answer the present page, or leave it for a page aside."""
        if value.startswith(ASIDE):
            self._aside(Page(value.removeprefix(ASIDE)))
        elif value.startswith(HELP):  # Also while the server is asked for something else: nobody waits for it.
            self._over = Page.PERSON
            self.helpWanted.emit(value.removeprefix(HELP))
            self.changed.emit()
        elif not self._acts.busy:
            self._answer(value)

    @Slot()
    def changeLanguage(self) -> None:
        """To the other language at once, or to the list when there are several."""
        others = self.others
        if len(others) == 1:
            self._speak(others[0])
        elif others:
            self._over = Page.LANGUAGE
            self.changed.emit()

    def present(self, expires: date, holder: str) -> None:
        """A machine is sure of the paper this page asks for."""
        if self.check:
            self._act(partial(self._api.change_check, self.check.id, shown(self.step.subject, expires, holder)))

    def bring(self, found: Brought | None) -> None:
        """Begin with what was scanned, wherever a visit may begin; what is not ours is passed over."""
        if found is None or self._acts.busy or self.step.page not in BRINGS:
            return
        unspoken = self._walk.here.page is Page.LANGUAGE
        if found.kind == "appointment":
            self._act(partial(self._api.appointment, found.value), self._booked)
        elif found.kind == "code":
            self._walk = self._walk.aside(Page.CODE)
            resume = partial(self._api.resume_check, found.value, None if unspoken else self.language)
            self._act(resume, self._resumed)
        elif unspoken:  # Nothing says which language: it is asked first.
            self._brought = found
        else:
            self._walk = self._walk.aside(Page.APPLICATION)
            self._answer(found.value)
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        self._trouble = ""
        if self._over:
            self._over = None
        elif not self._acts.busy:
            self._walk = self._walk.back(self.check)
            if Step(Page.APPOINTMENT) not in self._walk.steps:
                self.appointment = None
        self.changed.emit()

    @Slot()
    def startOver(self) -> None:
        """Forget this visitor; the language page waits for the next."""
        self._acts.abandon()
        self._forget()
        self.begun.emit()
        self.spoke.emit(self.language)
        self.changed.emit()
        self.stock()

    def stock(self) -> None:
        """Fetch the office's catalogue; until the first is here the waiting page is shown."""
        if not self.closed:
            self._acts.read(self._api.catalogue, self._stocked, self._not_stocked)

    # ── how the walk goes on ──

    def _answer(self, value: str) -> None:
        api, check = self._api, self.check
        match self.step.page:
            case Page.LANGUAGE:
                self._language_chosen(value)
            case Page.CALLER:
                self._caller = value
                if self.appointment:
                    self._open(self.appointment.service)
                else:
                    self._on()
            case Page.GROUP:
                self._on(value)
            case Page.SERVICE:
                self._open(value)
            case Page.APPLICATION:
                self._act(partial(self._open_application, value))
            case Page.CODE:
                self._act(partial(led_to, api, value, self.language), self._found)
            case Page.APPOINTMENT if self.appointment:
                self._goes_on_with(self.appointment)
            case _ if check:
                self._answer_check(check, value)

    def _answer_check(self, check: wire.Check, value: str) -> None:
        step, api = self.step, self._api
        match step.page:
            case Page.GUIDANCE:
                # Whoever has their answer need not wait until it is told.
                self.startOver()
                self._acts.read(partial(api.give_quick_service, check.id), _not_awaited, _not_awaited)
            case Page.READY | Page.PRIORITY:
                issue = partial(api.issue, check.id, cast(wire.Priority, value), checks_in_with(self.appointment))
                self._acts.act(issue, self._numbered, self._failed)
            case _:
                self._act(partial(api.change_check, check.id, told(step, check, value)))

    def _language_chosen(self, language: str) -> None:
        if self._over:
            self._over = None
        else:
            self._on()
        self._speak(language)
        found, self._brought = self._brought, None
        self.bring(found)

    def _open(self, service: str) -> None:
        caller, booked = wire.Caller(self._caller), checks_in_with(self.appointment)
        self._act(partial(self._api.open_check, wire.NewCheck(service, self.language, caller, appointment=booked)))

    def _found(self, found: wire.Check | wire.Appointment) -> None:
        if isinstance(found, wire.Appointment):
            self._booked(found)
        elif found.appointment:
            self.check = found
            self._booked(found.appointment)
        else:
            self._checked(found)

    def _booked(self, appointment: wire.Appointment) -> None:
        """Tell how they come with it, before anything else."""
        unspoken = self._walk.here.page is Page.LANGUAGE
        self.appointment = appointment
        self._walk = self._walk.aside(Page.APPOINTMENT)
        if unspoken:
            self._speak(appointment.language)
        self.changed.emit()

    def _goes_on_with(self, appointment: wire.Appointment) -> None:
        """The service is known by the appointment: who the visitor is remains to be asked, if it was not yet."""
        fit = callers_of(self.catalogue, appointment) if self.catalogue else []
        if self._caller not in fit:
            self._caller = fit[0] if len(fit) == 1 else ""
        if self.check and self.check.resume_code == appointment.code:  # Taken from home: the papers are known too.
            self._checked(self.check)
        elif self._caller:
            self._open(appointment.service)
        else:
            self._walk = self._walk.aside(Page.CALLER)
            self.changed.emit()

    def _resumed(self, check: wire.Check) -> None:
        self.language = self._api.language = check.language
        self.spoke.emit(check.language)
        self._found(check)

    def _open_application(self, number: str) -> wire.Check:
        known = self._api.application(number)
        caller = wire.Caller(known.caller)
        return self._api.open_check(wire.NewCheck(known.service, self.language, caller, application=known.number))

    def _act(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        self._trouble = ""
        self._acts.act(work, done or self._checked, self._failed)

    def _on(self, subject: str = "") -> None:
        self._trouble = ""
        self._walk = self._walk.on(subject, self.check)
        self.changed.emit()

    def _aside(self, page: Page) -> None:
        self._trouble = ""
        if page in {Page.HELP, Page.COMFORT}:
            self._over = page
        elif not self._acts.busy:
            self._walk = self._walk.aside(page, self.step.subject if page in {Page.SCAN, Page.PHONE} else "")
        self.changed.emit()
        self._settle()

    def _speak(self, language: str) -> None:
        self.language = self._api.language = language
        self.spoke.emit(language)
        self.changed.emit()
        self._settle()

    def _checked(self, check: wire.Check) -> None:
        self.check = check
        self._walk = self._walk.concluded(check)
        self._trouble = ""
        self.changed.emit()
        if self._walk.here.page is Page.PERSON:
            self.helpWanted.emit("unsettled")
        self._settle()

    def _numbered(self, issued: wire.Issued) -> None:
        self.issued = issued
        self._over = None
        self._on()
        self.numberGiven.emit(issued)

    def _settle(self) -> None:
        """Tell the server what the page already shows: another language, or that a person has to see a paper."""
        check = self.check
        if check is None or self.issued or self._acts.busy:
            return
        change = owed(check, self.language, confirm=self._walk.here.page is Page.REFER)
        if change:
            self._act(partial(self._api.change_check, check.id, change), self._settled)
        elif self._walk.here.page is Page.REFER and self._listed != check.id:
            self._listed = check.id
            self.handedOver.emit(check)

    def _settled(self, check: wire.Check) -> None:
        self.check = check
        self.changed.emit()
        self._settle()

    # ── what can go wrong ──

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PapersIncomplete) and self.check:
            # The rules or the day changed since the page was drawn: the check says what is wanted now.
            self._acts.act(partial(self._api.check, self.check.id), self._reassessed, self._failed)
            return
        if isinstance(error, Refused | Away):  # An appointment that is over is told of: the next touch goes on without.
            self.appointment = None
        self._trouble = worded(error, self.step.page, self.language)
        self.changed.emit()

    def _reassessed(self, check: wire.Check) -> None:
        self.check = check
        self._walk = self._walk.concluded(check)
        self.changed.emit()

    # ── the office's catalogue ──

    def _stocked(self, catalogue: wire.Catalogue) -> None:
        # A visitor on the way keeps the catalogue they began with.
        if self.catalogue is None or not self.under_way:
            self.catalogue = catalogue
            self._trouble = ""
            self.changed.emit()

    def _not_stocked(self, error: Exception) -> None:
        if self.catalogue is None:
            self._trouble = worded(error, Page.WAITING, self.language)
            self.changed.emit()
            QTimer.singleShot(RETRY_MILLISECONDS, self, self.stock)


def _not_awaited(_answer: object) -> None:
    """Nobody waits for this answer."""

"""The page of whoever looks after the kiosk: how it stands, its tests, and the only way out of the program."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.speech.voice import Voice
from kiosk.staff import service_words as words
from kiosk.staff.standing import Found, Line, Machines, device_line, lines, look
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.service import Service
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.printer import Printed, WatchedPrinter
from queue_server.client.qt import Operations
from queue_server.client.vitals import Measure

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

LOOK_MILLISECONDS = 500
LOOK_EVERY = 5.0
"""Seconds between two looks at everything."""


@QmlElement
class Upkeep(QObject):
    """What is told and done once the service page is open.

    `left` when the program is to be closed, `restarts` when it is to begin anew.
    """

    changed = Signal()
    left = Signal()
    restarts = Signal()

    def __init__(
        self,
        service: Service,
        visit: Visit,
        server: Api,
        printer: WatchedPrinter,
        measure: Measure,
        machines: Machines,
        voice: Voice,
        operations: Operations,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._service, self._visit, self._printer, self._voice = service, visit, printer, voice
        self._operations, self._now, self._clock = operations, now, clock
        self._machines = machines
        self._look_at_all = partial(look, server, printer, measure, machines)
        self._lines, self._acts = Rows(Line, self), Rows(words.Act, self)
        self._looking = self._printing = False
        self._begin(None)
        service.opened.connect(self._begin)
        service.changed.connect(self._show)
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.look)
        timer.start()

    @Slot(object)
    def _begin(self, opened: wire.ServiceOpened | None) -> None:
        self._opened = opened
        self._found: Found | None = None
        self._notice = self._sure = self._scanned = ""
        self._next_look = self._clock()
        self._show()

    # ── what the page is drawn from ──

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What came of the last act."""
        return self._notice

    @Property(QObject, notify=changed)
    def lines(self) -> QObject:
        return self._lines

    @Property(QObject, notify=changed)
    def acts(self) -> QObject:
        return self._acts

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return words.done(self._language)

    @Property(str, notify=changed)
    def fieldsText(self) -> str:
        return words.every_field(self._language)

    @property
    def _language(self) -> str:
        return self._service.language

    # ── what can be done ──

    @Slot(str)
    def act(self, act: str) -> None:
        """One of the acts; closing and starting anew at the second touch."""
        if act in words.SURE and act != self._sure:
            self._sure = act
            self._tell(words.sure(act, self._language))
            return
        self._sure = self._notice = ""
        match act:
            case "page":
                self._print()
            case "sound":
                self._sound()
            case "screen":
                self._service.test_screen()
            case "restart":
                self.restarts.emit()
            case "leave":
                self.left.emit()
            case "back":
                self._service.back()
            case "language":
                self._service.speak_other()

    def _print(self) -> None:
        self._tell(words.printing(None, self._language))
        if self._printing:
            return
        self._printing = True
        catalogue = self._visit.catalogue
        office = catalogue.name if catalogue else {"en": "Dawr", "ar": "دَور"}
        at, language = self._now(), self._language

        def print_() -> Printed:
            from queue_server.client.trial_slip import trial_slip

            return self._printer.print(trial_slip(office, at, language))

        self._operations.run(print_, self._printed, lambda _error: self._printed(Printed("failed")))

    def _printed(self, printed: Printed) -> None:
        self._printing = False
        self._next_look = self._clock()
        self._tell(words.printing(printed, self._language))

    def _sound(self) -> None:
        self._voice.chime()
        self._voice.speak(words.sentence(self._language), self._language)
        self._tell(words.sounded(self._voice.fluency(self._language), self._language))

    # ── how it goes on ──

    @Slot(str)
    def scanned(self, kind: str) -> None:
        """A machine read something, or cannot see."""
        if self._service.property("page"):
            self._service.touch()
            self._scanned = kind
            self._show()

    @Slot()
    def look(self) -> None:
        """Look at everything now and then, while the page is open."""
        if self._service.property("page") in {"", "code"} or self._looking or self._clock() < self._next_look:
            return
        self._looking = True
        self._operations.run(self._look_at_all, self._looked, self._not_looked)

    def _looked(self, found: Found) -> None:
        self._found = found
        self._looking = False
        self._next_look = self._clock() + LOOK_EVERY
        self._show()

    def _not_looked(self, error: Exception) -> None:
        log.error("The kiosk could not be looked at", exc_info=error)
        self._looking = False
        self._next_look = self._clock() + LOOK_EVERY

    def _tell(self, notice: str) -> None:
        self._notice = notice
        self.changed.emit()

    @Slot()
    def _show(self) -> None:
        told = [device_line(self._opened, self._language)]
        if self._found:
            told += lines(self._found, self._machines, self._scanned, self._language)
        self._lines.show(told)
        self._acts.show(words.acts(self._language, self._service.other))
        self.changed.emit()

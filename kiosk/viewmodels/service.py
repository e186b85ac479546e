"""The page of whoever looks after the kiosk: how it stands, its tests, and the only way out of the program."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import CLERKS_READ, is_right_to_left
from kiosk.speech.voice import Voice
from kiosk.staff import service_words as words
from kiosk.staff.standing import Found, Line, Machines, device_line, lines, look
from kiosk.viewmodels.enrolment import Enrolment
from kiosk.viewmodels.keypad import CODE_KEYS, CODE_LENGTH, Key
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.printer import Printed, WatchedPrinter
from queue_server.client.qt import Operations
from queue_server.client.vitals import Measure

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MILLISECONDS = 500
LOOK_EVERY = 5.0
"""Seconds between two looks at everything, while the page is open."""
PATIENCE = {"code": 45.0, "open": 180.0, "screen": 180.0}
"""Seconds without a touch until the kiosk goes back to its visitors."""


@QmlElement
class Service(QObject):
    """Opened by a knock and a code that the server checks. `page` is "", "code", "open" or "screen".

    `left` when the program is to be closed, `restarts` when it is to begin anew.
    """

    changed = Signal()
    left = Signal()
    restarts = Signal()

    def __init__(
        self,
        visit: Visit,
        enrolment: Enrolment,
        server: Api,
        printer: WatchedPrinter,
        measure: Measure,
        voice: Voice,
        machines: Machines,
        operations: Operations,
        parent: QObject | None = None,
        *,
        language: str,
        now: Callable[[], datetime],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._visit, self._enrolment, self._server, self._printer = visit, enrolment, server, printer
        self._voice, self._operations, self._now, self._clock = voice, operations, now, clock
        self._look = partial(look, server, printer, measure, machines)
        self._machines = machines
        self._language = language if language in CLERKS_READ else "en"
        self._page = ""
        self._keys, self._lines, self._acts = Rows(Key, self), Rows(Line, self), Rows(words.Act, self)
        self._keys.show([Key(sign) for sign in CODE_KEYS])
        self._forget()
        enrolment.putOut.connect(self._put_out)
        timer = QTimer(self, interval=TICK_MILLISECONDS)
        timer.timeout.connect(self.tick)
        timer.start()

    def _forget(self) -> None:
        self._typed = self._notice = self._trouble = self._sure = self._scanned = ""
        self._opened: wire.ServiceOpened | None = None
        self._found: Found | None = None
        self._busy = self._looking = False
        self._touched = self._next_look = self._clock()

    # ── what the pages are drawn from ──

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._language)

    @Property(str, notify=changed)
    def title(self) -> str:
        return words.title(self._page, self._language)

    @Property(str, notify=changed)
    def why(self) -> str:
        return words.why(self._page, self._language)

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._typed

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return len(self._typed) == CODE_LENGTH and not self._busy

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why the code did not open the page."""
        return self._trouble

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What came of the last act."""
        return self._notice

    @Property(str, notify=changed)
    def backText(self) -> str:
        return words.back(self._language)

    @Property(str, notify=changed)
    def doneText(self) -> str:
        return words.done(self._language)

    @Property(str, notify=changed)
    def fieldsText(self) -> str:
        return words.every_field(self._language)

    @Property(QObject, notify=changed)
    def keys(self) -> QObject:
        return self._keys

    @Property(QObject, notify=changed)
    def lines(self) -> QObject:
        return self._lines

    @Property(QObject, notify=changed)
    def acts(self) -> QObject:
        return self._acts

    @property
    def _other(self) -> str:
        return next(each for each in CLERKS_READ if each != self._language)

    # ── how it is opened, and left ──

    def knock(self) -> None:
        """Somebody knows the sequence; while a visit is under way it means nothing."""
        if not self._page and not self._visit.closed and not self._visit.under_way:
            self._forget()
            self._turn_to("code", closed=True)

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()

    @Slot(str, result=bool)
    def pressed(self, sign: str) -> bool:
        """Whether a key of a keyboard was for the code."""
        if self._page != "code" or sign.upper() not in set(CODE_KEYS):
            return False
        self.press(sign.upper())
        return True

    @Slot(str)
    def press(self, sign: str) -> None:
        self._typed = (self._typed + sign)[:CODE_LENGTH]
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Have the server look at the code."""
        if len(self._typed) == CODE_LENGTH and not self._busy:
            self._busy, self._trouble = True, ""
            self._operations.run(partial(self._server.open_service, self._typed), self._open, self._not_opened)
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """From a test to the page, from there to the visitors' first page."""
        if self._page == "screen":
            self._page = "open"
            self.changed.emit()
        elif self._page:
            self._forget()
            self._turn_to("", closed=self._enrolment.asking)

    @Slot()
    def tick(self) -> None:
        """Leave by itself when nobody is there; look at everything now and then."""
        if not self._page:
            return
        if self._clock() - self._touched > PATIENCE[self._page]:
            self._page = self._page.replace("screen", "open")
            self.back()
        elif self._opened and not self._looking and self._clock() >= self._next_look:
            self._looking = True
            self._operations.run(self._look, self._looked, self._not_looked)

    # ── what can be done ──

    @Slot(str)
    def act(self, act: str) -> None:
        """One of the acts; closing and starting anew at the second touch."""
        if act in words.SURE and act != self._sure:
            self._sure = act
            self._tell(words.sure(act, self._language))
            return
        self._sure = ""
        match act:
            case "page":
                self._print()
            case "sound":
                self._sound()
            case "screen":
                self._page, self._notice = "screen", ""
                self.changed.emit()
            case "restart":
                self.restarts.emit()
            case "leave":
                self.left.emit()
            case "back":
                self.back()
            case "language":
                self._language, self._notice = self._other, ""
                self._speak()
                self._show()

    def _print(self) -> None:
        if self._busy:
            return
        self._busy = True
        self._tell(words.printing(None, self._language))
        catalogue = self._visit.catalogue
        office = catalogue.name if catalogue else {"en": "Dawr", "ar": "دَور"}
        at, language = self._now(), self._language

        def print_() -> Printed:
            from queue_server.client.trial_slip import trial_slip

            return self._printer.print(trial_slip(office, at, language))

        self._operations.run(print_, self._printed, lambda _error: self._printed(Printed("failed")))

    def _printed(self, printed: Printed) -> None:
        self._busy = False
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
        if self._opened:
            self.touch()
            self._scanned = kind
            self._show()

    def _open(self, opened: wire.ServiceOpened) -> None:
        self._busy = False
        if self._page == "code":
            self._opened, self._page, self._typed = opened, "open", ""
            self._show()
            self.tick()

    def _not_opened(self, error: Exception) -> None:
        self._busy, self._typed = False, ""
        self._trouble = words.refused(error, self._language)
        self.changed.emit()

    def _looked(self, found: Found) -> None:
        self._found = found
        self._ended_look()
        self._show()

    def _not_looked(self, _error: Exception) -> None:
        self._ended_look()

    def _ended_look(self) -> None:
        self._looking = False
        self._next_look = self._clock() + LOOK_EVERY

    @Slot()
    def _put_out(self) -> None:
        """The kiosk itself is not let in any more."""
        self._page = ""
        self._forget()
        self.changed.emit()

    def _turn_to(self, page: str, *, closed: bool) -> None:
        self._page = page
        self._visit.closed = closed
        self._visit.startOver()
        self._speak()
        self.changed.emit()

    def _speak(self) -> None:
        """The pages' own words, until the next visit begins, are in this page's language too."""
        if self._page:
            self._visit.spoke.emit(self._language)

    def _tell(self, notice: str) -> None:
        self._notice = notice
        self.changed.emit()

    def _show(self) -> None:
        told = [device_line(self._opened, self._language)] if self._opened else []
        if self._found:
            told += lines(self._found, self._machines, self._scanned, self._language)
        self._lines.show(told)
        self._acts.show(words.acts(self._language, self._other))
        self.changed.emit()

"""How the page of whoever looks after the kiosk is opened, and left: by a knock, a code, and by itself."""

import logging
from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import CLERKS_READ, is_right_to_left
from kiosk.staff import service_words as words
from kiosk.staff.own_code import OwnCode
from kiosk.viewmodels.enrolment import Enrolment
from kiosk.viewmodels.keypad import CODE_KEYS, CODE_LENGTH, Key
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Unreachable
from queue_server.client.qt import Operations

log = logging.getLogger(__name__)

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MILLISECONDS = 500
PATIENCE = {"code": 45.0, "upkeep": 180.0, "screen": 180.0}
"""Seconds without a touch until the kiosk goes back to its visitors."""


@QmlElement
class Service(QObject):
    """`page` is "" for visitors, "code", "upkeep" or "screen"; while it is any the kiosk is closed to them.

    `opened(wire.ServiceOpened)` when the server knew the code, `opened(None)` when it is away and the kiosk's own fits.
    """

    changed = Signal()
    opened = Signal(object)

    def __init__(
        self,
        visit: Visit,
        enrolment: Enrolment,
        server: Api,
        own_code: OwnCode,
        operations: Operations,
        language: str,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._visit, self._enrolment, self._server, self._own_code = visit, enrolment, server, own_code
        self._operations, self._clock = operations, clock
        self.language = language if language in CLERKS_READ else "en"
        self._page = self._typed = self._trouble = ""
        self._busy = False
        self._touched = clock()
        self._keys = Rows(Key, self)
        self._keys.show([Key(sign) for sign in CODE_KEYS])
        enrolment.putOut.connect(self._put_out)
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.look)
        timer.start()

    # ── what the pages are drawn from ──

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self.language)

    @Property(str, notify=changed)
    def title(self) -> str:
        return words.title(self._page, self.language)

    @Property(str, notify=changed)
    def why(self) -> str:
        return words.why(self._page, self.language)

    @Property(str, notify=changed)
    def backText(self) -> str:
        return words.back(self.language)

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

    @Property(QObject, notify=changed)
    def keys(self) -> QObject:
        return self._keys

    @property
    def other(self) -> str:
        """The language the page could be in instead."""
        return next(each for each in CLERKS_READ if each != self.language)

    # ── how it is opened ──

    def knock(self) -> None:
        """Somebody knows the sequence; while a visit is under way it means nothing."""
        if not self._visit.closed and not self._visit.under_way:
            self._turn_to("code", closed=True)

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
        """Have the server look at the code, and nobody else unless it is away."""
        if len(self._typed) == CODE_LENGTH and not self._busy:
            self._busy, self._trouble = True, ""
            self._operations.run(partial(self._ask, self._typed), self._open, self._not_opened)
            self.changed.emit()

    def _ask(self, code: str) -> wire.ServiceOpened | None:
        try:
            return self._server.open_service(code)
        except Unreachable:
            if not self._own_code.is_set:
                raise
            self._own_code.check(code)
            log.warning("The service page was opened by the kiosk's own code, without the server")
            return None

    def _open(self, opened: wire.ServiceOpened | None) -> None:
        self._busy = False
        if self._page == "code":  # Else nobody waits for it any more.
            self._page, self._typed = "upkeep", ""
            self.opened.emit(opened)
            self.changed.emit()

    def _not_opened(self, error: Exception) -> None:
        self._busy, self._typed = False, ""
        self._trouble = words.refused(error, self.language)
        self.changed.emit()

    # ── how it goes on, and is left ──

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()

    def test_screen(self) -> None:
        """The whole screen for its test."""
        self._page = "screen"
        self.changed.emit()

    def speak_other(self) -> None:
        """The other language."""
        self.language = self.other
        self._speak()
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """From the screen's test to the page, from there to the visitors' first page."""
        if self._page == "screen":
            self._page = "upkeep"
            self.changed.emit()
        elif self._page:
            self._turn_to("", closed=self._enrolment.asking)

    @Slot()
    def look(self) -> None:
        """Leave when nobody is there."""
        if self._page and self._clock() - self._touched > PATIENCE[self._page]:
            self._turn_to("", closed=self._enrolment.asking)

    @Slot()
    def _put_out(self) -> None:
        """The kiosk itself is not let in any more: it closes by itself."""
        self._page = ""
        self.changed.emit()

    def _turn_to(self, page: str, *, closed: bool) -> None:
        self._page = page
        self._typed = self._trouble = ""
        self.touch()
        self._visit.closed = closed
        self._visit.startOver()
        self._speak()
        self.changed.emit()

    def _speak(self) -> None:
        """What is on every page is in this page's language too, until the next visit begins."""
        if self._page:
            self._visit.spoke.emit(self.language)

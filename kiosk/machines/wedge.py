"""A scanner that types what it read, as a keyboard would, and presses Enter at the end."""

from collections.abc import Callable
from time import monotonic
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.machines.burst import SLOWEST, Burst
from kiosk.machines.port import Heard, Kind, Seen
from queue_server.client.scanning import is_line

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TOGETHER = 2.0
"""Seconds within which the lines of one paper follow one another."""
_LINES_OF = {30: 3, 36: 2, 44: 2}
"""How many lines a paper has whose lines are so long."""


class Wedge(QObject):
    """Watches the keys of one window; installed on it as an event filter, so that it sees each key once.

    A key is held back for 50 ms to see whether a scanner is typing. A scanner's keys end here, a person's are given
    back in their order: neither does a scan press what is on the page, nor is a typed key lost.
    """

    def __init__(
        self, parent: QObject | None = None, *, papers: bool = False, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._burst = Burst()
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._giving_back = False
        self._lines: list[tuple[float, str]] = []
        self._heard: Heard | None = None
        self.reads: frozenset[Kind] = frozenset({"code", "lines"}) if papers else frozenset({"code"})
        self._timer = QTimer(self, singleShot=True, interval=round(SLOWEST * 1000))
        self._timer.timeout.connect(self._give_back)

    def start(self, _kinds: frozenset[Kind], heard: Heard) -> None:
        """Tell of whatever is scanned: a scanner cannot be told what to read."""
        self._heard = heard

    def stop(self) -> None:
        """Tell of nothing any more, and forget what was being typed."""
        self._heard = None
        self._timer.stop()
        self._burst = Burst()
        self._held.clear()
        self._lines.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving_back or event.type() not in _KEYS:
            return False
        return self._took(watched, cast(QKeyEvent, event))

    def _took(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            return self._hold(watched, event) if self._held else False
        now = self._clock()
        if event.key() in _ENTER:
            return self._ended(now)
        sign = event.text()
        printed = len(sign) == 1 and sign.isprintable() and not _commands(event)
        # Space presses the button the ring is on; no code begins with it.
        if not printed or (sign == " " and not self._held):
            # Shift comes before each capital of a scanner; whatever else a person presses ends the waiting.
            if self._held and event.key() != Qt.Key.Key_Shift:
                self._give_back()
            return self._hold(watched, event) if self._held else False
        if not self._burst.sign(sign, now):
            self._give_back()
        return self._hold(watched, event)

    def _ended(self, now: float) -> bool:
        text = self._burst.end(now)
        if text is None:
            self._give_back()
            return False
        self._timer.stop()
        self._held.clear()
        self._scanned(text.strip(), now)
        return True

    def _scanned(self, text: str, now: float) -> None:
        if not self._heard:
            return
        if "lines" not in self.reads or not is_line(text):
            self._heard(Seen("code", text))
            return
        of_one_paper = [each for each in self._lines if now - each[0] <= _TOGETHER and len(each[1]) == len(text)]
        self._lines = [*of_one_paper, (now, text)]
        if len(self._lines) == _LINES_OF[len(text)]:
            self._heard(Seen("lines", "\n".join(line for _, line in self._lines)))
            self._lines.clear()

    def _hold(self, watched: QObject, event: QKeyEvent) -> bool:
        self._held.append((watched, _copy(event)))
        self._timer.start()
        return True

    def _give_back(self) -> None:
        self._timer.stop()
        held, self._held = self._held, []
        self._giving_back = True
        try:
            for watched, event in held:
                QCoreApplication.sendEvent(watched, event)
        finally:
            self._giving_back = False


def _commands(event: QKeyEvent) -> bool:
    others: Any = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.modifiers() & others)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count())

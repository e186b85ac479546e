"""The desk's own program with somebody at its keys: `python -m tests.bench.at_desk ROUNDS SERVER TOKEN USER PASSWORD`.

Prints a line of JSON for each key: the act, the seconds until its answer is drawn, and the seconds of this process's
processor time in them. The floor comes last, in the same process: a bare window whose one label changes at a key.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desk.app import build
from desk.settings import Settings
from desk.viewmodels.counter import Counter, Phase
from tests.desk.clerk import Clerk

BARE = "bare"
"""What the floor's keys are called among the acts."""

_PAUSE = 30
"""Milliseconds between an answer and the next key."""


class Press(NamedTuple):
    """A key, the act it is for, and when its answer is there to be drawn."""

    act: str
    key: str
    answered: Callable[[], bool]


class Hand(QObject):
    """Presses one key after another while the program runs, each when the last one's answer was drawn."""

    def __init__(self, window: QWidget, presses: Iterator[Press]) -> None:
        super().__init__(window)
        self._window, self._presses = window, presses
        self._press: Press | None = None
        self._began = self._worked = 0.0
        window.installEventFilter(self)

    def begin(self) -> None:
        """Press the first key as soon as the program runs."""
        QTimer.singleShot(_PAUSE, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name.
        if event.type() is QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self._drawn)  # Its turn comes when the picture stands.
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        press = next(self._presses, None)
        if press is None:
            QApplication.quit()
            return
        pressed = QKeySequence(press.key)[0]  # type: ignore[index] # the stubs forget that a sequence holds its keys
        self._press = press
        self._began, self._worked = time.perf_counter(), time.process_time()
        QTest.keyClick(QApplication.focusWidget() or self._window, pressed.key(), pressed.keyboardModifiers())

    def _drawn(self) -> None:
        press = self._press
        if press is None or not press.answered():
            return
        self._press = None
        print(json.dumps([press.act, time.perf_counter() - self._began, time.process_time() - self._worked]))
        QTimer.singleShot(_PAUSE, self._go_on)


class Bare(QLabel):
    """A window of one label, which says how often a key was pressed."""

    pressed = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name.
        self.pressed += 1
        self.setText(str(self.pressed))
        super().keyPressEvent(event)


def visits(clerk: Clerk, rounds: int) -> Iterator[Press]:
    """So many visitors called, called again, begun and finished."""
    counter = clerk.desk.counter

    def at(phase: Phase) -> Callable[[], bool]:
        return lambda: counter.phase == phase and not counter.busy

    for _ in range(rounds):
        yield Press("next", "F2", at("called"))
        yield Press("recall", "F3", lambda: _calls(counter) == 2 and not counter.busy)
        yield Press("start", "F4", at("serving"))
        yield Press("panel", "F9", lambda: clerk.sees("How did the visit end?"))
        yield Press("finish", "1", at("free"))


def _calls(counter: Counter) -> int:
    return counter.leg.calls if counter.leg else 0


def bare(window: Bare, rounds: int) -> Iterator[Press]:
    """So many keys in the bare window."""
    for n in range(1, rounds + 1):
        yield Press(BARE, "F2", lambda n=n: window.pressed == n)  # type: ignore[misc] # a default is taken at once


def main(arguments: list[str]) -> None:
    """Work at the desk, then at the bare window."""
    rounds, server, token, user, password = int(arguments[0]), *arguments[1:]
    application = QApplication(sys.argv[:1])
    station = build(Settings(server, token, 1, "en"))
    clerk = Clerk(station)
    clerk.sign_in(user, password)
    clerk.press("F10")
    clerk.until_counter_is("free")
    Hand(clerk.window, visits(clerk, rounds)).begin()
    application.exec()
    station.close()
    window = Bare("0")
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.resize(1366, 768)
    window.show()
    Hand(window, bare(window, rounds * 4)).begin()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1:])

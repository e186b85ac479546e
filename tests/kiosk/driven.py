"""`python -m tests.kiosk.driven …`: the kiosk's whole program, with a hand that does what it reads, a line at a time.

What a line says is spelt backwards where it is a visitor's, so that whoever searches this program's memory for it
finds what the kiosk kept and not the hand's orders.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.app import Kiosk
from tests.kiosk.hand import Hand

_PR_SET_DUMPABLE = 4


class Driver:
    """Reads `act words…` from standard input and answers each with a line: `did`, and what came of it."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._hand: Hand | None = None
        self._acts: dict[str, Callable[..., object]] = {
            "wait": self._hand_does("wait_for"),
            "choose": self._hand_does("choose"),
            "touch": self._hand_does("touch"),
            "reads": self._hand_does("reads"),
            "page": lambda: self.hand.page,
            "type": self._type,
            "scan": self._scan,
            "rest": self._rest,
            "settled": self._settled,
            "open": self._open,
            "freeze": _freeze,
            "begin-anew": kiosk.upkeep.restarts.emit,
            "leave": kiosk.upkeep.left.emit,
        }
        self._ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._ear.activated.connect(self._hear)

    @property
    def hand(self) -> Hand:
        """The hand, once there is a window to touch."""
        self._hand = self._hand or Hand(self._kiosk.window)
        return self._hand

    def _hear(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QGuiApplication.exit(0)
            return
        self._ear.setEnabled(False)  # One after another, though the hand lets events through while it waits.
        act, *words = line.split()
        try:
            came = self._acts[act](*words)
            print("did", came if isinstance(came, str) else "", flush=True)
        except AssertionError as wrong:
            print("failed", wrong, flush=True)
        self._ear.setEnabled(True)

    def _hand_does(self, act: str) -> Callable[..., object]:
        def done(*words: str) -> object:
            return getattr(self.hand, act)(*words)  # There is no hand before the window is shown.

        return done

    def _type(self, backwards: str) -> None:
        for sign in reversed(backwards):
            self.hand.touch(f"key-{sign}")

    def _scan(self, backwards: str) -> None:
        for sign in reversed(backwards):
            QTest.keyClick(self.hand.window, sign)  # type: ignore[call-overload]  # a sign will do where a key does
        QTest.keyClick(self.hand.window, Qt.Key.Key_Return)

    def _rest(self) -> None:
        """Wait until nothing is under way."""
        self.hand.wait(lambda: not self._kiosk.operations.busy, "the kiosk to be at rest")

    def _settled(self) -> None:
        """Wait until the last visitor has been forgotten."""
        self._rest()
        QTest.qWait(1500)

    def _open(self) -> None:
        """Let the memory be looked into, which the program forbids."""
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


def _freeze() -> None:
    """The screen's thread stands still for ever."""
    print("did", flush=True)
    while True:
        QTest.qSleep(1000)


def main() -> int:
    """The kiosk's own `main`, with the hand at its window."""
    build, drivers = app.build, []

    def built(*settings: Any, **how: Any) -> Kiosk:
        kiosk = build(*settings, **how)
        drivers.append(Driver(kiosk))
        return kiosk

    app.build = built
    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

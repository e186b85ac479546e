"""A hand with a stopwatch, in the process that draws the page it touches."""

import json
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.bench.touch import Touch
from tests.kiosk.hand import PATIENCE_MILLISECONDS, Hand, _finger

_RESTS_MILLISECONDS = 60
"""Without a picture for so long, a page has come to rest."""


class TimedHand(Hand):
    """Tells of each touch in a line. `state` is what the next page, or the next part of one, has another of."""

    def __init__(self, window: QQuickWindow, state: Callable[[], Any]) -> None:
        super().__init__(window)
        self._state = state

    def touch(self, name: str) -> None:
        """Put a finger on the item, take it away, and wait until what it led to is drawn and at rest."""
        self._bring_into_sight(name)
        place, page, before = self._settled_place(name), self.page, self._state()
        QTest.touchEvent(self.window, _finger()).press(0, place, self.window).commit()
        self._rest()
        pictures: list[tuple[float, float]] = []

        def swapped() -> None:
            if self._state() != before:
                pictures.append((time.perf_counter(), time.process_time()))

        watched = self.window.frameSwapped.connect(swapped)
        left, worked = time.perf_counter(), time.process_time()
        QTest.touchEvent(self.window, _finger()).release(0, place, self.window).commit()
        self._until(lambda: bool(pictures))
        self._rest()
        self.window.frameSwapped.disconnect(watched)
        drawn, worked_then = pictures[0]
        touch = Touch(page, self.page, left, drawn, pictures[-1][0], worked_then - worked)
        print(json.dumps(touch), flush=True)

    def _rest(self) -> None:
        """Wait until no picture has been drawn for a while."""
        loop = QEventLoop()
        quiet = QTimer(loop, singleShot=True, interval=_RESTS_MILLISECONDS)
        quiet.timeout.connect(loop.quit)
        watched = self.window.frameSwapped.connect(quiet.start)
        quiet.start()
        loop.exec()
        self.window.frameSwapped.disconnect(watched)

    def _until(self, happened: Callable[[], bool]) -> None:
        """Wait for a picture by which something has happened, without looking at a clock meanwhile."""
        loop = QEventLoop()
        QTimer.singleShot(PATIENCE_MILLISECONDS, loop.quit)
        watched = self.window.frameSwapped.connect(lambda: loop.quit() if happened() else None)
        if not happened():
            loop.exec()
        self.window.frameSwapped.disconnect(watched)
        assert happened(), "waited in vain for a picture"

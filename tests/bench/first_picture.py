"""When a program's window has drawn what it is there for."""

import json
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtQuick import QQuickWindow


def when_drawn(window: QQuickWindow, shows: Callable[[], bool], then: Callable[[], None]) -> None:
    """Tell when the window shows what it is to show, go on from there, and end the program: with 1 if that failed."""

    def go_on() -> None:
        ended = 1
        try:
            then()
            ended = 0
        finally:
            QCoreApplication.exit(ended)

    def swapped() -> None:
        if shows():
            window.frameSwapped.disconnect(watched)
            print(json.dumps(time.perf_counter()), flush=True)
            QTimer.singleShot(0, go_on)

    watched = window.frameSwapped.connect(swapped)

"""A visit's acts: one at a time, off the screen's thread, and dropped when the visitor has left."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from queue_server.client.errors import VisitorLeft
from queue_server.client.qt import Operations

T = TypeVar("T")

_here = threading.local()


def pause(seconds: float) -> None:
    """Wait before an act is repeated; ends at once, with `VisitorLeft`, when nobody waits for the act any more.

    Without it an act of a visitor who left would go on for as long as the server is away, and take a number at last.
    """
    gone: threading.Event | None = getattr(_here, "gone", None)
    if gone is None:
        time.sleep(seconds)
    elif gone.wait(seconds):
        raise VisitorLeft("the visitor has left")


class Acts(QObject):
    """What one visitor has under way. `busy` while an act is: no other begins, so two touches act once."""

    changed = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._gone = threading.Event()
        self.busy = False

    def act(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work`, then `done(answer)` or `failed(error)`; nothing when another act is under way."""
        if self.busy:
            return
        self._set_busy(busy=True)

        def settled(answer: T) -> None:
            self._set_busy(busy=False)
            done(answer)

        def fell_through(error: Exception) -> None:
            self._set_busy(busy=False)
            failed(error)

        self.read(work, settled, fell_through)

    def read(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work` beside the acts: nobody waits for it."""
        gone = self._gone

        def kept() -> T:
            _here.gone = gone
            return work()

        def answered(answer: T) -> None:
            if not gone.is_set():
                done(answer)

        def refused(error: Exception) -> None:
            if not gone.is_set():
                failed(error)

        self._operations.run(kept, answered, refused)

    def abandon(self) -> None:
        """The visitor left: nothing of theirs goes on, and no answer to it is heard."""
        self._gone.set()
        self._gone = threading.Event()
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.changed.emit()

"""How the desk acts: one act at a time, and whatever goes wrong kept to be shown."""

from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk.patience import Patience
from queue_server.client.errors import NotSignedIn, StationError, Unreachable
from queue_server.client.qt import Operations

T = TypeVar("T")

SAME_PRESS = 0.4
"""Seconds after an act's answer within which the same act again is a key that bounced, not a second wish."""

SLOW = 300
"""Milliseconds after which a clerk wants to know that the key was felt."""


class DoneAnyway(StationError):
    """The act was cancelled, and had been done already."""


class Acts(QObject):
    """Runs acts and reads off the screen's thread.

    While an act is under way no other begins, so a key pressed twice acts once. `expired` tells that the server no
    longer knows the clerk, and why; `doubtful` that an act may have been done or not: how things stand is to be asked.
    """

    changed = Signal()
    expired = Signal(object)
    doubtful = Signal()

    def __init__(
        self,
        operations: Operations,
        patience: Patience,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._operations, self._patience = operations, patience
        self._clock = clock
        self._turn = self._sitting = 0
        self._last = ("", float("-inf"))
        self._over = False
        self._slowly = QTimer(self, interval=SLOW, singleShot=True)
        self._slowly.timeout.connect(self._on_slow)
        self.busy = ""
        self.trouble: Exception | None = None
        self.slow = self.cancelled = False
        """Whether the act under way is worth a word by now, and whether the clerk wants it no longer."""

    def act(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `work` unless something is under way or `name` was done a moment ago; then `done(answer)`."""
        if self._over or self.busy or self._is_same_press(name):
            return
        self._set(busy=name, trouble=None)

        def settled(answer: T) -> None:
            self._last = (name, self._clock())
            self._end(DoneAnyway() if self.cancelled else None)
            done(answer)

        def failed(error: Exception) -> None:
            self._end(error)
            if isinstance(error, Unreachable):
                self.doubtful.emit()
            self._if_expired(error)

        self._slowly.start()
        self._operations.run(self._patience.acting(work), settled, failed)

    def cancel(self) -> None:
        """Try the slow act no more. What comes of the try under way is told; it takes seconds at most."""
        if self.slow and not self.cancelled:
            self.cancelled = True
            self._patience.give_up()
            self.changed.emit()

    def read(self, work: Callable[[], T], done: Callable[[T], None], missed: Callable[[], None] = lambda: None) -> None:
        """Read; when an act came between, read again, since what was read may be older than the act's answer."""
        if self._over:
            return
        turn, sitting = self._turn, self._sitting

        def landed(answer: T) -> None:
            if sitting != self._sitting:
                missed()
            elif turn == self._turn:
                done(answer)
            else:
                self.read(work, done, missed)

        def failed(error: Exception) -> None:
            missed()
            if sitting == self._sitting:
                self._not_read(error)

        self._operations.run(work, landed, failed)

    def stop(self) -> None:
        """Begin nothing more: the desk is closing."""
        self._over = True

    def leave(self) -> None:
        """The clerk left: what is still being read for them is dropped, for the desk alone may not ask it again."""
        self._sitting += 1

    def clear(self) -> None:
        """The trouble was seen."""
        self._set(busy=self.busy, trouble=None)

    def _not_read(self, error: Exception) -> None:
        if not self._if_expired(error) and not isinstance(
            error, Unreachable
        ):  # The banner tells of that, and what is missed is read again.
            self._set(busy=self.busy, trouble=error)

    def _if_expired(self, error: Exception) -> bool:
        expired = isinstance(error, NotSignedIn) and error.code != "wrong_password"
        if expired:
            self.expired.emit(error)
        return expired

    def _on_slow(self) -> None:
        self.slow = True
        self.changed.emit()

    def _end(self, trouble: Exception | None) -> None:
        self._slowly.stop()
        self.slow = self.cancelled = False
        self._set(busy="", trouble=trouble)

    def _is_same_press(self, name: str) -> bool:
        last, at = self._last
        return last == name and self._clock() - at < SAME_PRESS

    def _set(self, *, busy: str, trouble: Any) -> None:
        self._turn += busy != self.busy
        self.busy, self.trouble = busy, trouble
        self.changed.emit()

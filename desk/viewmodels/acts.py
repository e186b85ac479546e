"""How the desk acts: one act at a time, and whatever goes wrong kept to be shown."""

from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from queue_server.client.errors import NotSignedIn, Unreachable
from queue_server.client.qt import Operations

T = TypeVar("T")

SAME_PRESS = 0.4
"""Seconds after an act's answer within which the same act again is a key that bounced, not a second wish."""


class Acts(QObject):
    """Runs acts and reads off the screen's thread.

    While an act is under way no other begins, so a key pressed twice acts once. `expired` tells that the server no
    longer knows the clerk.
    """

    changed = Signal()
    expired = Signal()

    def __init__(
        self, operations: Operations, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._clock = clock
        self._turn = self._sitting = 0
        self._last = ("", float("-inf"))
        self._over = False
        self.busy = ""
        self.trouble: Exception | None = None

    def act(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `work` unless something is under way or `name` was done a moment ago; then `done(answer)`."""
        if self._over or self.busy or self._is_same_press(name):
            return
        self._set(busy=name, trouble=None)

        def settled(answer: T) -> None:
            self._last = (name, self._clock())
            self._set(busy="", trouble=None)
            done(answer)

        def failed(error: Exception) -> None:
            self._set(busy="", trouble=error)
            if isinstance(error, NotSignedIn):
                self.expired.emit()

        self._operations.run(work, settled, failed)

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
        if isinstance(error, NotSignedIn):
            self.expired.emit()
        elif not isinstance(error, Unreachable):  # The banner tells of that, and what is missed is read again.
            self._set(busy=self.busy, trouble=error)

    def _is_same_press(self, name: str) -> bool:
        last, at = self._last
        return last == name and self._clock() - at < SAME_PRESS

    def _set(self, *, busy: str, trouble: Any) -> None:
        self._turn += busy != self.busy
        self.busy, self.trouble = busy, trouble
        self.changed.emit()

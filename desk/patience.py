"""How long the desk repeats what the server does not answer."""

import threading
from collections.abc import Callable
from typing import TypeVar

from queue_server.client.errors import GivenUp

T = TypeVar("T")


class Patience:
    """The pauses between two tries: they end when the desk closes, and the act's own when the clerk gives it up.

    What is read meanwhile goes on being read.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._here = threading.local()
        self._closed = self._given_up = False

    def acting(self, work: Callable[[], T]) -> Callable[[], T]:
        """The one act under way, as something that may be given up."""
        self._given_up = False

        def job() -> T:
            self._here.acting = True
            try:
                return work()
            finally:
                self._here.acting = False

        return job

    def pause(self, seconds: float) -> None:
        """Wait before the next try. Raises `GivenUp` when there is to be none."""
        with self._changed:
            if self._changed.wait_for(self._is_over, seconds):
                raise GivenUp("nobody waits for the answer any more")

    def give_up(self) -> None:
        """The clerk waits for the act no longer."""
        self._end(closed=self._closed)

    def close(self) -> None:
        """Nobody waits for anything any more."""
        self._end(closed=True)

    def _end(self, *, closed: bool) -> None:
        with self._changed:
            self._closed, self._given_up = closed, True
            self._changed.notify_all()

    def _is_over(self) -> bool:
        return self._closed or (self._given_up and getattr(self._here, "acting", False))

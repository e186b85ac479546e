"""A desk whose clerk has gone away: nothing to be seen, nothing lost."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from desk.viewmodels.session import Session
from queue_server.client.api import Api


class Lock(QObject):
    """Locks after `minutes` without a key or a touch, never for 0, and at once when asked.

    The clerk's own password opens it; a supervisor's name and password sign the clerk out. Nobody else gets in.
    """

    changed = Signal()

    def __init__(
        self,
        api: Api,
        acts: Acts,
        session: Session,
        minutes: int,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._api, self._acts, self._session, self._clock = api, acts, session, clock
        self._seconds = minutes * 60
        self._touched = clock()
        self.locked = False
        session.changed.connect(self._on_session)

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._clock()

    def tick(self) -> None:
        """Lock when nobody has been here for long."""
        if self._seconds and self._clock() - self._touched >= self._seconds:
            self.lock()

    def lock(self) -> None:
        """Show nothing until the clerk is back."""
        if self._session.clerk is not None and not self.locked:
            self._acts.clear()
            self._set(locked=True)

    def open(self, password: str) -> None:
        """The clerk is back."""
        clerk = self._session.clerk
        if clerk is not None:
            self._acts.act(
                "unlock", lambda: self._api.confirm(clerk.username, password), lambda _nothing: self._set(locked=False)
            )

    def send_off(self, username: str, password: str) -> None:
        """A supervisor signs the clerk out. The counter and its visitor stay as they are."""
        self._acts.act(
            "send_off", lambda: self._api.send_off(username, password), lambda _nothing: self._session.signed_out()
        )

    def _on_session(self) -> None:
        self.touch()
        if self._session.clerk is None:
            self._set(locked=False)

    def _set(self, *, locked: bool) -> None:
        if locked != self.locked:
            self.touch()
            self.locked = locked
            self.changed.emit()

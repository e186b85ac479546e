"""Clerks let in, put out and given new passwords by their supervisor."""

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api

LEAST_PASSWORD = 10
"""Characters the server takes for a password; said before it refuses."""


class Clerks(QObject):
    """Everybody who may sign in. `settled` tells that what was typed is of no further use."""

    changed = Signal()
    settled = Signal()

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self.all: list[wire.Clerk] = []

    def catch_up(self) -> None:
        """Ask who there is."""
        self._acts.read(self._api.clerks, self._seen)

    def forget(self) -> None:
        """Know nothing any more."""
        self._seen([])

    def engage(self, new: wire.NewClerk) -> None:
        """Let somebody sign in."""
        self._acts.act(f"engage {new.username}", lambda: self._api.engage(new), lambda _clerk: self._settled())

    def dismiss(self, username: str) -> None:
        """Let somebody sign in no longer."""
        self._acts.act(f"dismiss {username}", lambda: self._api.dismiss(username), lambda _clerk: self.catch_up())

    def give_password(self, username: str, password: str) -> None:
        """Give somebody a new password."""
        name = f"password {username}"
        self._acts.act(name, lambda: self._api.give_password(username, password), lambda _clerk: self._settled())

    def _settled(self) -> None:
        self.settled.emit()
        self.catch_up()

    def _seen(self, clerks: list[wire.Clerk]) -> None:
        self.all = clerks
        self.changed.emit()

"""Who sits at the desk."""

from typing import Literal

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import NotSignedIn

Place = Literal["supervision", "counter", "information"]

_PLACES: dict[str, tuple[Place, ...]] = {
    "clerk": ("counter",),
    "information": ("information",),
    "supervisor": ("supervision", "counter", "information"),
}


class Session(QObject):
    """The clerk's session, from sign-in to sign-out or until the server forgets it."""

    changed = Signal()
    left = Signal()
    """Somebody else sits here, or nobody: what the last clerk had before them is to be put away."""

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self._desk_token = api.token
        self._place: Place | None = None
        self.clerk: wire.Session | None = None
        self.last_username = ""
        self.ended = False
        self.ended_because = ""
        """The server's own words, when the clerk signed in at another desk."""
        acts.expired.connect(self._expire)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where this clerk may work; none for a role that has nothing to do at a desk."""
        if self.clerk is None:
            return ()
        places = _PLACES.get(self.clerk.role, ())
        # A partner agency's people have counters here; floor and papers are the office's own.
        return places if self.clerk.agency is None else tuple(place for place in places if place == "counter")

    @property
    def place(self) -> Place | None:
        """Where the clerk works now."""
        return self._place if self._place in self.places else next(iter(self.places), None)

    def choose(self, place: Place) -> None:
        """Work there from now on."""
        self._place = place
        self.changed.emit()

    def sign_in(self, username: str, password: str) -> None:
        """Sign in by the desk's own token."""
        self._api.token = self._desk_token
        self._acts.act("sign_in", lambda: self._api.sign_in(username, password), self._signed_in)

    def sign_out(self, counter: int | None) -> None:
        """Close the clerk's counter, if one is open, and end the session."""

        def work() -> None:
            if counter is not None:
                self._api.close_counter(counter)
            self._api.sign_out()

        self._acts.act("sign_out", work, lambda _nothing: self.signed_out())

    def _signed_in(self, clerk: wire.Session) -> None:
        if clerk.username != self.last_username:
            self.left.emit()
        self.clerk, self.last_username, self.ended, self.ended_because = clerk, clerk.username, False, ""
        self.changed.emit()

    def signed_out(self) -> None:
        """The session was ended by somebody who may: nothing of it is kept."""
        self._api.token = self._desk_token
        self._acts.leave()
        self.clerk, self.last_username = None, ""
        self.left.emit()
        self.changed.emit()

    def _expire(self, why: NotSignedIn) -> None:
        if self.clerk is not None:
            self.ended_because = why.detail if why.code == "signed_in_elsewhere" else ""
            self._api.token = self._desk_token
            self._acts.leave()
            self.clerk, self.ended = None, True
            self._acts.clear()
            self.changed.emit()

"""The small office's clerks: who sits at the desk, and what they know of their own day."""

from datetime import datetime, timedelta
from typing import Any

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import NotSignedIn, Refused

PASSWORD = "correct horse"


class Signing(Api):
    """One clerk at a time; the name in `_clerk`, empty for nobody."""

    now: datetime
    people: dict[str, tuple[str, str]]
    _clerk: str
    _elsewhere: str

    def _asked(self, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def tells(self, kind: str, **data: Any) -> None:
        """Write something into the journal."""
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def forgets_clerk(self) -> None:
        """The session is over, as the server sees it."""
        self._clerk = ""

    def sees_clerk_elsewhere(self, desk: str) -> None:
        """The clerk signs in at another desk."""
        self._clerk, self._elsewhere = "", desk
        self.tells("ClerkSignedIn", clerk="somebody", device="another")

    def sign_in(self, username: str, password: str) -> wire.Session:
        self._did(f"sign in {username}", asks_clerk=False)
        if username not in self.people or password != PASSWORD:
            raise NotSignedIn(problem(401, "wrong_password", "User name and password do not fit together."))
        self._elsewhere = ""
        self._clerk, role = self.people[username]
        self.token = f"token of {username}"
        return wire.Session(self.token, username, self._clerk, role, self.now + timedelta(hours=8))

    def sign_out(self) -> None:
        self._did("sign out")
        self._clerk = ""

    def confirm(self, username: str, password: str) -> None:
        self._did(f"confirm {username}")
        if self.people[username][0] != self._clerk or password != PASSWORD:
            raise NotSignedIn(problem(401, "wrong_password", "User name and password do not fit together."))

    def send_off(self, username: str, password: str) -> None:
        self._did(f"send off by {username}")
        if self.people.get(username, ("", ""))[1] != "supervisor" or password != PASSWORD:
            raise Refused(problem(422, "second_clerk_refused", "The other clerk's name or password is not right."))
        self._clerk = ""

    def my_day(self) -> wire.OwnDay:
        self._asked()
        return wire.OwnDay(self.now.date(), 12, 2, serving_seconds=372, coming_seconds=41)


def problem(status: int, code: str, detail: str) -> wire.Problem:
    return wire.Problem("about:blank", code, status, code, detail)

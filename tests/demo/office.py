"""An office to show: the real server on the shipped catalogue, its people and devices, and a hall where some wait."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assets import path
from queue_server.client.api import Api
from tests.demo.crowd import COMMERCIAL, RESIDENCY, arrive, serve_one
from tests.demo.visits import ON_FILE
from tests.servers import OwnProcess

PEOPLE = {"maryam": "clerk", "yusuf": "clerk", "huda": "information"}
DEVICES = ("kiosk", "desk", "screen")
"""The roles of the devices shown: a kiosk, a desk for clerks to sign in on, a screen."""
APPLICATIONS = f"""\
number,service,caller,documents
{ON_FILE},change-occupation,employer,work-permit
WP-2026-0108,renew-permit,employer,renewal-form
WP-2026-0109,new-permit,messenger,work-contract worker-id
"""

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Office:
    """A running office: a token for each kind of device, a password for each clerk."""

    server: OwnProcess
    tokens: dict[str, str]
    passwords: dict[str, str]

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def hall(self) -> str:
        """The hall screen's address, good for pairing a browser."""
        return f"{self.url}/display/hall?token={self.tokens['screen']}"

    def signed_in(self, username: str) -> Api:
        """A clerk at work behind the scenes."""
        line = Api(self.url, self.tokens["desk"])
        line.sign_in(username, self.passwords[username])
        return line


@contextmanager
def opened(folder: Path) -> Iterator[Office]:
    """A fresh office in `folder`, with visitors in the hall; the server ends with it."""
    server = OwnProcess(folder, path("catalogue", "lmra.toml"))
    try:
        office = _furnished(server.start())
        _enliven(office)
        yield office
    finally:
        server.stop()


def _furnished(server: OwnProcess) -> Office:
    """By the operator's commands."""
    passwords = {username: "".join(secrets.choice(_SIGNS) for _ in range(12)) for username in PEOPLE}
    applications = server.data / "applications.csv"
    applications.write_text(APPLICATIONS, "utf-8")

    def token(role: str) -> str:
        return server.operator("token", "--role", role, "--name", f"demo-{role}")

    def add(username: str) -> None:
        name, role = username.capitalize(), PEOPLE[username]
        server.operator("clerk", "add", username, "--name", name, "--role", role, typed=passwords[username])

    server.operator("applications", "import", str(applications))
    tokens = {role: token(role) for role in DEVICES}
    for username in PEOPLE:
        add(username)
    return Office(server, tokens, passwords)


def _enliven(office: Office) -> None:
    with closing(Api(office.url, office.tokens["kiosk"])) as kiosk:
        for visitor in (*COMMERCIAL, *RESIDENCY):
            arrive(kiosk, visitor)
    with closing(office.signed_in("yusuf")) as yusuf:
        yusuf.open_counter(1)
        serve_one(yusuf, 1)

"""Clerks, the devices they sit at, and the sessions between the two."""

from dataclasses import dataclass
from datetime import datetime

from queue_server.domain.errors import BadName, WeakPassword
from queue_server.domain.trust import Role

LEAST_PASSWORD = 10
"""Characters; length is what counts, no rules of composition."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody who signs in. `failures` counts wrong passwords since the last right one.

    `agency` is None for the office's own people; `lines` are those the clerk may serve, all when empty.
    """

    id: str
    username: str
    name: str
    role: Role
    password: str
    disabled_at: datetime | None = None
    failures: int = 0
    locked_until: datetime | None = None
    agency: str | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Device:
    """A kiosk, screen, desk or script that holds a token; only the token's hash is kept. `place` is where it stands.

    `screen` is the one of the catalogue that a television is.
    """

    id: str
    name: str
    role: Role
    counter: int | None = None
    revoked_at: datetime | None = None
    agency: str | None = None
    place: str = ""
    screen: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A clerk signed in on a device until `expires_at` (UTC)."""

    id: str
    clerk: str
    device: str
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None


def proper_name(name: str, limit: int = 64) -> str:
    """The name as given, or `BadName`: it must have something to print and no control or format characters."""
    if not name.strip() or len(name) > limit or not name.isprintable():
        raise BadName(limit=limit)
    return name


def proper_password(password: str) -> str:
    """The password as given, or `WeakPassword`."""
    if len(password) < LEAST_PASSWORD:
        raise WeakPassword(least=LEAST_PASSWORD)
    return password

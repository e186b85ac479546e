"""How a device is let in: it shows a code, somebody with a name approves it, and nobody else gets its token."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from queue_server.domain.trust import Role

LASTS = timedelta(minutes=10)
"""How long a code is good for; once approved, how long the device has to fetch its token."""
KEPT = timedelta(days=1)
"""How long an ended code is known, so that whoever types it late is told why it is refused."""
MOST_OPEN = 50
"""Devices that may ask at the same time: more are a flood."""
ADMITTED = frozenset({Role.KIOSK, Role.SCREEN, Role.DESK})
"""What a device can be admitted as by its code; people and scripts come in by other doors."""


class EnrolmentState(StrEnum):
    """How a device's wish to be let in stands."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One device that asked to be let in as `role`. Of its own secret only the hash is kept."""

    id: str
    code: str
    secret_hash: str
    salt: str
    token_hash: str
    role: Role
    state: EnrolmentState
    expires_at: datetime
    device: str | None = None
    name: str = ""
    place: str = ""


def token_for(secret: str, salt: str) -> str:
    """The token of the device that holds `secret`: nobody else can make it, and it need not be kept to be told again.

    `salt` is the server's own share, so that no device chooses its token.
    """
    made = hmac.digest(secret.encode(), salt.encode(), "sha256")
    return urlsafe_b64encode(made).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class ServiceCode:
    """What opens one device's service page, once, until `expires_at`; `giver` is whoever asked for it."""

    code: str
    device: str
    giver: str
    giver_name: str
    expires_at: datetime
    used_at: datetime | None = None


FREE_TRIES = 5
LONGEST_WAIT = 900
"""Seconds. After five wrong tries each further one doubles the wait from 30 s up to this; never for ever."""


def wait_after(failures: int) -> int:
    """Seconds to wait after that many wrong tries in a row."""
    return min(30 * 2 ** (failures - FREE_TRIES), LONGEST_WAIT) if failures >= FREE_TRIES else 0


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong codes one person or device gave in a row, the last one at `at`."""

    who: str
    failures: int
    at: datetime

    def waits(self, now: datetime) -> int:
        """Seconds until the next try may be made."""
        left = self.at + timedelta(seconds=wait_after(self.failures)) - now
        return max(0, int(left.total_seconds()) + 1) if left > timedelta() else 0

    def missed(self, now: datetime) -> "Tries":
        """With one more; what lies longer back than the longest wait is forgiven."""
        forgiven = now - self.at > timedelta(seconds=2 * LONGEST_WAIT)
        return Tries(self.who, 1 if forgiven else self.failures + 1, now)

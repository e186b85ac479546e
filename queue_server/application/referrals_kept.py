"""What the acts need of the visitors sent to the information desk: a part of `ports`."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from queue_server.domain.referral import Referral


class Referrals(Protocol):
    """The visitors sent to the information desk."""

    def find(self, referral: str) -> Referral | None: ...
    def of_visit(self, day: date, visit: str) -> Referral | None:
        """Of a kiosk's visit on a day, if its visitor was sent."""

    def of_check(self, day: date, check: str) -> Sequence[Referral]:
        """Of the visitors whose check it is."""

    def numbered(self, day: date, n: int) -> Referral | None: ...
    def waiting(self, day: date) -> Sequence[Referral]:
        """Sent on `day` and not taken yet, oldest first."""

    def next_number(self, day: date) -> int:
        """The next number of a day, from 1."""

    def add(self, referral: Referral) -> None: ...
    def save(self, referral: Referral) -> None: ...
    def take(self, referral: str, clerk: str, at: datetime) -> bool:
        """Keep who took the visitor; whether nobody had before."""

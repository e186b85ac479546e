"""The small office's visitors who were sent to the information desk."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from queue_server import wire
from queue_server.client.api import Api


class Sending(Api):
    """Whoever asked for a person at a kiosk."""

    now: datetime
    sent: list[wire.Referral]

    def _asked(self, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def tells(self, kind: str, **data: Any) -> None:
        """Write something into the journal."""
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def visitor_asks(
        self, reason: wire.ReferralReason, check: str | None = None, *, language: str = "ur", **known: Any
    ) -> wire.Referral:
        """A visitor at a kiosk wants a person."""
        number = len(self.sent) + 1
        self.sent.append(wire.Referral(f"referral-{number}", number, reason, language, self.now, check, **known))
        self.tells("VisitorReferred", referral=self.sent[-1].id, check=check)
        return self.sent[-1]

    def referrals(self) -> list[wire.Referral]:
        self._asked()
        return [each for each in self.sent if not each.taken]

    def find_referral(self, number: int) -> wire.Referral | None:
        self._asked()
        return next((each for each in self.sent if each.number == number), None)

    def take_referral(self, referral: str) -> wire.Referral:
        self._did(f"help {referral}")
        self.sent = [replace(each, taken=each.taken or each.id == referral) for each in self.sent]
        return next(each for each in self.sent if each.id == referral)

"""Who waits at the information desk: sent by a kiosk with a reason, with a check, or both, and shown once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from queue_server import wire


@dataclass(frozen=True, slots=True)
class Arrival:
    """One visitor: the check the kiosk handed over, the referral that asks for a person, or both."""

    check: wire.Check | None
    referral: wire.Referral | None

    @property
    def key(self) -> str:
        """What tells this visitor from the others."""
        return self.check.id if self.check else self.referral.id if self.referral else ""

    @property
    def since(self) -> datetime:
        """When they were sent."""
        told = self.referral.asked_at if self.referral else None
        handed = self.check.referred_at or self.check.created_at if self.check else None
        return min(at for at in (told, handed) if at is not None)


def arrivals(checks: Sequence[wire.Check], referrals: Sequence[wire.Referral]) -> list[Arrival]:
    """All of them, oldest first; a referral about a check stands with it."""
    asking = {referral.check: referral for referral in referrals if referral.check}
    handed = [Arrival(check, asking.pop(check.id, None)) for check in checks]
    alone = [Arrival(None, referral) for referral in referrals if not referral.check or referral.check in asking]
    return sorted([*handed, *alone], key=lambda each: each.since)

"""A kiosk that went on without the server, as the server hears of it."""

from datetime import timedelta
from typing import Any

from queue_server import wire
from queue_server.application import handing_over, lending
from tests.offices import GOOD_PAPERS, KIOSK, Floor

BOOT = "the-first-start"


class Outpost:
    """A kiosk that was lent numbers, and what it says of visits it went through by itself."""

    def __init__(self, floor: Floor) -> None:
        self.floor, self.visits = floor, 0
        self.lease = self.lent().leases[0]

    def lent(self, boot: str = BOOT, who: Any = KIOSK) -> wire.Leases:
        wanted = wire.NewLeases(boot, ["C"])
        return self.floor.act(who, lambda tx: lending.lend_numbers(tx, wanted))

    def visit(self, *, minutes_ago: float = 0, n: int | None = None, **more: Any) -> wire.HandOver:
        """Somebody who renewed a permit so long ago, and was given the next number or the one named."""
        self.visits += 1
        at = self.floor.clock.now() - timedelta(minutes=minutes_ago)
        given = wire.GivenNumber(self.lease.id, n or self.lease.first + self.visits - 1, at, f"{self.visits:032d}")
        told: dict[str, Any] = {
            "visit": f"{self.visits:024x}",
            "boot": BOOT,
            "service": "renew",
            "language": "ar",
            "caller": "employer",
            "catalogue": self.floor.read(lambda tx: tx.catalogue.version),
            "began_at": at - timedelta(minutes=3),
            "answers": {"worker-abroad": "no"},
            "documents": GOOD_PAPERS,
            "resume_code": "".join("BCDFGHJKLM"[int(digit)] for digit in f"{self.visits:08d}"),
            "given": given,
        }
        return wire.HandOver(**(told | more))

    def brings(self, visit: wire.HandOver, who: Any = KIOSK) -> wire.HandedOver:
        return self.floor.act(who, lambda tx: handing_over.take_over(tx, visit))

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.floor.journal()]

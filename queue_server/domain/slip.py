"""A ticket's slip on its way to paper: `reserved → printing → printed | uncertain | failed`.

`failed` is certain: nothing came out, and the same slip may be printed again. `uncertain`: all, some or nothing may
have come out, so whatever is printed after it is marked as a copy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class SlipState(StrEnum):
    """Where a slip stands."""

    RESERVED = "reserved"
    PRINTING = "printing"
    PRINTED = "printed"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


NEXT: Mapping[SlipState, frozenset[SlipState]] = {
    SlipState.RESERVED: frozenset({SlipState.PRINTING}),
    SlipState.PRINTING: frozenset({SlipState.PRINTED, SlipState.UNCERTAIN, SlipState.FAILED}),
    SlipState.PRINTED: frozenset({SlipState.PRINTING}),
    SlipState.UNCERTAIN: frozenset({SlipState.PRINTING}),
    SlipState.FAILED: frozenset({SlipState.PRINTING}),
}

WANTING = frozenset({SlipState.UNCERTAIN, SlipState.FAILED})
"""The visitor may stand there without paper."""

AT_THE_KIOSK = timedelta(minutes=15)
"""How long after the number a visitor may still be thought to stand at the kiosk that gave it."""
KIOSK_COPIES = 2
"""A printer that has failed so often will not do better: the information desk prints."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is known of one ticket's paper: how its newest piece fared, why not well, and how many copies were made.

    `device` printed it, or a clerk, and told so at `at` (UTC).
    """

    ticket: str
    state: SlipState
    trouble: str | None
    copies: int
    device: str
    at: datetime

    def kiosk_may_copy(self, kiosk: str, issued_at: datetime, now: datetime) -> bool:
        """Whether the kiosk may print once more of its own accord: within the visit, and only what may be missing."""
        within = now - issued_at <= AT_THE_KIOSK and self.copies < KIOSK_COPIES
        return within and self.device == kiosk and self.state in WANTING

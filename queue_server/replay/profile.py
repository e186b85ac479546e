"""What is assumed of an office where nothing was measured: how visitors come, and how visits go."""

from dataclasses import dataclass
from datetime import time

HALF_HOURS = (6, 10, 13, 15, 15, 14, 12, 11, 10, 10, 9, 7, 4)
"""How many come in each half hour from the doors' opening, against one another. Assumed: a peak in the second hour."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An office's day; every figure is assumed. Shares are of visitors, or of stops at a counter.

    `busy` is the share of their time all counters together serve on an ordinary day.
    """

    doors: time = time(7, 30)
    half_hours: tuple[int, ...] = HALF_HOURS
    busy: float = 0.7
    mean_minutes: float = 7.6
    variation: float = 0.8
    walk_seconds: float = 20
    check_seconds: float = 75
    quick: float = 0.15
    unready: float = 0.08
    priority: float = 0.12
    walk_in: float = 0.01
    booked: float = 0.2
    absent: float = 0.04
    impatient: float = 0.1
    patience_minutes: float = 45
    transferred: float = 0.04
    parked: float = 0.03
    sent_back: float = 0.01
    papers_wrong: float = 0.03
    more: float = 0.02
    late_opening: float = 0.15
    rest_minutes: float = 15

    @property
    def minutes(self) -> int:
        """From the doors' opening to their closing."""
        return 30 * len(self.half_hours)

"""Numbers lent to a kiosk, to give while it is cut off from the server.

They are taken from the high end of a series' three digits, downwards, while the server's own numbers come up from 1:
the two never meet, and a number given without the server can be told by looking.
"""

from dataclasses import dataclass
from datetime import date, datetime

from queue_server.domain.tickets import number

BLOCK = 100
"""Numbers of one lease, if there are as many."""
BEYOND = 1000
"""The first number that is never lent; the server's own go on from here when they have come up to those lent."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The numbers `first` to `last` of a day's series, lent to a device from one start of its machine to the next.

    `boot` names that start; `taken_at` is UTC. Closed with its day: what was not used by then is a gap, explained.
    """

    id: str
    day: date
    series: str
    first: int
    last: int
    device: str
    boot: str
    taken_at: datetime
    closed_at: datetime | None = None

    def holds(self, series: str, n: int) -> bool:
        """Whether that number was lent by this lease."""
        return series == self.series and self.first <= n <= self.last

    def number(self, n: int) -> str:
        """What is printed, as `C981`."""
        return number(self.series, n)

    def arrival(self, stated: datetime, now: datetime) -> datetime:
        """When a visitor came: as the kiosk says, but never before its numbers were lent, nor yet to come."""
        return max(self.taken_at, min(stated, now))


@dataclass(frozen=True, slots=True)
class Boot:
    """One start of a device's machine, the `n`th that was heard of. A start that another followed never comes back.

    If it does, two machines hold the same token: `contested_at` says since when that is known.
    """

    device: str
    boot: str
    n: int
    since: datetime
    heard_at: datetime
    contested_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A visit handed over that could not be taken: kept as it came, for a person to look at. `number` may be empty."""

    visit: str
    number: str
    device: str
    code: str
    at: datetime
    body: str

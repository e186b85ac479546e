"""The clock jumps: back and forth, over midnight and the year's end, into leap days and summer times, amid an act.

The office is Bahrain's and London's in turn. Whatever the clock says, no number is given twice on one day, no time is
negative, every ticket and leg belongs to the business day of the moment it was made, and all else holds as ever.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from queue_server.domain.day import business_day
from queue_server.domain.events import Entry
from tests.history.check import check
from tests.history.record import History
from tests.history.rows import Rows, read
from tests.offices import CATALOGUE
from tests.torture.office import Office, Seeded, Ticking, in_memory, staff

JUMPS: Mapping[str, tuple[datetime, timedelta]] = {
    "two hours back": (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), timedelta(hours=-2)),
    "26 hours ahead": (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), timedelta(hours=26)),
    "a whole day back": (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), timedelta(days=-1)),
    "over midnight": (datetime(2026, 11, 24, 20, 57, tzinfo=UTC), timedelta()),
    "over the day's end": (datetime(2026, 11, 25, 0, 57, tzinfo=UTC), timedelta()),
    "back over the day's end": (datetime(2026, 11, 25, 1, 2, tzinfo=UTC), timedelta(minutes=-10)),
    "over the year's end": (datetime(2026, 12, 31, 20, 57, tzinfo=UTC), timedelta(hours=5)),
    "into a leap day": (datetime(2028, 2, 28, 20, 57, tzinfo=UTC), timedelta(hours=5)),
    "out of a leap day": (datetime(2028, 2, 29, 20, 57, tzinfo=UTC), timedelta(hours=5)),
    "into summer time": (datetime(2027, 3, 28, 0, 57, tzinfo=UTC), timedelta()),
    "out of summer time": (datetime(2027, 10, 31, 0, 57, tzinfo=UTC), timedelta()),
    "out of summer time, at the day's end": (datetime(2027, 10, 31, 3, 57, tzinfo=UTC), timedelta()),
    "a second back": (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), timedelta(seconds=-1)),
    "half a century back": (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), timedelta(days=-365 * 50)),
}
"""When the people come to work, and how far the clock jumps a while later, and back after as long again."""
ZONES = ("Asia/Bahrain", "Europe/London")
_EACH = 40


class Jumping(Ticking):
    """A clock that jumps once it has been looked at `calm` times more: it may be in the middle of an act."""

    def __init__(self, chance: Random, at: datetime) -> None:
        super().__init__(chance, at)
        self._calm, self._jump = 0, timedelta()

    def jump(self, far: timedelta, calm: int) -> None:
        """Jump so far, after being looked at so often."""
        self._calm, self._jump = calm, far

    def now(self) -> datetime:
        """A little later than last time, or wherever the jump led."""
        if self._calm == 0:
            self.at += self._jump
            self._jump = timedelta()
        self._calm -= 1
        return super().now()


@dataclass
class Tally:
    """What came of it."""

    jumps: int = 0
    acts: int = 0

    def __str__(self) -> str:
        return f"{self.jumps} jumps, {self.acts} acts"


def jump(seed: int, zone: str, named: str, tally: Tally) -> list[str]:
    """Let the clock of one office jump, there and back; every broken promise."""
    at, far = JUMPS[named]
    chance, history = Random(seed), History()
    clock = Jumping(Random(chance.random()), at)
    with TemporaryDirectory(prefix="dawr-clock-", dir=in_memory()) as name:
        catalogue = Path(name) / "office.toml"
        catalogue.write_text(CATALOGUE.read_text("utf-8").replace(ZONES[0], zone), "utf-8")
        office = Office(Path(name), clock, Seeded(Random(chance.random())), history, catalogue)
        clients = staff(chance, at.date())
        for leap in (timedelta(), far, -far):
            clock.jump(leap, chance.randint(0, 5))
            for _ in range(_EACH):
                together = chance.sample(clients, chance.randint(1, len(clients)))
                office.tell(together, office.together(together))
            office.keep_time()
            tally.jumps += bool(leap)
        journal, rows = read(office.database)
        office.close()
    tally.acts += len(history.acts())
    found = [*check([history], journal, rows), *_wrong_days(journal, rows)]
    return [f"seed {seed}, {zone}, {named}: {trouble}" for trouble in found]


def _wrong_days(journal: list[Entry], rows: Rows) -> Iterator[str]:
    """A ticket's and a leg's day is the business day of the moment it was made, by the office's own zone."""
    tickets = {ticket.id: ticket.day for ticket in rows.tickets}
    legs = {leg.id: leg.day for leg in rows.legs}
    zone, starts = rows.catalogue.timezone, rows.catalogue.day_starts
    for entry in journal:
        made = {"TicketIssued": ("ticket", tickets), "LegPlanned": ("leg", legs)}.get(entry.kind)
        if made is not None:
            name, days = made
            day = days.get(entry.data[name])
            if day not in {None, business_day(entry.at, zone, starts)}:
                yield f"the {name} of entry {entry.seq}, made {entry.at}, is of {day}"

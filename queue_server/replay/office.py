"""A fresh office to play a day in: a real database and the real acts, with a clock and dice of our own."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from queue_server.domain.catalogue import Catalogue, CatalogueRefused
from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.domain.events import Entry
from queue_server.domain.hall import PolicyName
from queue_server.domain.trust import Actor, Role
from queue_server.replay.agenda import VirtualClock
from queue_server.replay.day import Day, DayRefused, moment
from queue_server.store.database import engine_of, url_of
from queue_server.store.keeping import file_of
from queue_server.store.offices import Shelf
from queue_server.store.opening import open_office
from queue_server.store.transaction import OfficeTransaction
from queue_server.store.verifying import troubles

T = TypeVar("T")

_ALL = 1_000_000

SUPERVISOR = Actor("supervisor", "supervisor", Role.SUPERVISOR)
_MEMORY = Path("/dev/shm")  # noqa: S108  # Memory that looks like a disk, where there is one: a day played is no record.


class SeededChance:
    """Dice that fall the same way every time."""

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)

    def id(self) -> str:
        """96 bits as hexadecimal."""
        return f"{self._dice.getrandbits(96):024x}"

    def secret(self) -> str:
        """192 bits as hexadecimal."""
        return f"{self._dice.getrandbits(192):048x}"

    def code(self) -> str:
        """Eight letters."""
        return "".join(self._dice.choices("BCDFGHJKLMNPQRSTVWXZ", k=8))


class Office:
    """An open office whose time is in our hand: one act, one transaction, on this very thread."""

    def __init__(self, url: str, office: str, clock: VirtualClock, chance: SeededChance, catalogue: Catalogue) -> None:
        self.clock, self.catalogue = clock, catalogue
        self._office, self._chance, self._shelf = office, chance, Shelf()
        self._engine = engine_of(url, writes=True)
        self._news: list[Entry] = []
        self._seen = 0

    def act(self, actor: Actor, work: Callable[[OfficeTransaction], T]) -> T:
        """Do an act now, keep it, and hear what the journal tells of it."""
        with self._engine.begin() as connection:
            tx = OfficeTransaction(connection, self._office, actor, self.clock, self._chance, self._shelf)
            result = work(tx)
            tx.settle()
            told = tx.journal.since(self._seen, _ALL)
        self._news += told
        self._seen += len(told)
        return result

    def news(self) -> list[Entry]:
        """What the journal tells since it was last asked."""
        told, self._news = self._news, []
        return told

    def troubles(self) -> list[str]:
        """Every way the database contradicts itself."""
        return self.act(SUPERVISOR, troubles)

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()


@contextmanager
def opened(
    day: Day, catalogue: str, *, policy: PolicyName | None = None, folder: Path | None = None
) -> Iterator[Office]:
    """A new office of this catalogue (TOML) on the morning of the day; gone afterwards unless a `folder` is given.

    `policy` puts another in force than the catalogue's. Raises `CatalogueRefused`, `DayRefused`.
    """
    if folder is not None and file_of(url_of(folder, None)).exists():
        raise DayRefused(f"{folder}: there is an office already")
    text = catalogue if policy is None else under(catalogue, policy)
    known = read_catalogue(text)
    clock = VirtualClock(moment(day.opening.date, known.day_starts, known.timezone, known.day_starts))
    chance = SeededChance(day.opening.seed)
    with TemporaryDirectory(prefix="dawr-replay-", dir=_MEMORY if _MEMORY.is_dir() else None) as memory:
        place = folder or Path(memory)
        url = url_of(place, None)
        file = Path(memory) / "catalogue.toml"
        file.write_text(text, encoding="utf-8")
        office, _code = open_office(url, file, clock, chance)
        with closing(Office(url, office, clock, chance, known)) as open_one:
            yield open_one


def under(catalogue: str, policy: PolicyName) -> str:
    """The same catalogue with another policy in force. Raises `CatalogueRefused`, `DayRefused`."""
    read_catalogue(catalogue)
    setting = f'policy = "{policy}"'
    text, replaced = re.subn(
        r'^(queue\.)?policy *= *"[^"\n]*"', lambda found: (found[1] or "") + setting, catalogue, flags=re.M
    )
    if not replaced:
        text, replaced = re.subn(r"^\[queue\][^\n]*$", lambda found: f"{found[0]}\n{setting}", catalogue, flags=re.M)
    if not replaced:
        text = f"{catalogue}\n[queue]\n{setting}\n"
    try:
        in_force = read_catalogue(text).queue.policy.name
    except CatalogueRefused:
        in_force = None
    if in_force != policy:
        raise DayRefused("no other policy can be put into this catalogue: write its `queue` as a table [queue]")
    return text

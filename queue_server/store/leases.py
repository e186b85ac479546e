"""The rows of numbers lent to kiosks, of the starts of their machines, and of visits set aside."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from queue_server.domain.leases import BEYOND, Boot, Lease, SetAside
from queue_server.store.books import OFFICE, Book, Shape
from queue_server.store.statements import Statement
from queue_server.store.tables import NOT_CLOSED, boot, lease, series, set_aside, ticket

_LEASE = Shape(Lease, lease)
_BY_ID = _LEASE.where(lease.c.id == bindparam("id"))
_OF_DAY = _LEASE.where(lease.c.day == bindparam("day"), order_by=[lease.c.taken_at, lease.c.first])
_OPEN_BEFORE = _LEASE.where(lease.c.day < bindparam("day"), NOT_CLOSED, order_by=[lease.c.day, lease.c.first])
_ADD, _SAVE = _LEASE.adding(), _LEASE.saving()

_MINE = (
    series.c.office == OFFICE,
    series.c.day == bindparam("on"),
    series.c.series == bindparam("letters"),
)
_STANDS = Statement(select(series.c.last, series.c.lent_from).where(*_MINE))
_LEND = Statement(update(series).where(*_MINE).values(lent_from=bindparam("lent_from")))
_BEGIN = Statement(
    series.insert().values(
        office=OFFICE, day=bindparam("on"), series=bindparam("letters"), last=0, lent_from=bindparam("lent_from")
    )
)
_GIVEN = Statement(
    select(ticket.c.n).where(
        ticket.c.office == OFFICE,
        ticket.c.day == bindparam("day"),
        ticket.c.series == bindparam("series"),
        ticket.c.n >= bindparam("first"),
        ticket.c.n <= bindparam("last"),
    )
)

_BOOT = Shape(Boot, boot)
_BOOTS = _BOOT.where(boot.c.device == bindparam("device"), order_by=[boot.c.n])
_NEWEST = _BOOT.where(order_by=[boot.c.device, boot.c.n])
_ADD_BOOT = _BOOT.adding()
_HEARD = Statement(
    update(boot)
    .where(boot.c.office == OFFICE, boot.c.device == bindparam("whose"), boot.c.n == bindparam("which"))
    .values(heard_at=bindparam("heard_at"), contested_at=bindparam("contested_at"))
)

_ASIDE = Shape(SetAside, set_aside)
_ASIDE_OF = _ASIDE.where(set_aside.c.visit == bindparam("visit"), set_aside.c.number == bindparam("number"))
_ALL_ASIDE = _ASIDE.where(order_by=[set_aside.c.at.desc()])
_ADD_ASIDE = _ASIDE.adding()


class OutpostBook(Book):
    """What one office knows of its kiosks' work without the server."""

    def lend(self, day: date, letters: str, most: int) -> range:
        """Numbers of a day's series that are the caller's from here on: at most half of those left, perhaps none."""
        rows = self._rows(_STANDS, on=day, letters=letters)
        last, lent_from = rows[0] if rows else (0, BEYOND)
        first = lent_from - max(0, min(most, (lent_from - 1 - last) // 2))
        if first < lent_from:
            self._do(_LEND if rows else _BEGIN, on=day, letters=letters, lent_from=first)
        return range(first, lent_from)

    def lease(self, lease: str) -> Lease | None:
        """A lease by its id."""
        return self._one(_BY_ID, id=lease)

    def leases(self, day: date) -> Sequence[Lease]:
        """The leases of a day, oldest first."""
        return self._all(_OF_DAY, day=day)

    def open_before(self, day: date) -> Sequence[Lease]:
        """Leases of earlier days that were never closed."""
        return self._all(_OPEN_BEFORE, day=day)

    def add(self, lease: Lease) -> None:
        """Keep a new lease."""
        self._do(_ADD, **_LEASE.values(lease))

    def save(self, lease: Lease) -> None:
        """Keep a lease's present state."""
        self._do(_SAVE, **_LEASE.values(lease))

    def given(self, lease: Lease) -> set[int]:
        """Its numbers that tickets bear."""
        rows = self._rows(_GIVEN, day=lease.day, series=lease.series, first=lease.first, last=lease.last)
        return {n for [n] in rows}

    def boots(self, device: str) -> Sequence[Boot]:
        """The starts of a device's machine, oldest first."""
        return self._all(_BOOTS, device=device)

    def newest_boots(self) -> Sequence[Boot]:
        """The newest start of each device."""
        return list({each.device: each for each in self._all(_NEWEST)}.values())

    def add_boot(self, boot: Boot) -> None:
        """Keep a start heard of for the first time."""
        self._do(_ADD_BOOT, **_BOOT.values(boot))

    def heard(self, boot: Boot, at: datetime, contested_at: datetime | None) -> None:
        """It was heard of again."""
        self._do(_HEARD, whose=boot.device, which=boot.n, heard_at=at, contested_at=contested_at)

    def set_aside(self, visit: SetAside) -> None:
        """Keep what could not be taken."""
        self._do(_ADD_ASIDE, **_ASIDE.values(visit))

    def aside(self, visit: str, number: str) -> SetAside | None:
        """A visit set aside before."""
        return self._one(_ASIDE_OF, visit=visit, number=number)

    def all_aside(self) -> Sequence[SetAside]:
        """Every visit set aside, newest first."""
        return self._all(_ALL_ASIDE)

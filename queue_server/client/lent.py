"""The numbers a kiosk may give by itself, and how late it is at the server: both kept before they are used."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import monotonic

import msgspec
from msgspec import Struct

from queue_server import wire
from queue_server.client.backlog import Backlog
from queue_server.client.disk import Disk

_FILE = "lent"
PLENTY = 40
"""Numbers of a series below which more are asked for while the server is there."""


class _Kept(Struct, frozen=True):
    leases: list[wire.Lease] = []
    page: str = ""
    ahead: float = 0.0
    """Seconds the server's clock is ahead of this machine's."""


class Lent:
    """Leases of this start of the machine; those of others, found on a copied disk, are not touched."""

    def __init__(
        self,
        disk: Disk,
        boot: str,
        backlog: Backlog,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self._disk, self._boot, self._backlog, self._now, self._ticks = disk, boot, backlog, now, ticks
        self._kept = _known(disk.read(_FILE))
        self._learnt: tuple[datetime, float] | None = None

    @property
    def page(self) -> str:
        """What visitors' own pages are under."""
        return self._kept.page

    def now(self) -> datetime:
        """The server's time, as far as it is known: this machine's clock may be wrong, or be set meanwhile."""
        if self._learnt is None:
            return self._now() + timedelta(seconds=self._kept.ahead)
        at, ticks = self._learnt
        return at + timedelta(seconds=self._ticks() - ticks)

    def take(self, lent: wire.Leases) -> None:
        """Keep what was lent; only then may it be used. Raises `OSError`."""
        self._learnt = (lent.now, self._ticks())
        if lent.leases:
            ahead = (lent.now - self._now()).total_seconds()
            mine = [lease for lease in self._kept.leases if lease.boot == self._boot and self._left(lease)]
            self._keep(_Kept([*mine, *lent.leases], lent.page, ahead))

    def drop(self) -> None:
        """Another machine took up this one's place: none of its numbers may be given any more."""
        if self._kept.leases:
            self._keep(_Kept([], self._kept.page, self._kept.ahead))

    def left(self, series: str, day: date) -> int:
        """How many numbers of a day's series may still be given."""
        return sum(self._left(lease) for lease in self._mine(series, day))

    def next(self, series: str, day: date) -> tuple[wire.Lease, int] | None:
        """The next number to give, None when there is none. It is used when a visit with it is in the journal."""
        for lease in self._mine(series, day):
            if self._left(lease):
                return lease, max(lease.first, self._backlog.used(lease.id) + 1)
        return None

    def _mine(self, series: str, day: date) -> list[wire.Lease]:
        return [
            lease for lease in self._kept.leases if (lease.boot, lease.series, lease.day) == (self._boot, series, day)
        ]

    def _left(self, lease: wire.Lease) -> int:
        return lease.last - max(lease.first - 1, self._backlog.used(lease.id))

    def _keep(self, kept: _Kept) -> None:
        self._disk.replace(_FILE, msgspec.json.encode(kept))
        self._kept = kept


def _known(kept: bytes) -> _Kept:
    try:
        return msgspec.json.decode(kept, type=_Kept) if kept else _Kept()
    except msgspec.MsgspecError:
        return _Kept()  # A damaged lease is no lease: there will be another.

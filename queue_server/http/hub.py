"""The journal as it grows, for everyone who listens.

The hub hears of each new row once, from the commit or from the database, and keeps the newest; every listener has
only a place in the sequence, so a slow or dead one delays nobody and costs nothing but its own connection.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress

from queue_server.application.ports import Store
from queue_server.domain.events import Entry
from queue_server.domain.trust import Actor, Role

KEPT = 2000
"""Rows in memory; a listener further behind is read from the database."""
BEAT = 5.0
"""Seconds of silence after which listeners are told the line is alive."""
_LOOK = 1.0
"""Seconds between looks at the database when nobody in this process wrote: another process may have."""

_HUB = Actor("hub", "hub", Role.AUDITOR)


class Hub:
    """Follows the journal of one office, on the event loop it was started on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent: deque[Entry] = deque(maxlen=KEPT)
        self._grown = asyncio.Event()
        self._wake = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._closed = False
        self._told_at = self._loop.time()
        self.last = 0
        """The journal's newest number known here."""

    def committed(self, entries: Sequence[Entry]) -> None:
        """The journal has grown by these; may be called from any thread."""
        if entries:
            self._later(self._hear, entries)

    def grown(self, seq: int) -> None:
        """Some process has brought the journal to this number; may be called from any thread."""
        if seq > self.last:
            self._later(self._wake.set)

    async def run(self) -> None:
        """Follow until cancelled."""
        self.last = await self._seq()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), _LOOK)
            self._wake.clear()
            with suppress(Exception):  # The database is away: look again, the listeners stay.
                await self._catch_up()
            if self._loop.time() - self._told_at >= BEAT:
                self._tell()  # One clock for all who listen: a timer for each would cost more than the news.

    def close(self) -> None:
        """Let every listener go, so that the server can stop."""
        self._closed = True
        self._tell()

    async def after(self, seq: int) -> AsyncIterator[Sequence[Entry]]:
        """What comes after `seq`, in order and without gaps; an empty batch every few seconds says all is well."""
        while not self._closed:
            grown = self._grown
            batch = await self._batch(seq)
            if batch:
                seq = batch[-1].seq
                yield batch
                continue
            await grown.wait()
            if seq >= self.last and not self._closed:
                yield ()

    async def _batch(self, seq: int) -> Sequence[Entry]:
        if seq >= self.last:
            return ()
        if self._recent and self._recent[0].seq <= seq + 1:
            return [self._recent[place] for place in range(seq - self.last, 0)]  # No number is left out.
        return await self._read(seq)

    async def _catch_up(self) -> None:
        while fresh := await self._read(self.last):
            self._take(fresh)

    def _later(self, work: Callable[..., None], *given: object) -> None:
        with suppress(RuntimeError):  # The loop is gone: nobody listens any more.
            self._loop.call_soon_threadsafe(work, *given)

    def _hear(self, entries: Sequence[Entry]) -> None:
        """Take what this process wrote; after a gap another process's rows are still to be read."""
        if entries[0].seq <= self.last + 1:
            self._take(entries)
        else:
            self._wake.set()

    def _take(self, entries: Sequence[Entry]) -> None:
        fresh = [entry for entry in entries if entry.seq > self.last]
        if fresh:
            self._recent.extend(fresh)
            self.last = fresh[-1].seq
            self._tell()

    def _tell(self) -> None:
        grown, self._grown = self._grown, asyncio.Event()
        self._told_at = self._loop.time()
        grown.set()

    async def _read(self, seq: int) -> Sequence[Entry]:
        return await asyncio.wrap_future(self._store.read(_HUB, lambda tx: tx.journal.since(seq)))

    async def _seq(self) -> int:
        return await asyncio.wrap_future(self._store.read(_HUB, lambda tx: int(tx.seq)))

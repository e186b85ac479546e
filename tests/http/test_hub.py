"""The journal as it grows, for those who read it fast, slowly or never."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from queue_server.application.ports import Store
from queue_server.domain.events import Entry
from queue_server.domain.trust import Actor
from queue_server.http.hub import KEPT, Hub

NOON = datetime(2026, 11, 26, 9, tzinfo=UTC)


class Journal:
    """A store that holds a journal and nothing else."""

    def __init__(self) -> None:
        self.rows: list[Entry] = []

    def grow(self, count: int) -> Sequence[Entry]:
        first = len(self.rows) + 1
        self.rows += [Entry(seq, NOON, "TicketCalled", "clerk", {}) for seq in range(first, first + count)]
        return self.rows[first - 1 :]

    def read(self, _actor: Actor, work: Callable[[Any], Any]) -> "Future[Any]":
        since = SimpleNamespace(since=lambda seq: self.rows[seq:])
        done: Future[Any] = Future()
        done.set_result(work(SimpleNamespace(seq=len(self.rows), journal=since)))
        return done


def test_a_listener_that_never_reads_delays_nobody_and_finds_everything_when_it_does() -> None:
    async def heard() -> tuple[list[int], list[int]]:
        journal = Journal()
        hub = Hub(cast(Store, journal))
        asleep, awake = hub.after(0), hub.after(0)
        fast: list[int] = []
        for _burst in range(5):
            hub.committed(journal.grow(KEPT // 4))
            await asyncio.sleep(0)
            fast += [entry.seq for entry in await asyncio.wait_for(anext(awake), 1)]
        slow: list[int] = []
        while len(slow) < len(journal.rows):
            slow += [entry.seq for entry in await asyncio.wait_for(anext(asleep), 1)]
        return fast, slow

    fast, slow = asyncio.run(heard())
    assert fast == list(range(1, 1 + KEPT // 4 * 5)) == slow

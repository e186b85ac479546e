"""The visitors' pages that are open, told when something about their own visit has changed.

One listener reads the journal for all of them. Whose own visit was touched is looked up and told at once, all of one
batch in one reading. How many are ahead changes for a whole line with every call: that is counted once for a line,
every few seconds, and told to those for whom it changed, a few at a time, so that no call waits for it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from random import randint
from typing import Any, NamedTuple

import msgspec

from queue_server import wire
from queue_server.application.floor import visitors_own
from queue_server.application.ports import Transaction
from queue_server.display.phone_pages import Place, as_of, news, people_ahead
from queue_server.domain.events import ActUndone, Entry
from queue_server.domain.tickets import LegState, Ticket, current
from queue_server.http.hub import Hub

Read = Callable[[Callable[[Transaction], Any]], Awaitable[Any]]

COUNT = 3.0
"""Seconds between two counts of who is ahead."""
BEAT = 15.0
"""Seconds between two words to every page: so it knows that it is current, and we that it is there."""
FAMILY = 4
"""Pages of one ticket that are kept; the oldest makes way."""
_RETRY_MS = (2_000, 20_000)
"""How long a page waits when its connection is lost: not all of them come back at once."""
_AT_ONCE = 25
"""Pages told, or visits looked up, before everything else has its turn."""
_PAUSE = 0.01
"""Seconds left to everything else between so many pages: five thousand are told within three seconds."""

_log = logging.getLogger(__name__)


class Standing(NamedTuple):
    """How a ticket's visit stands, and the line it waits in, if it waits."""

    ticket: str
    view: wire.VisitorView
    line: str


class Page:
    """One page that is open. What was not yet sent is replaced by what is newer: a slow telephone costs no more."""

    def __init__(self, place: Place, ticket: str) -> None:
        self.place, self.ticket = place, ticket
        self.line, self.ahead, self.seq = "", 0, -1
        self._unsent: dict[str, bytes] = {}
        self._wake = asyncio.Event()
        self._closed = False

    def show(self, standing: Standing) -> None:
        """Tell all that changes, unless newer was told already; a page whose visit is over is done with."""
        view = standing.view
        if view.seq <= self.seq:
            return
        self.seq, self.line, self.ahead = view.seq, standing.line, view.ahead
        self._unsent.clear()
        told = news(view, self.place)
        self._say("visit", msgspec.json.encode(told))
        if not told.on:
            self.close()

    def count(self, ahead: int) -> None:
        """Tell how many are ahead."""
        self.ahead = ahead
        self._say("ahead", people_ahead(ahead, self.place.language).encode())

    def beat(self, text: str) -> None:
        """Tell that all is as it was."""
        self._say("beat", text.encode())

    def gone(self) -> None:
        """Tell that there is no such ticket any more."""
        self._say("gone", b"-")
        self.close()

    def close(self) -> None:
        """Say what is left, and nothing after it."""
        self._closed = True
        self._wake.set()

    async def told(self) -> AsyncIterator[bytes]:
        """What the page is told, as server-sent events."""
        first = b"retry: %d\n" % randint(*_RETRY_MS)
        while self._unsent or not self._closed:
            await self._wake.wait()
            self._wake.clear()
            unsent, self._unsent = self._unsent, {}
            if unsent:
                events = (b"event: %s\ndata: %s\n\n" % (kind.encode(), data) for kind, data in unsent.items())
                yield first + b"".join(events)
                first = b""

    def _say(self, kind: str, data: bytes) -> None:
        self._unsent[kind] = data
        self._wake.set()


class Phones:
    """All pages that are open, on the event loop they were opened on."""

    def __init__(self, hub: Hub, read: Read) -> None:
        self._hub, self._read = hub, read
        self._pages: dict[str, list[Page]] = {}
        self._touched: set[str] = set()
        self._lines: set[str] = set()
        self._all_lines = False
        self._tasks: list[asyncio.Task[None]] = []

    async def follow(self, place: Place, standing: Standing) -> AsyncIterator[bytes]:
        """What a page is told from now on, beginning with how its visit was just found to stand."""
        self._begin()
        ticket = standing.ticket
        page = Page(place, ticket)
        family = self._pages.setdefault(ticket, [])
        family.append(page)
        for oldest in family[:-FAMILY]:
            self._drop(oldest)
        try:
            page.show(standing)
            if self._hub.last > standing.view.seq:  # Something happened since, and this page was not there to hear it.
                self._touched.add(ticket)
            async for said in page.told():
                yield said
        finally:
            self._drop(page)

    def close(self) -> None:
        """Let every page go, so that the server can stop."""
        for page in list(self._open()):
            page.close()
        for task in self._tasks:
            task.cancel()

    def _begin(self) -> None:
        """Nothing is followed before somebody looks."""
        if not self._tasks:
            listening = asyncio.create_task(self._listen(self._hub.last))
            self._tasks = [listening, asyncio.create_task(self._tend())]

    def _drop(self, page: Page) -> None:
        page.close()
        family = self._pages.get(page.ticket, [])
        if page in family:
            family.remove(page)
        if not family:
            self._pages.pop(page.ticket, None)

    def _open(self) -> Iterator[Page]:
        return (page for family in self._pages.values() for page in family)

    async def _listen(self, since: int) -> None:
        async for batch in self._hub.after(since):
            for entry in batch:
                self._hear(entry)
            await self._tell_touched()

    def _hear(self, entry: Entry) -> None:
        if entry.data.get("ticket") in self._pages:
            self._touched.add(entry.data["ticket"])
        self._lines |= {entry.data[name] for name in ("line", "to_line") if name in entry.data}
        self._all_lines |= entry.kind == ActUndone.__name__  # It does not name the lines it changed.

    async def _tend(self) -> None:
        """Count every few seconds, and say now and then that all is well."""
        since = 0.0
        while True:
            await asyncio.sleep(COUNT)
            since += COUNT
            try:
                await self._count()
                if since >= BEAT:
                    since = 0.0
                    await self._beat()
            except Exception:  # noqa: BLE001  # The database is away, or worse: the next time will do.
                _log.warning("phones were not told how many are ahead", exc_info=True)

    async def _tell_touched(self) -> None:
        touched, self._touched = self._touched, set()
        there = [ticket for ticket in touched if ticket in self._pages]
        try:
            for at in range(0, len(there), _AT_ONCE):
                await self._show(there[at : at + _AT_ONCE])
        except Exception:  # noqa: BLE001  # As above: they are told after the next count.
            _log.warning("phones were not told of their visits", exc_info=True)
            self._touched |= touched

    async def _show(self, tickets: Sequence[str]) -> None:
        """Look up how these visits stand, and tell their pages."""
        found = await self._read(lambda tx: {ticket: _standing_of(tx, ticket) for ticket in tickets})
        for ticket, standing in found.items():
            for page in list(self._pages.get(ticket, [])):
                if standing is None:
                    page.gone()
                else:
                    page.show(standing)

    async def _count(self) -> None:
        """Tell those whose place in line has changed."""
        waited_in = {page.line for page in self._open()} - {""}
        lines = waited_in if self._all_lines else waited_in & self._lines
        self._lines, self._all_lines = set(), False
        ahead: dict[str, int] = {}
        if lines:
            try:
                order = await self._read(lambda tx: [tx.tickets.in_line(tx.day, line) for line in lines])
            except Exception:
                self._lines |= lines  # Still to be counted.
                raise
            ahead = {ticket: place for tickets in order for place, ticket in enumerate(tickets)}
        async for page in self._a_few_at_a_time():
            place = ahead.get(page.ticket, page.ahead)
            if not page.line or place == page.ahead:
                continue
            if place == 0 or page.ahead == 0:
                self._touched.add(page.ticket)  # More than a figure changes.
            else:
                page.count(place)
        await self._tell_touched()

    async def _beat(self) -> None:
        now, timezone = await self._read(lambda tx: (tx.at, tx.catalogue.timezone))
        texts: dict[str, str] = {}
        async for page in self._a_few_at_a_time():
            language = page.place.language
            page.beat(texts.setdefault(language, as_of(now, timezone, language)))

    async def _a_few_at_a_time(self) -> AsyncIterator[Page]:
        for count, page in enumerate(list(self._open()), 1):
            yield page
            if count % _AT_ONCE == 0:
                await asyncio.sleep(_PAUSE)


def standing(tx: Transaction, ticket: Ticket) -> Standing:
    """How a visit stands now."""
    leg = current(tx.tickets.legs(ticket.id))
    return Standing(ticket.id, visitors_own(tx, ticket), leg.line if leg.state is LegState.WAITING else "")


def _standing_of(tx: Transaction, ticket_id: str) -> Standing | None:
    """The same of its id; None when its day is over."""
    ticket = tx.tickets.find(ticket_id)
    return None if ticket is None or ticket.day != tx.day else standing(tx, ticket)

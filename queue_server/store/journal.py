"""The journal: every act's events, in one gapless sequence per office. Everything downstream reads it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, insert, select, update

from queue_server.domain.events import Entry, Event
from queue_server.store.books import OFFICE, Book, text
from queue_server.store.statements import Statement
from queue_server.store.tables import journal, office

_COUNT = Statement(update(office).where(office.c.id == OFFICE).values(seq=bindparam("last")))
_APPEND = Statement(insert(journal))
_COLUMNS = (journal.c.seq, journal.c.at, journal.c.kind, journal.c.actor, journal.c.data)
_SINCE = Statement(
    select(*_COLUMNS)
    .where(journal.c.office == OFFICE, journal.c.seq > bindparam("seq"))
    .order_by(journal.c.seq)
    .limit(bindparam("most"))
)
_LAST = Statement(select(office.c.seq).where(office.c.id == OFFICE))
_AT = Statement(select(journal.c.at).where(journal.c.office == OFFICE, journal.c.seq == bindparam("seq")))
_BY = Statement(
    select(*_COLUMNS)
    .where(journal.c.office == OFFICE, journal.c.seq >= bindparam("first"), journal.c.actor == bindparam("who"))
    .order_by(journal.c.seq)
)


class JournalBook(Book):
    """The journal of one office."""

    def append(self, last: int, events: Sequence[Event], at: datetime, actor: str) -> Sequence[Entry]:
        """Keep an act's events after number `last`, the office's own, so that there are no gaps."""
        entries = []
        for seq, event in enumerate(events, last + 1):
            data = text(event)
            self._do(_APPEND, seq=seq, at=at, kind=event.kind, actor=actor, data=data)
            entries.append(Entry(seq, at, event.kind, actor, msgspec.json.decode(data)))
        self._do(_COUNT, last=entries[-1].seq)
        return entries

    def since(self, seq: int, limit: int = 500) -> Sequence[Entry]:
        """The rows after `seq`, in order, at most `limit`."""
        return _entries(self._rows(_SINCE, seq=seq, most=limit))

    def last(self, kinds: Sequence[str], limit: int) -> Sequence[Entry]:
        """The newest rows of these kinds, newest first."""
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(journal.c.office == self._office, journal.c.kind.in_(kinds))
            .order_by(journal.c.seq.desc())
            .limit(limit)
        )
        return _entries(rows.all())

    def by(self, actor: str, since: datetime) -> Sequence[Entry]:
        """What an actor did from a moment on, in order.

        Moments rise with the journal's gapless numbers, so the first is found by halving, however long the journal is.
        """
        [(last,)] = self._rows(_LAST)
        numbers = range(1, last + 1)
        first = bisect_left(numbers, since, key=lambda seq: self._rows(_AT, seq=seq)[0][0]) + 1
        return _entries(self._rows(_BY, first=first, who=actor))


def _entries(rows: Sequence[Sequence[Any]]) -> list[Entry]:
    return [Entry(seq, at, kind, actor, msgspec.json.decode(data)) for seq, at, kind, actor, data in rows]

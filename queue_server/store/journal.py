"""The journal: every act's events, in one gapless sequence per office. Everything downstream reads it."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import insert, select, update

from queue_server.domain.events import Entry, Event
from queue_server.store.books import Book, text
from queue_server.store.tables import journal, office


class JournalBook(Book):
    """The journal of one office."""

    def append(self, events: Sequence[Event], at: datetime, actor: str) -> None:
        """Number and keep an act's events; the office's row gives the numbers, so there are no gaps."""
        counted = self._connection.execute(
            update(office)
            .where(office.c.id == self._office)
            .values(seq=office.c.seq + len(events))
            .returning(office.c.seq)
        )
        first = int(counted.scalar_one()) - len(events) + 1
        self._connection.execute(
            insert(journal),
            [
                {
                    "office": self._office,
                    "seq": first + place,
                    "at": at,
                    "kind": event.kind,
                    "actor": actor,
                    "data": text(event.data()),
                }
                for place, event in enumerate(events)
            ],
        )

    def since(self, seq: int, limit: int = 500) -> Sequence[Entry]:
        """The rows after `seq`, in order, at most `limit`."""
        rows = self._connection.execute(
            select(journal)
            .where(journal.c.office == self._office, journal.c.seq > seq)
            .order_by(journal.c.seq)
            .limit(limit)
        )
        return [Entry(row.seq, row.at, row.kind, row.actor, msgspec.json.decode(row.data)) for row in rows]

    def last(self, kinds: Sequence[str], limit: int) -> Sequence[Entry]:
        """The newest rows of these kinds, newest first."""
        rows = self._connection.execute(
            select(journal)
            .where(journal.c.office == self._office, journal.c.kind.in_(kinds))
            .order_by(journal.c.seq.desc())
            .limit(limit)
        )
        return [Entry(row.seq, row.at, row.kind, row.actor, msgspec.json.decode(row.data)) for row in rows]

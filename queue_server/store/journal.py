"""The journal: every act's events, in one gapless sequence per office. Everything downstream reads it."""

from collections.abc import Sequence
from datetime import datetime

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
        rows = self._rows(_SINCE, seq=seq, most=limit)
        return [Entry(at_seq, at, kind, actor, msgspec.json.decode(data)) for at_seq, at, kind, actor, data in rows]

    def last(self, kinds: Sequence[str], limit: int) -> Sequence[Entry]:
        """The newest rows of these kinds, newest first."""
        rows = self._connection.execute(
            select(journal)
            .where(journal.c.office == self._office, journal.c.kind.in_(kinds))
            .order_by(journal.c.seq.desc())
            .limit(limit)
        )
        return [Entry(row.seq, row.at, row.kind, row.actor, msgspec.json.decode(row.data)) for row in rows]

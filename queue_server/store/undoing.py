"""The last act at each counter, as long as it can be taken back."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import delete, insert, select

from queue_server.domain.tickets import LastAct, Move
from queue_server.store.books import Book, text
from queue_server.store.tables import undo as table


class UndoBook(Book):
    """One row a counter: a new act replaces the one before."""

    def find(self, counter: int) -> LastAct | None:
        """The last act at a counter."""
        row = self._connection.execute(
            select(table).where(table.c.office == self._office, table.c.counter == counter)
        ).one_or_none()
        if row is None:
            return None
        return LastAct(row.act, row.actor, row.at, msgspec.json.decode(row.moves, type=tuple[Move, ...]))

    def keep(self, counter: int, act: str, actor: str, at: datetime, moves: Sequence[Move]) -> None:
        """Remember an act by the legs it moved."""
        self.forget(counter)
        self._connection.execute(
            insert(table).values(
                office=self._office, counter=counter, act=act, actor=actor, at=at, moves=text(list(moves))
            )
        )

    def forget(self, counter: int) -> None:
        """There is nothing to take back at this counter."""
        self._connection.execute(delete(table).where(table.c.office == self._office, table.c.counter == counter))

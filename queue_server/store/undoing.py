"""The last act at each counter, as long as it can be taken back."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, delete, select

from queue_server.domain.tickets import LastAct, Move
from queue_server.store.books import OFFICE, Book, text
from queue_server.store.statements import Statement, putting
from queue_server.store.tables import undo as table

_MINE = (table.c.office == OFFICE, table.c.counter == bindparam("counter"))
_FIND = Statement(select(table.c.act, table.c.actor, table.c.at, table.c.moves).where(*_MINE))
_AT = Statement(select(table.c.at).where(*_MINE))
_KEEP = putting(table, table.c.office, table.c.counter)
_FORGET = Statement(delete(table).where(*_MINE))


class UndoBook(Book):
    """One row a counter: a new act replaces the one before."""

    def find(self, counter: int) -> LastAct | None:
        """The last act at a counter."""
        for act, actor, at, moves in self._rows(_FIND, counter=counter):
            return LastAct(act, actor, at, msgspec.json.decode(moves, type=tuple[Move, ...]))
        return None

    def last_at(self, counter: int) -> datetime | None:
        """When the last act was."""
        return next((at for [at] in self._rows(_AT, counter=counter)), None)

    def keep(self, counter: int, act: str, actor: str, at: datetime, moves: Sequence[Move]) -> None:
        """Remember an act by the legs it moved."""
        self._do(_KEEP, counter=counter, act=act, actor=actor, at=at, moves=text(list(moves)))

    def forget(self, counter: int) -> None:
        """There is nothing to take back at this counter."""
        self._do(_FORGET, counter=counter)

"""How each ticket's paper fares. A ticket nobody told of has no row: its slip is reserved."""

from sqlalchemy import bindparam

from queue_server.domain.slip import Slip, SlipState
from queue_server.store.books import Book, Shape
from queue_server.store.statements import putting
from queue_server.store.tables import slip as table

_SLIP = Shape(Slip, table, state=SlipState)
_FIND = _SLIP.where(table.c.ticket == bindparam("ticket"))
_KEEP = putting(table, table.c.office, table.c.ticket)


class SlipBook(Book):
    """One row a ticket: what is told last replaces what was told before."""

    def find(self, ticket: str) -> Slip | None:
        """What is known of a ticket's paper."""
        return self._one(_FIND, ticket=ticket)

    def keep(self, slip: Slip) -> None:
        """Keep what is known now."""
        self._do(_KEEP, **_SLIP.values(slip))

"""The counters' rows. A counter the catalogue names and nobody ever opened has no row: it is closed."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from queue_server.domain.errors import ClerkElsewhere
from queue_server.domain.hall import CounterRow
from queue_server.store.books import Book, word
from queue_server.store.tables import counter as table


class CounterBook(Book):
    """The counters of one office."""

    def find(self, n: int) -> CounterRow:
        """A counter as it stands."""
        row = self._connection.execute(
            select(table).where(table.c.office == self._office, table.c.n == n)
        ).one_or_none()
        return CounterRow(n) if row is None else word(CounterRow, row)

    def held_by(self, holder: str) -> CounterRow | None:
        """The counter a clerk or device holds."""
        row = self._connection.execute(
            select(table).where(table.c.office == self._office, table.c.holder == holder)
        ).one_or_none()
        return None if row is None else word(CounterRow, row)

    def others_open(self, n: int) -> Sequence[int]:
        """The open counters but this one."""
        query = select(table.c.n).where(table.c.office == self._office, table.c.state == "open", table.c.n != n)
        return self._connection.execute(query).scalars().all()

    def count(self, n: int, tally: int) -> None:
        """Keep what the policy remembers of a counter's calls."""
        self._connection.execute(
            update(table).where(table.c.office == self._office, table.c.n == n).values(tally=tally)
        )

    def set(self, n: int, state: str, holder: str | None, holder_name: str | None, reason: str = "") -> None:
        """Keep a counter's state; raises `ClerkElsewhere` when the holder has another."""
        now = {"state": state, "holder": holder, "holder_name": holder_name, "reason": reason}
        try:
            known = self._connection.execute(
                update(table).where(table.c.office == self._office, table.c.n == n).values(**now)
            )
            if not known.rowcount:
                self._connection.execute(insert(table).values(office=self._office, n=n, **now))
        except IntegrityError as taken:
            raise ClerkElsewhere from taken

"""The counters' rows. A counter the catalogue names and nobody ever opened has no row: it is closed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from queue_server.domain.errors import ClerkElsewhere
from queue_server.domain.hall import CounterRow
from queue_server.store.books import OFFICE, Book, Json, Shape, text
from queue_server.store.statements import Statement
from queue_server.store.tables import counter as table

_COUNTER = Shape(CounterRow, table, lines=Json(tuple[str, ...]))
_BY_NUMBER = _COUNTER.where(table.c.n == bindparam("n"))
_HELD = _COUNTER.where(table.c.holder == bindparam("holder"))
_MINE = (table.c.office == OFFICE, table.c.n == bindparam("n"))
_OTHERS_OPEN = Statement(
    select(table.c.n).where(table.c.office == OFFICE, table.c.state == "open", table.c.n != bindparam("n"))
)
_COUNT = Statement(update(table).where(*_MINE).values(tally=bindparam("tally")))


class CounterBook(Book):
    """The counters of one office."""

    def find(self, n: int) -> CounterRow:
        """A counter as it stands."""
        return self._one(_BY_NUMBER, n=n) or CounterRow(n)

    def held_by(self, holder: str) -> CounterRow | None:
        """The counter a clerk or device holds."""
        return self._one(_HELD, holder=holder)

    def others_open(self, n: int) -> Sequence[int]:
        """The open counters but this one."""
        return [other for [other] in self._rows(_OTHERS_OPEN, n=n)]

    def count(self, n: int, tally: int) -> None:
        """Keep what the policy remembers of a counter's calls."""
        self._do(_COUNT, n=n, tally=tally)

    def set(
        self, n: int, state: str, holder: str | None, holder_name: str | None, reason: str = "", *, since: datetime
    ) -> None:
        """Keep a counter's state from a moment on; raises `ClerkElsewhere` when the holder has another."""
        now = {"state": state, "holder": holder, "holder_name": holder_name, "reason": reason, "since": since}
        try:
            self._put(n, now)
        except IntegrityError as taken:
            raise ClerkElsewhere from taken

    def arrange(self, n: int, lines: Sequence[str], day: date) -> None:
        """Keep which lines a counter serves on one day."""
        arranged = {"lines": text(lines), "lines_day": day}
        if not self._change(n, arranged):
            self._put(n, {"state": "closed", **arranged})

    def _put(self, n: int, now: dict[str, Any]) -> None:
        if not self._change(n, now):
            self._connection.execute(insert(table).values(office=self._office, n=n, **now))

    def _change(self, n: int, now: dict[str, Any]) -> int:
        mine = (table.c.office == self._office, table.c.n == n)
        return self._connection.execute(update(table).where(*mine).values(**now)).rowcount

"""The checks' rows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Row, Select, insert, select, update

from queue_server.domain.check import Check, Waived
from queue_server.domain.documents import Paper
from queue_server.store.books import Book, text, word
from queue_server.store.tables import check as table

_KEPT_AS_TEXT = {
    "answers": dict[str, str],
    "papers": dict[str, Paper],
    "waivers": dict[str, Waived],
    "results": dict[str, str | None],
}


class CheckBook(Book):
    """The checks of one office."""

    def find(self, check: str) -> Check | None:
        """A check by its id."""
        return self._one(select(table).where(table.c.office == self._office, table.c.id == check))

    def by_code(self, code: str) -> Check | None:
        """A check by the code on its slip."""
        return self._one(select(table).where(table.c.office == self._office, table.c.resume_code == code))

    def referred(self, day: date) -> Sequence[Check]:
        """Handed to the information desk on `day` and without a ticket, oldest first."""
        rows = self._connection.execute(
            select(table)
            .where(
                table.c.office == self._office,
                table.c.day == day,
                table.c.referred_at.is_not(None),
                table.c.ticket.is_(None),
            )
            .order_by(table.c.referred_at)
        )
        return [_check(row) for row in rows]

    def add(self, check: Check) -> None:
        """Keep a new check."""
        self._connection.execute(insert(table).values(office=self._office, **_columns(check)))

    def save(self, check: Check) -> None:
        """Keep a check's present state."""
        where = (table.c.office == self._office, table.c.id == check.id)
        self._connection.execute(update(table).where(*where).values(**_columns(check)))

    def _one(self, query: Select[Any]) -> Check | None:
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _check(row)


def _check(row: Row[Any]) -> Check:
    read = {name: msgspec.json.decode(row._mapping[name], type=kind) for name, kind in _KEPT_AS_TEXT.items()}
    return word(Check, row, **read)


def _columns(check: Check) -> dict[str, Any]:
    return {
        name: text(getattr(check, name)) if name in _KEPT_AS_TEXT else getattr(check, name)
        for name in Check.__dataclass_fields__
    }

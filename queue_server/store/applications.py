"""The rows of applications: what the agency's file says, as the office imported it."""

from collections.abc import Iterable
from dataclasses import asdict

import msgspec
from sqlalchemy import delete, insert, select

from queue_server.domain.applications import Filed
from queue_server.store.books import Book, text, word
from queue_server.store.tables import application as table


class ApplicationBook(Book):
    """The applications this office knows."""

    def find(self, number: str) -> Filed | None:
        """An application by its number."""
        row = self._connection.execute(
            select(table).where(table.c.office == self._office, table.c.number == number)
        ).one_or_none()
        if row is None:
            return None
        return word(
            Filed,
            row,
            answers=msgspec.json.decode(row.answers),
            documents=tuple(msgspec.json.decode(row.documents)),
        )

    def replace(self, applications: Iterable[Filed]) -> int:
        """Keep these, instead of any of the same number; how many."""
        count = 0
        for filed in applications:
            same = (table.c.office == self._office, table.c.number == filed.number)
            self._connection.execute(delete(table).where(*same))
            columns = asdict(filed) | {"answers": text(filed.answers), "documents": text(filed.documents)}
            self._connection.execute(insert(table).values(office=self._office, **columns))
            count += 1
        return count

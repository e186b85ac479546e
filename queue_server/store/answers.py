"""First answers by idempotency key."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from queue_server.store.books import Book
from queue_server.store.tables import answer as table


class AnswerBook(Book):
    """The first answers of one office."""

    def find(self, key: str) -> tuple[str, bytes] | None:
        """The request's fingerprint and the first answer."""
        row = self._connection.execute(
            select(table.c.fingerprint, table.c.body).where(table.c.office == self._office, table.c.key == key)
        ).one_or_none()
        return None if row is None else (row.fingerprint, row.body)

    def keep(self, key: str, fingerprint: str, body: bytes, at: datetime) -> None:
        """Keep a first answer."""
        self._connection.execute(
            insert(table).values(office=self._office, key=key, fingerprint=fingerprint, body=body, at=at)
        )

    def forget(self, before: datetime) -> None:
        """Drop answers nobody will ask for any more."""
        self._connection.execute(delete(table).where(table.c.office == self._office, table.c.at < before))

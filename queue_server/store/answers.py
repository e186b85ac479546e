"""First answers by idempotency key."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from queue_server.store.books import OFFICE, Book
from queue_server.store.statements import Statement
from queue_server.store.tables import answer as table

_FIND = Statement(
    select(table.c.fingerprint, table.c.body).where(table.c.office == OFFICE, table.c.key == bindparam("key"))
)
_KEEP = Statement(insert(table))
_FORGET = Statement(delete(table).where(table.c.office == OFFICE, table.c.at < bindparam("before")))


class AnswerBook(Book):
    """The first answers of one office."""

    def find(self, key: str) -> tuple[str, bytes] | None:
        """The request's fingerprint and the first answer."""
        for fingerprint, body in self._rows(_FIND, key=key):
            return fingerprint, body
        return None

    def keep(self, key: str, fingerprint: str, body: bytes, at: datetime) -> None:
        """Keep a first answer."""
        self._do(_KEEP, key=key, fingerprint=fingerprint, body=body, at=at)

    def forget(self, before: datetime) -> None:
        """Drop answers nobody will ask for any more."""
        self._do(_FORGET, before=before)

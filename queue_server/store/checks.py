"""The checks' rows."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, update

from queue_server.domain.check import Check, Waived
from queue_server.domain.documents import Paper
from queue_server.store.books import OFFICE, Book, Json, Shape
from queue_server.store.statements import Statement
from queue_server.store.tables import check as table

_CHECK = Shape(
    Check,
    table,
    answers=Json(dict[str, str]),
    papers=Json(dict[str, Paper]),
    waivers=Json(dict[str, Waived]),
    results=Json(dict[str, str | None]),
)
_BY_ID = _CHECK.where(table.c.id == bindparam("id"))
_BY_CODE = _CHECK.where(table.c.resume_code == bindparam("code"))
_BY_PAGE = _CHECK.where(table.c.page == bindparam("page"))
_REFERRED = _CHECK.where(
    table.c.day == bindparam("day"),
    table.c.referred_at.is_not(None),
    table.c.ticket.is_(None),
    table.c.served_at.is_(None),
    order_by=[table.c.referred_at],
)
_ADD, _SAVE = _CHECK.adding(), _CHECK.saving()
_SETTLE = Statement(
    update(table).where(table.c.office == OFFICE, table.c.id == bindparam("id")).values(ticket=bindparam("ticket"))
)
_FORGET = Statement(
    delete(table).where(
        table.c.office == OFFICE,
        table.c.page.is_not(None),
        table.c.ticket.is_(None),
        table.c.day < bindparam("before"),
    )
)


class CheckBook(Book):
    """The checks of one office."""

    def find(self, check: str) -> Check | None:
        """A check by its id."""
        return self._one(_BY_ID, id=check)

    def by_code(self, code: str) -> Check | None:
        """A check by the code on its slip."""
        return self._one(_BY_CODE, code=code)

    def by_page(self, page: str) -> Check | None:
        """A check by the secret of its page on the web."""
        return self._one(_BY_PAGE, page=page)

    def referred(self, day: date) -> Sequence[Check]:
        """Handed to the information desk on `day` and not yet settled there, oldest first."""
        return self._all(_REFERRED, day=day)

    def add(self, check: Check) -> None:
        """Keep a new check."""
        self._do(_ADD, **_CHECK.values(check))

    def save(self, check: Check) -> None:
        """Keep a check's present state."""
        self._do(_SAVE, **_CHECK.values(check))

    def settle(self, check: str, ticket: str) -> None:
        """A number was given for it."""
        self._do(_SETTLE, id=check, ticket=ticket)

    def forget_from_home(self, before: date) -> int:
        """Drop the checks made at home that nobody came back to since that day; how many."""
        return self._do(_FORGET, before=before)

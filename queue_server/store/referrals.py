"""The rows of visitors sent to the information desk."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, func, select, update

from queue_server.domain.referral import Reason, Referral
from queue_server.store.books import OFFICE, Book, Shape
from queue_server.store.statements import Statement
from queue_server.store.tables import referral as table

_REFERRAL = Shape(Referral, table, reason=Reason)
_TODAY = table.c.day == bindparam("day")
_BY_ID = _REFERRAL.where(table.c.id == bindparam("id"))
_OF_VISIT = _REFERRAL.where(_TODAY, table.c.visit == bindparam("visit"))
_OF_CHECK = _REFERRAL.where(_TODAY, table.c.check == bindparam("check"))
_NUMBERED = _REFERRAL.where(_TODAY, table.c.n == bindparam("n"))
_WAITING = _REFERRAL.where(_TODAY, table.c.taken_at.is_(None), order_by=[table.c.asked_at, table.c.n])
_LAST = Statement(select(func.max(table.c.n)).where(table.c.office == OFFICE, _TODAY))
_ADD, _SAVE = _REFERRAL.adding(), _REFERRAL.saving()
_TAKE = Statement(
    update(table)
    .where(table.c.office == OFFICE, table.c.id == bindparam("id"), table.c.taken_at.is_(None))
    .values(taken_at=bindparam("taken_at"), taken_by=bindparam("taken_by"))
)


class ReferralBook(Book):
    """The visitors of one office who were sent to the information desk."""

    def find(self, referral: str) -> Referral | None:
        """A referral by its id."""
        return self._one(_BY_ID, id=referral)

    def of_visit(self, day: date, visit: str) -> Referral | None:
        """Of a kiosk's visit on a day, if its visitor was sent."""
        return self._one(_OF_VISIT, day=day, visit=visit)

    def of_check(self, day: date, check: str) -> Sequence[Referral]:
        """Of the visitors whose check it is."""
        return self._all(_OF_CHECK, day=day, check=check)

    def numbered(self, day: date, n: int) -> Referral | None:
        """Of a day, by the number the visitor shows."""
        return self._one(_NUMBERED, day=day, n=n)

    def waiting(self, day: date) -> Sequence[Referral]:
        """Sent on `day` and not taken yet, oldest first."""
        return self._all(_WAITING, day=day)

    def next_number(self, day: date) -> int:
        """The next number of a day, from 1."""
        [[last]] = self._rows(_LAST, day=day)
        return int(last or 0) + 1

    def add(self, referral: Referral) -> None:
        """Keep a new one."""
        self._do(_ADD, **_REFERRAL.values(referral))

    def save(self, referral: Referral) -> None:
        """Keep how one stands now."""
        self._do(_SAVE, **_REFERRAL.values(referral))

    def take(self, referral: str, clerk: str, at: datetime) -> bool:
        """Keep who took the visitor; whether nobody had before."""
        return self._do(_TAKE, id=referral, taken_by=clerk, taken_at=at) == 1

"""The rows of tickets and their legs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from functools import cache

from sqlalchemy import (
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from queue_server.domain.errors import WrongState
from queue_server.domain.hall import Waiting
from queue_server.domain.tickets import Leg, LegState, Ticket
from queue_server.store.books import Book, word
from queue_server.store.tables import BUSY, OPEN, WAITING, series
from queue_server.store.tables import leg as legs
from queue_server.store.tables import ticket as tickets

_LEG_FIELDS = tuple(field.name for field in fields(Leg))
_NOBODY = 0
"""No counter has this number: nothing is barred."""


class TicketBook(Book):
    """The tickets of one office and their legs."""

    def find(self, ticket: str) -> Ticket | None:
        """A ticket by its id."""
        return self._ticket(tickets.c.id == ticket)

    def of(self, leg: Leg) -> Ticket:
        """The ticket a leg belongs to."""
        mine = (tickets.c.office == self._office, tickets.c.id == leg.ticket)
        return word(Ticket, self._connection.execute(select(tickets).where(*mine)).one())

    def by_track(self, track: str) -> Ticket | None:
        """A ticket by the secret of the visitor's own page."""
        return self._ticket(tickets.c.track == track)

    def by_number(self, day: date, number: str) -> Ticket | None:
        """A ticket of the day by what is printed on it, as `C042`."""
        letters = number.rstrip("0123456789")
        digits = number[len(letters) :]
        if not digits or len(digits) > 9:
            return None
        return self._ticket(tickets.c.day == day, tickets.c.series == letters, tickets.c.n == int(digits))

    def next_number(self, day: date, letters: str) -> int:
        """The next number of a day's series; the row is counted up, so a number is never given twice."""
        insert_one = (sqlite if self._connection.dialect.name == "sqlite" else postgresql).insert(series)
        counted = self._connection.execute(
            insert_one.values(office=self._office, day=day, series=letters, last=1)
            .on_conflict_do_update(
                index_elements=[series.c.office, series.c.day, series.c.series], set_={"last": series.c.last + 1}
            )
            .returning(series.c.last)
        )
        return int(counted.scalar_one())

    def add(self, ticket: Ticket) -> None:
        """Keep a new ticket."""
        self._connection.execute(insert(tickets).values(office=self._office, **asdict(ticket)))

    def add_leg(self, leg: Leg) -> None:
        """Keep a new leg."""
        self._connection.execute(insert(legs).values(office=self._office, **asdict(leg)))

    def remove_leg(self, leg: Leg) -> None:
        """Unmake a leg, when the act that made it is taken back."""
        self._connection.execute(delete(legs).where(legs.c.office == self._office, legs.c.id == leg.id))

    def legs(self, ticket: str) -> Sequence[Leg]:
        """A ticket's legs, in order."""
        rows = self._connection.execute(
            select(legs).where(legs.c.office == self._office, legs.c.ticket == ticket).order_by(legs.c.seq)
        )
        return [word(Leg, row) for row in rows]

    def leg(self, leg: str) -> Leg:
        """A leg by its id."""
        mine = (legs.c.office == self._office, legs.c.id == leg)
        return word(Leg, self._connection.execute(select(legs).where(*mine)).one())

    def at_counter(self, counter: int) -> tuple[Ticket, Leg] | None:
        """The ticket called to a counter or served there."""
        row = self._connection.execute(
            select(legs).where(legs.c.office == self._office, legs.c.counter == counter, BUSY)
        ).one_or_none()
        if row is None:
            return None
        leg = word(Leg, row)
        return self.of(leg), leg

    def heads(
        self, day: date, lines: Collection[str], counter: int, clerk: str, barred: Collection[str] = ()
    ) -> Sequence[Waiting]:
        """Of each line, whoever a clerk at a counter may call first: one among priority visitors, one among the others.

        In the lines `barred`, those once sent back from this counter are left to others. One step into the index for
        each, however many wait or ever waited.
        """
        values: dict[str, object] = {"office": self._office, "day": day, "counter": counter, "clerk": clerk}
        for place, line in enumerate(lines):
            values[f"line{place}"] = line
            values[f"barred{place}"] = counter if line in barred else _NOBODY
        rows = self._connection.execute(_heads(len(lines)), values) if lines else ()
        return [word(Waiting, row) for row in rows]

    def head(self, day: date, line: str) -> Waiting | None:
        """The waiting leg due first in a line, whoever may call it."""
        rows = self._connection.execute(_head(), {"office": self._office, "day": day, "line": line})
        return min((word(Waiting, row) for row in rows), key=lambda head: (head.due, head.arrival), default=None)

    def move(self, before: Leg, after: Leg) -> None:
        """Keep a leg's next state; raises `WrongState` when it is no longer in the state `before` says."""
        changed = {name: getattr(after, name) for name in _LEG_FIELDS if getattr(after, name) != getattr(before, name)}
        moved = self._connection.execute(
            update(legs)
            .where(legs.c.office == self._office, legs.c.id == before.id, legs.c.state == before.state)
            .values(**{**changed, "state": after.state})
        )
        if moved.rowcount != 1:
            raise WrongState(state=str(before.state), wanted=str(after.state))

    def ahead(self, leg: Leg) -> int:
        """How many waiting legs of the same line are due before this one."""
        before = tuple_(legs.c.due, legs.c.arrival) < tuple_(leg.due, leg.arrival)
        mine = (legs.c.office == self._office, legs.c.day == leg.day, legs.c.line == leg.line, WAITING)
        return int(self._connection.execute(select(func.count()).select_from(legs).where(*mine, before)).scalar_one())

    def waiting(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """Per line: how many wait, and since when the one who waits longest."""
        rows = self._connection.execute(
            select(legs.c.line, func.count(), func.min(legs.c.waiting_since))
            .where(legs.c.office == self._office, legs.c.day == day, WAITING)
            .group_by(legs.c.line)
        )
        return {line: (count, since) for line, count, since in rows}

    def reserved(self, day: date, counter: int, clerk: str | None) -> Sequence[Leg]:
        """Legs kept for a counter or its clerk: waiting, or to wait again."""
        return self._legs(legs.c.day == day, OPEN, or_(legs.c.for_counter == counter, legs.c.for_clerk == clerk))

    def open_before(self, day: date) -> Sequence[Leg]:
        """Legs of earlier days whose visit was never ended."""
        return self._legs(legs.c.day < day, OPEN)

    def open_on(self, day: date) -> Sequence[Leg]:
        """Legs of a day whose visit may still go on."""
        return self._legs(legs.c.day == day, OPEN)

    def resting(self, day: date, parked_until: datetime, away_since: datetime) -> Sequence[Leg]:
        """Parked legs whose time to return has come, and no-shows of `away_since` or earlier."""
        back = (legs.c.state == LegState.PARKED) & (legs.c.return_at <= parked_until)
        away = (legs.c.state == LegState.NO_SHOW) & (legs.c.finished_at < away_since)
        return self._legs(legs.c.day == day, OPEN, or_(back, away))

    def _ticket(self, *which: object) -> Ticket | None:
        row = self._connection.execute(
            select(tickets).where(tickets.c.office == self._office, *which)  # type: ignore[arg-type]
        ).one_or_none()
        return None if row is None else word(Ticket, row)

    def _legs(self, *which: object) -> Sequence[Leg]:
        rows = self._connection.execute(
            select(legs)
            .where(legs.c.office == self._office, *which)  # type: ignore[arg-type]
            .order_by(legs.c.due, legs.c.arrival, legs.c.seq)
        )
        return [word(Leg, row) for row in rows]


_COLUMNS = (
    legs.c.id.label("leg"),
    legs.c.line,
    legs.c.due,
    legs.c.arrival,
    legs.c.priority,
    legs.c.not_counter,
)


def _of_class(line: str, priority: str) -> Select[*tuple[object, ...]]:
    """The first of one class in one line. `state` and `priority` are written out: a partial index needs to see them."""
    return (
        select(*_COLUMNS)
        .where(
            legs.c.office == bindparam("office"),
            legs.c.day == bindparam("day"),
            legs.c.line == bindparam(line),
            legs.c.priority == literal_column(priority),
            WAITING,
        )
        .order_by(legs.c.due, legs.c.arrival)
        .limit(1)
    )


@cache
def _heads(lines: int) -> Select[*tuple[object, ...]]:
    firsts = []
    for place in range(lines):
        mine = (
            or_(legs.c.for_counter.is_(None), legs.c.for_counter == bindparam("counter")),
            or_(legs.c.for_clerk.is_(None), legs.c.for_clerk == bindparam("clerk")),
            or_(legs.c.not_counter.is_(None), legs.c.not_counter != bindparam(f"barred{place}")),
        )
        firsts += [_of_class(f"line{place}", priority).where(*mine).subquery() for priority in ("true", "false")]
    return select(union_all(*(select(first) for first in firsts)).subquery())


@cache
def _head() -> Select[*tuple[object, ...]]:
    return select(union_all(*(select(_of_class("line", each).subquery()) for each in ("true", "false"))).subquery())

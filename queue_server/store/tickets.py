"""The rows of tickets and their legs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, insert, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from queue_server.domain.errors import WrongState
from queue_server.domain.hall import Waiting
from queue_server.domain.tickets import Leg, Ticket
from queue_server.store.books import Book, word
from queue_server.store.tables import leg as legs
from queue_server.store.tables import series
from queue_server.store.tables import ticket as tickets

_BUSY = ("called", "serving")


class TicketBook(Book):
    """The tickets of one office and their legs."""

    def find(self, ticket: str) -> Ticket | None:
        """A ticket by its id."""
        row = self._connection.execute(
            select(tickets).where(tickets.c.office == self._office, tickets.c.id == ticket)
        ).one_or_none()
        return None if row is None else word(Ticket, row)

    def of(self, leg: Leg) -> Ticket:
        """The ticket a leg belongs to."""
        mine = (tickets.c.office == self._office, tickets.c.id == leg.ticket)
        return word(Ticket, self._connection.execute(select(tickets).where(*mine)).one())

    def by_track(self, track: str) -> Ticket | None:
        """A ticket by the secret of the visitor's own page."""
        row = self._connection.execute(
            select(tickets).where(tickets.c.office == self._office, tickets.c.track == track)
        ).one_or_none()
        return None if row is None else word(Ticket, row)

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

    def add(self, ticket: Ticket, leg: Leg) -> None:
        """Keep a new ticket with its first leg."""
        self._connection.execute(insert(tickets).values(office=self._office, **asdict(ticket)))
        self._connection.execute(insert(legs).values(office=self._office, **asdict(leg)))

    def legs(self, ticket: str) -> Sequence[Leg]:
        """A ticket's legs, in order."""
        rows = self._connection.execute(
            select(legs).where(legs.c.office == self._office, legs.c.ticket == ticket).order_by(legs.c.seq)
        )
        return [word(Leg, row) for row in rows]

    def leg(self, leg: str) -> Leg:
        """A leg by its id."""
        return word(
            Leg,
            self._connection.execute(select(legs).where(legs.c.office == self._office, legs.c.id == leg)).one(),
        )

    def at_counter(self, counter: int) -> tuple[Ticket, Leg] | None:
        """The ticket called to a counter or served there."""
        row = self._connection.execute(
            select(legs).where(legs.c.office == self._office, legs.c.counter == counter, legs.c.state.in_(_BUSY))
        ).one_or_none()
        if row is None:
            return None
        leg = word(Leg, row)
        return self.of(leg), leg

    def head(self, day: date, line: str) -> Waiting | None:
        """The waiting leg due first in a line: one step into the index, however many wait or ever waited."""
        row = self._connection.execute(
            select(legs.c.id.label("leg"), legs.c.line, legs.c.due, legs.c.arrival)
            .where(*self._waiting(day, line))
            .order_by(legs.c.due, legs.c.arrival)
            .limit(1)
        ).one_or_none()
        return None if row is None else word(Waiting, row)

    def move(self, before: Leg, after: Leg) -> None:
        """Keep a leg's next state; raises `WrongState` when it is no longer in the state `before` says."""
        moved = self._connection.execute(
            update(legs)
            .where(legs.c.office == self._office, legs.c.id == before.id, legs.c.state == before.state)
            .values(**asdict(after))
        )
        if moved.rowcount != 1:
            raise WrongState(state=str(before.state), wanted=str(after.state))

    def ahead(self, leg: Leg) -> int:
        """How many waiting legs of the same line are due before this one."""
        before = tuple_(legs.c.due, legs.c.arrival) < tuple_(leg.due, leg.arrival)
        return int(
            self._connection.execute(
                select(func.count()).select_from(legs).where(*self._waiting(leg.day, leg.line), before)
            ).scalar_one()
        )

    def waiting(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """Per line: how many wait, and since when the one who waits longest."""
        rows = self._connection.execute(
            select(legs.c.line, func.count(), func.min(legs.c.waiting_since))
            .where(*self._waiting(day))
            .group_by(legs.c.line)
        )
        return {line: (count, since) for line, count, since in rows}

    def _waiting(self, day: date, line: str | None = None) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = [
            legs.c.office == self._office,
            legs.c.day == day,
            legs.c.state == "waiting",
        ]
        return conditions if line is None else [*conditions, legs.c.line == line]

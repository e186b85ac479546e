"""The rows of appointments."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from queue_server.domain.appointments import Appointment, PlaceHeld
from queue_server.domain.errors import Conflict, SlotFull
from queue_server.store.books import Book, word
from queue_server.store.tables import TAKEN
from queue_server.store.tables import appointment as table


class AppointmentBook(Book):
    """The appointments of one office."""

    def by_code(self, code: str) -> Appointment | None:
        """An appointment by what the visitor shows."""
        row = self._connection.execute(
            select(table).where(table.c.office == self._office, table.c.code == code)
        ).one_or_none()
        return None if row is None else word(Appointment, row)

    def of_person(self, person: str) -> Appointment | None:
        """The appointment somebody is expected with."""
        mine = (table.c.office == self._office, table.c.person == person)
        row = self._connection.execute(select(table).where(*mine)).one_or_none()
        return None if row is None else word(Appointment, row)

    def taken(self, line: str, since: datetime, until: datetime) -> Mapping[datetime, set[int]]:
        """The places that are taken, by slot, from `since` to `until`."""
        mine = (table.c.office == self._office, table.c.line == line, TAKEN)
        rows = select(table.c.slot, table.c.place).where(*mine, table.c.slot.between(since, until))
        taken: dict[datetime, set[int]] = {}
        for slot, place in self._connection.execute(rows):
            taken.setdefault(slot, set()).add(place)
        return taken

    def add(self, appointment: Appointment) -> None:
        """Keep a new one; raises `SlotFull` when its place is taken, `PlaceHeld` when its person has another."""
        try:
            self._connection.execute(insert(table).values(office=self._office, **asdict(appointment)))
        except IntegrityError as twice:
            raise _refusal(twice) from twice

    def save(self, appointment: Appointment) -> None:
        """Keep an appointment's present state; raises what `add` does."""
        mine = (table.c.office == self._office, table.c.id == appointment.id)
        try:
            self._connection.execute(update(table).where(*mine).values(**asdict(appointment)))
        except IntegrityError as twice:
            raise _refusal(twice) from twice

    def missed(self, line: str, before: datetime) -> Sequence[Appointment]:
        """Appointments of a line for slots before a moment that nobody came to."""
        mine = (table.c.office == self._office, table.c.line == line, table.c.state == "booked", TAKEN)
        rows = self._connection.execute(select(table).where(*mine, table.c.slot < before).order_by(table.c.slot))
        return [word(Appointment, row) for row in rows]


def _refusal(twice: IntegrityError) -> Conflict:
    """Which of the two may not be twice. Both databases name the columns or the index."""
    return PlaceHeld() if "person" in str(twice.orig) else SlotFull()

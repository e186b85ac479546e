"""The rows of appointments."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from queue_server.domain.appointments import Appointment
from queue_server.domain.errors import SlotFull
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

    def taken(self, line: str, since: datetime, until: datetime) -> Mapping[datetime, int]:
        """How many places are taken, by slot, from `since` until before `until`."""
        mine = (table.c.office == self._office, table.c.line == line, TAKEN)
        slots = select(table.c.slot).where(*mine, table.c.slot >= since, table.c.slot < until)
        return Counter(self._connection.execute(slots).scalars())

    def places(self, line: str, slot: datetime) -> set[int]:
        """The places of a slot that are taken."""
        mine = (table.c.office == self._office, table.c.line == line, TAKEN)
        return set(self._connection.execute(select(table.c.place).where(*mine, table.c.slot == slot)).scalars())

    def add(self, appointment: Appointment) -> None:
        """Keep a new appointment; raises `SlotFull` when its place is taken."""
        try:
            self._connection.execute(insert(table).values(office=self._office, **asdict(appointment)))
        except IntegrityError as taken:
            raise SlotFull from taken

    def save(self, appointment: Appointment) -> None:
        """Keep an appointment's present state."""
        mine = (table.c.office == self._office, table.c.id == appointment.id)
        self._connection.execute(update(table).where(*mine).values(**asdict(appointment)))

    def missed(self, line: str, before: datetime) -> Sequence[Appointment]:
        """Appointments of a line for slots before a moment that nobody came to."""
        mine = (table.c.office == self._office, table.c.line == line, table.c.state == "booked", TAKEN)
        rows = self._connection.execute(select(table).where(*mine, table.c.slot < before).order_by(table.c.slot))
        return [word(Appointment, row) for row in rows]

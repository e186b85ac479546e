"""What the acts need of the appointments: a part of `ports`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from queue_server.domain.appointments import Appointment


class Appointments(Protocol):
    """The appointments of this office."""

    def by_code(self, code: str) -> Appointment | None: ...
    def of_person(self, person: str) -> Appointment | None:
        """The appointment somebody is expected with."""

    def taken(self, line: str, since: datetime, until: datetime) -> Mapping[datetime, Collection[int]]:
        """The places that are taken, by slot, from `since` to `until`."""

    def add(self, appointment: Appointment) -> None:
        """Keep a new one; raises `SlotFull` when its place is taken, `PlaceHeld` when its person has another."""

    def save(self, appointment: Appointment) -> None:
        """Keep an appointment's present state; raises what `add` does."""

    def missed(self, line: str, before: datetime) -> Sequence[Appointment]:
        """Appointments of a line for slots before a moment that nobody came to."""

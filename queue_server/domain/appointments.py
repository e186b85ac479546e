"""Appointments: a place at a moment of a line, asked for again by a code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from queue_server.domain.catalogue import Slots

AppointmentState: TypeAlias = Literal["booked", "kept", "cancelled", "released"]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visitor expected for a service at `slot` (UTC); `place` is one of the slot's capacity, counted from 1."""

    id: str
    code: str
    service: str
    line: str
    slot: datetime
    place: int
    language: str
    booked_at: datetime
    state: AppointmentState = "booked"
    ticket: str | None = None


def slots_on(slots: Slots, day: date, timezone: str) -> Iterator[datetime]:
    """The moments of a day at which a line gives appointments, UTC."""
    zone = ZoneInfo(timezone)
    # Counted on the wall's clock: where clocks are set forward or back, the hour on the paper is the one meant.
    moment = datetime.combine(day, slots.opens)
    while moment < datetime.combine(day, slots.closes):
        yield moment.replace(tzinfo=zone).astimezone(UTC)
        moment += slots.every

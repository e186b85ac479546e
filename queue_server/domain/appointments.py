"""Appointments: a place at a moment of a line, asked for again by a code."""

import hmac
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from queue_server.domain.catalogue import Line, Slots
from queue_server.domain.errors import Conflict, Refused

AppointmentState: TypeAlias = Literal["booked", "kept", "cancelled", "released"]

_CPR_DIGITS = 9


class PlaceHeld(Conflict):
    """This person holds a place already: one at a time."""

    code = "place_held"


class NotACpr(Refused):
    """What was given as a personal number has not its nine digits."""

    code = "not_a_cpr"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visitor expected for a service at `slot` (UTC); `place` is one of the slot's capacity, counted from 1.

    One taken from home bears the code of the check it was taken with. `person` is what `person_key` made of whose it
    is, and is dropped as soon as nobody is expected with it any more. `booked_at` is when this very place was taken.
    """

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
    person: str | None = None


def slots_on(slots: Slots, day: date, timezone: str) -> Iterator[datetime]:
    """The moments of a day at which a line gives appointments, UTC."""
    if day.weekday() not in slots.weekdays or day in slots.closed_on:
        return
    zone = ZoneInfo(timezone)
    # Counted on the wall's clock: where clocks are set forward or back, the hour on the paper is the one meant.
    moment = datetime.combine(day, slots.opens)
    while moment < datetime.combine(day, slots.closes):
        yield moment.replace(tzinfo=zone).astimezone(UTC)
        moment += slots.every


def earliest_from_home(line: Line, now: datetime) -> datetime:
    """The first moment somebody at home may take a place for.

    Whoever came to the line by now is due by then at the latest: nobody in the building is passed by somebody at home.
    """
    return now + timedelta(minutes=line.target_minutes)


def places_from_home(slots: Slots, *, today: bool) -> int:
    """How many places of a slot somebody at home may choose from."""
    return slots.capacity + (slots.home.today if slots.home and today else 0)


def person_key(secret: str, cpr: str) -> str:
    """What stands for a person so that they can be told from others; without the `secret` it tells nothing.

    Raises `NotACpr`. Digits of any script are digits.
    """
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in "".join(cpr.split()))
    if len(digits) != _CPR_DIGITS or not digits.isdecimal():
        raise NotACpr
    return hmac.digest(secret.encode(), digits.encode(), "sha256").hex()

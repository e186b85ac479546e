"""Appointments: places at moments of a line, booked ahead, kept with a check and a number, given back or missed."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.appointments import Appointment, slots_on
from queue_server.domain.catalogue import Line, Slots
from queue_server.domain.check import Check
from queue_server.domain.errors import AppointmentOver, NoSuchSlot, SlotFull, Unknown, WrongAppointment

_A_DAY = timedelta(days=1)
_EARLY = timedelta(minutes=30)
"""Whoever comes longer than this before the slot is told that they are early."""


def slots(tx: Transaction, service: str, day: date) -> wire.SlotList:
    """The moments of a day still to come at which a service can be had, and the places free. Raises `Unknown`."""
    line, given = line_of(tx, service)
    if given is None:
        return wire.SlotList([])
    moments = [at for at in slots_on(given, day, tx.catalogue.timezone) if at > tx.at]
    if not moments:
        return wire.SlotList([])
    taken = tx.appointments.taken(line.id, moments[0], moments[-1])
    return wire.SlotList([wire.Slot(at, len(free(taken.get(at, ()), given.capacity))) for at in moments])


def book(tx: Transaction, wanted: wire.NewAppointment) -> wire.Appointment:
    """Take a place. Raises `Unknown`, `NoSuchSlot`, `SlotFull`."""
    line, given = line_of(tx, wanted.service)
    if wanted.language not in tx.catalogue.languages:
        raise Unknown("language", wanted.language)
    at = wanted.slot
    if given is None or at <= tx.at or at not in _around(given, at, tx.catalogue.timezone):
        raise NoSuchSlot
    place = first_free(tx, line, at, given.capacity)
    booked = Appointment(tx.new_id(), tx.code(), wanted.service, line.id, at, place, wanted.language, tx.at)
    tx.appointments.add(booked)
    tx.record(events.AppointmentBooked(booked.id, booked.service, booked.line, at.isoformat()))
    return in_words(tx, booked)


def appointment(tx: Transaction, code: str) -> wire.Appointment:
    """An appointment by its code. Raises `Unknown`."""
    return in_words(tx, find(tx, code))


def cancel_booking(tx: Transaction, code: str) -> wire.Appointment:
    """Give a place back. Raises `Unknown`, `AppointmentOver`."""
    booked = find(tx, code)
    if booked.state != "booked":
        raise AppointmentOver(state=booked.state)
    cancelled = replace(booked, state="cancelled", person=None)
    tx.appointments.save(cancelled)
    tx.record(events.AppointmentCancelled(booked.id, booked.service, booked.line, booked.slot.isoformat()))
    return in_words(tx, cancelled)


def check_in(tx: Transaction, code: str, service: str) -> Appointment | None:
    """The appointment a visitor comes for now, or None when they come too late and it is released.

    Raises `Unknown`, `AppointmentOver` when it was kept or cancelled, `WrongAppointment` for another service or day.
    """
    booked = find(tx, code)
    if booked.state in {"kept", "cancelled"}:
        raise AppointmentOver(state=booked.state)
    if booked.service != service or tx.day_of(booked.slot) != tx.day:
        raise WrongAppointment
    return _unless_late(tx, booked)


def taken_with(tx: Transaction, check: Check) -> Appointment | None:
    """The appointment that was taken from home with a check, whatever became of it."""
    booked = None if check.page is None else tx.appointments.by_code(check.resume_code)
    return booked if booked is not None and booked.service == check.service else None


def expected(tx: Transaction, check: Check) -> Appointment | None:
    """The appointment taken with a check, if it is for now; None also when they come too late and it is released."""
    booked = taken_with(tx, check)
    return None if booked is None or tx.day_of(booked.slot) != tx.day else _unless_late(tx, booked)


def comes_in_time(tx: Transaction, code: str, service: str) -> bool:
    """Whether a visitor comes now, and not too late, with an appointment for a service. Raises `Unknown`."""
    booked = find(tx, code)
    return booked.service == service and _comes(tx, booked) in {"early", "in_time"}


def keep_appointment(tx: Transaction, booked: Appointment, ticket: str) -> None:
    """The visitor has a number, due at the slot."""
    tx.appointments.save(replace(booked, state="kept", ticket=ticket, person=None))
    tx.record(events.AppointmentKept(booked.id, booked.service, booked.line, booked.slot.isoformat(), ticket))


def release(tx: Transaction, missed: Appointment) -> None:
    """Nobody came in time."""
    tx.appointments.save(replace(missed, state="released", person=None))
    tx.record(events.AppointmentReleased(missed.id, missed.service, missed.line, missed.slot.isoformat()))


def find(tx: Transaction, code: str) -> Appointment:
    """An appointment by its code, however it was typed. Raises `Unknown`."""
    booked = tx.appointments.by_code("".join(code.upper().split()).replace("-", ""))
    if booked is None:
        raise Unknown("appointment", code)
    return booked


def in_words(tx: Transaction, booked: Appointment) -> wire.Appointment:
    """An appointment as the wire has it, with what becomes of whoever comes with it now."""
    return wire.Appointment(
        id=booked.id,
        code=booked.code,
        service=booked.service,
        line=booked.line,
        slot=booked.slot,
        language=booked.language,
        state=booked.state,
        ticket=booked.ticket,
        comes=_comes(tx, booked),
    )


def _comes(tx: Transaction, booked: Appointment) -> wire.Comes:
    """How a visitor comes who shows the appointment at this moment: the same judgement as `check_in`'s."""
    if booked.state in {"kept", "cancelled"}:
        return "used" if booked.state == "kept" else "cancelled"
    day = tx.day_of(booked.slot)
    if day != tx.day:
        return "another_day" if day > tx.day else "missed"
    given = tx.catalogue.lines[booked.line].slots
    if booked.state == "released" or given is None or tx.at > booked.slot + given.grace:
        return "late"
    return "early" if booked.slot - tx.at > _EARLY else "in_time"


def free(taken: Collection[int], most: int) -> list[int]:
    """The places of a slot nobody has, of the first `most`."""
    return [place for place in range(1, most + 1) if place not in taken]


def first_free(tx: Transaction, line: Line, at: datetime, most: int) -> int:
    """The lowest place of a slot nobody has, of the first `most`. Raises `SlotFull`."""
    places = free(tx.appointments.taken(line.id, at, at).get(at, ()), most)
    if not places:
        raise SlotFull
    return places[0]


def line_of(tx: Transaction, service_id: str) -> tuple[Line, Slots | None]:
    """The line of a service and the appointments it gives. Raises `Unknown`."""
    service = tx.catalogue.services.get(service_id)
    if service is None or service.line is None:
        raise Unknown("service", service_id)
    line = tx.catalogue.lines[service.line]
    return line, line.slots


def _unless_late(tx: Transaction, booked: Appointment) -> Appointment | None:
    """An appointment of today as long as it holds; once its time is over it is released."""
    given = tx.catalogue.lines[booked.line].slots
    if booked.state == "booked" and given is not None and tx.at <= booked.slot + given.grace:
        return booked
    if booked.state == "booked":
        release(tx, booked)
    return None


def _around(given: Slots, at: datetime, timezone: str) -> set[datetime]:
    """The slots of the days a moment may belong to, whatever the zone."""
    return {slot for days in (-1, 0, 1) for slot in slots_on(given, at.date() + days * _A_DAY, timezone)}

"""Appointments booked, kept, missed and given back, on both databases."""

from datetime import UTC, date, datetime

import pytest

from queue_server import wire
from queue_server.application import appointments, reception, timekeeping
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from queue_server.store.opening import OPERATOR
from tests.offices import KIOSK, Floor, clerk

ALI = clerk("ali")
WEB = Actor("web", "web", Role.CHANNEL)
TODAY = date(2026, 11, 24)
TEN = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""Ten o'clock in the office; the test's clock begins at nine."""


def book(floor: Floor, slot: datetime = TEN, service: str = "residence") -> wire.Appointment:
    return floor.act(WEB, lambda tx: appointments.book(tx, wire.NewAppointment(service, slot)))


def come(floor: Floor, code: str, service: str = "residence") -> wire.Issued:
    check = floor.ready_check(service)
    new = wire.NewTicket(check.id, appointment=code)
    return floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, new))


def free(floor: Floor) -> dict[datetime, int]:
    listed = floor.read(lambda tx: appointments.slots(tx, "residence", TODAY))
    return {slot.at: slot.free for slot in listed.slots}


def test_the_slots_still_to_come_are_offered_with_their_free_places(floor: Floor) -> None:
    before = free(floor)
    assert min(before) == datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
    assert max(before) == datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
    book(floor)
    assert free(floor) == {**before, TEN: 1}


def test_a_slot_is_never_booked_beyond_its_capacity(floor: Floor) -> None:
    first = book(floor)
    book(floor)
    with pytest.raises(errors.SlotFull):
        book(floor)
    floor.act(WEB, lambda tx: appointments.cancel_booking(tx, first.code))
    assert book(floor).code != first.code
    with pytest.raises(errors.AppointmentOver):
        floor.act(WEB, lambda tx: appointments.cancel_booking(tx, first.code))


def test_only_real_slots_ahead_are_given(floor: Floor) -> None:
    for slot in (TEN.replace(minute=10), TEN.replace(hour=5), TEN.replace(hour=23)):
        with pytest.raises(errors.NoSuchSlot):
            book(floor, slot)
    with pytest.raises(errors.NoSuchSlot):
        book(floor, service="renew")
    with pytest.raises(errors.Unknown):
        book(floor, service="status")


def test_whoever_comes_in_time_is_due_at_the_slot(floor: Floor) -> None:
    booked = book(floor)
    floor.clock.passes(minutes=25)
    ordinary = floor.ticket("residence")
    floor.clock.passes(minutes=30)
    kept = come(floor, f" {booked.code[:4].lower()}-{booked.code[4:]} ")
    leg = floor.read(lambda tx: tx.tickets.legs(kept.id))[0]
    assert (leg.due, leg.due_by) == (TEN, "appointment")
    desk = floor.desk(4, ALI)
    assert desk.next() == ordinary.number, "due at 9:55, since it came at 9:25"
    desk.serve()
    assert desk.next() == kept.number
    assert floor.read(lambda tx: appointments.appointment(tx, booked.code)).ticket == kept.id
    with pytest.raises(errors.AppointmentOver):
        come(floor, booked.code)


def test_whoever_comes_after_the_grace_waits_like_anybody_else(floor: Floor) -> None:
    booked, missed = book(floor), book(floor)
    floor.clock.passes(minutes=70, seconds=1)
    late = come(floor, booked.code)
    leg = floor.read(lambda tx: tx.tickets.legs(late.id))[0]
    assert leg.due_by == "arrival"
    assert floor.read(lambda tx: appointments.appointment(tx, booked.code)).state == "released"
    floor.act(OPERATOR, timekeeping.keep_time)
    assert floor.read(lambda tx: appointments.appointment(tx, missed.code)).state == "released"
    later = come(floor, missed.code)
    assert floor.read(lambda tx: tx.tickets.legs(later.id))[0].due_by == "arrival"


def test_an_appointment_is_for_its_service_and_its_day(floor: Floor) -> None:
    booked = book(floor)
    with pytest.raises(errors.WrongAppointment):
        come(floor, booked.code, "renew")
    with pytest.raises(errors.Unknown):
        come(floor, "NOTACODE")
    tomorrow = book(floor, TEN.replace(day=25))
    with pytest.raises(errors.WrongAppointment):
        come(floor, tomorrow.code)


def comes(floor: Floor, code: str) -> wire.Comes:
    return floor.read(lambda tx: appointments.appointment(tx, code)).comes


def test_how_a_visitor_comes_is_judged_as_the_check_in_would(floor: Floor) -> None:
    booked, given_back = book(floor), book(floor)
    tomorrow = book(floor, TEN.replace(day=25))
    floor.act(WEB, lambda tx: appointments.cancel_booking(tx, given_back.code))
    assert (booked.comes, tomorrow.comes, comes(floor, given_back.code)) == ("early", "another_day", "cancelled")
    floor.clock.passes(minutes=30)
    assert comes(floor, booked.code) == "in_time"
    floor.clock.passes(minutes=40)
    assert come(floor, booked.code).slot == TEN
    assert comes(floor, booked.code) == "used"
    floor.clock.passes(days=1)
    assert comes(floor, tomorrow.code) == "in_time"
    floor.clock.passes(seconds=1)
    assert comes(floor, tomorrow.code) == "late"
    assert come(floor, tomorrow.code).slot is None
    floor.clock.passes(days=1)
    assert comes(floor, tomorrow.code) == "missed"

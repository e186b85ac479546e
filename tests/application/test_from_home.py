"""Appointments taken from home, with papers in order and one at a time, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from queue_server import wire
from queue_server.application import appointments, arranging, from_home, preparing, reception, timekeeping
from queue_server.domain import errors
from queue_server.domain.appointments import NotACpr, PlaceHeld
from queue_server.domain.trust import Actor, Role
from queue_server.store.opening import OPERATOR
from tests.offices import GOOD_PASSPORT, KIOSK, SUPERVISOR, Floor, clerk

WEB = Actor("anyone", "anyone", Role.CHANNEL)
TODAY = date(2026, 11, 24)
TEN = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""Ten o'clock in the office; the test's clock begins at nine, and whoever comes then is due at half past."""
TOMORROW = TEN + timedelta(days=1)


def check(floor: Floor, *papers: wire.Paper, service: str = "residence") -> wire.Prepared:
    """Papers checked at home and kept."""
    new = wire.NewCheck(service, "en", wire.Caller("employer"), "web")
    said = wire.CheckChange(documents=list(papers) or [GOOD_PASSPORT])
    return floor.act(WEB, lambda tx: preparing.keep(tx, new, said))


def take(floor: Floor, at: datetime = TEN, person: int | str = 1, page: str = "") -> wire.Appointment:
    """A place taken by somebody with papers in order; `person` is the personal number."""
    page, cpr = page or check(floor).page, person if isinstance(person, str) else f"{person:09d}"
    return floor.act(WEB, lambda tx: from_home.take(tx, page, at, cpr))


def book_at_the_office(floor: Floor, at: datetime) -> wire.Appointment:
    return floor.act(WEB, lambda tx: appointments.book(tx, wire.NewAppointment("residence", at)))


def move(floor: Floor, code: str, at: datetime) -> wire.Appointment:
    return floor.act(WEB, lambda tx: from_home.move(tx, code, at))


def offered(floor: Floor, until: date = date.max) -> dict[date, list[datetime]]:
    return dict(floor.read(lambda tx: from_home.offered(tx, "residence", until)))


def come(floor: Floor, code: str) -> tuple[wire.Check, wire.Issued]:
    """Come back to the check at a kiosk, by its code alone, and get the number."""
    resumed = floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(code)))
    return resumed, floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(resumed.id)))


def persons(floor: Floor) -> int:
    """How many people the office could recognise."""
    count = text("SELECT count(*) FROM appointment WHERE person IS NOT NULL")
    return int(floor.read(lambda tx: tx.connection.execute(count).scalar_one()))


def test_the_office_says_how_far_ahead_and_nobody_at_home_passes_somebody_in_the_building(floor: Floor) -> None:
    days = offered(floor)
    assert [min(days), max(days), len(days)] == [TODAY, TODAY + timedelta(days=14), 15]
    assert days[TODAY][0] == datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
    floor.clock.passes(seconds=1)
    assert offered(floor)[TODAY][0] == TEN
    here = floor.ticket("residence")
    assert floor.read(lambda tx: tx.tickets.legs(here.id))[0].due < TEN
    for slot in (TEN - timedelta(minutes=30), TEN + timedelta(days=15), TEN + timedelta(minutes=5)):
        with pytest.raises(errors.NoSuchSlot):
            take(floor, slot)
    assert max(offered(floor, TODAY)) == TODAY
    assert floor.read(lambda tx: from_home.offered(tx, "renew", date.max)) == {}


def test_a_line_closed_today_gives_no_place_today(floor: Floor) -> None:
    floor.act(SUPERVISOR, lambda tx: arranging.close_line(tx, "residency", wire.Because("no clerk")))
    assert min(offered(floor)) == TODAY + timedelta(days=1)
    with pytest.raises(errors.NoSuchSlot):
        take(floor)


def test_on_the_day_itself_there_are_further_places_and_never_more(floor: Floor) -> None:
    for person in (1, 2, 3):
        take(floor, TEN, person)
    for person in (4, 5):
        take(floor, TOMORROW, person)
    for slot in (TEN, TOMORROW):
        with pytest.raises(errors.SlotFull):
            take(floor, slot, 6)
        assert slot not in offered(floor)[slot.date()]
        with pytest.raises(errors.SlotFull):
            book_at_the_office(floor, slot)


def test_the_last_place_goes_to_one_of_two_who_ask_at_once(floor: Floor) -> None:
    take(floor, TOMORROW)
    pages = [check(floor).page for _ in range(4)]

    def ask(n: int) -> str:
        try:
            return take(floor, TOMORROW, 10 + n, pages[n]).state
        except errors.SlotFull:
            return "full"

    with ThreadPoolExecutor(4) as together:
        assert sorted(together.map(ask, range(4))) == ["booked", "full", "full", "full"]


def test_one_person_holds_one_place_however_often_they_ask(floor: Floor) -> None:
    pages = [check(floor).page for _ in range(4)]

    def ask(n: int) -> str:
        try:
            return take(floor, TEN + n * timedelta(minutes=30), 7, pages[n]).state
        except PlaceHeld:
            return "held"

    with ThreadPoolExecutor(4) as together:
        assert sorted(together.map(ask, range(4))) == ["booked", "held", "held", "held"]


def test_the_database_itself_refuses_a_second_place(floor: Floor) -> None:
    booked = take(floor)
    kept = floor.read(lambda tx: tx.appointments.by_code(booked.code))
    assert kept is not None
    again = replace(kept, id="another", code="ANOTHER", slot=TOMORROW)
    with pytest.raises(PlaceHeld):
        floor.act(WEB, lambda tx: tx.appointments.add(again))
    with pytest.raises(errors.SlotFull):
        floor.act(WEB, lambda tx: tx.appointments.add(replace(again, slot=TEN, person="somebody else")))


def test_the_person_is_kept_as_nothing_readable_and_only_as_long_as_expected(floor: Floor) -> None:
    given_back, missed, kept = (take(floor, TEN, person) for person in (1, 2, 3))
    rows = text("SELECT person, code FROM appointment")
    found = floor.read(lambda tx: [tuple(row) for row in tx.connection.execute(rows)])
    assert all(person and "000000001" not in person and len(person) == 64 for person, _code in found)
    assert persons(floor) == 3
    floor.act(WEB, lambda tx: appointments.cancel_booking(tx, given_back.code))
    come(floor, kept.code)
    floor.clock.passes(minutes=71)
    floor.act(OPERATOR, timekeeping.keep_time)
    assert floor.read(lambda tx: appointments.appointment(tx, missed.code)).state == "released"
    assert persons(floor) == 0
    take(floor, TOMORROW, 1)


def test_what_is_no_personal_number_is_refused(floor: Floor) -> None:
    page = check(floor).page
    for wrong in ("", "12345678", "12345678a", "1234567890", "+97312345"):
        with pytest.raises(NotACpr):
            take(floor, TEN, wrong, page)
    take(floor, TEN, "٨٠٠١ ٠١٢٣٤", page)
    with pytest.raises(PlaceHeld):
        take(floor, TOMORROW, 800101234)


def test_only_papers_in_order_lead_to_a_place(floor: Floor) -> None:
    for state in ("missing", "unsure"):
        page = check(floor, wire.Paper("passport", state)).page
        with pytest.raises(errors.NotConcluded):
            take(floor, page=page)
    with pytest.raises(errors.Unknown):
        take(floor, page="nothing")


def test_a_move_is_one_step_from_place_to_place(floor: Floor) -> None:
    booked = take(floor)
    moved = move(floor, booked.code, TOMORROW)
    assert (moved.id, moved.code, moved.slot, moved.comes) == (booked.id, booked.code, TOMORROW, "another_day")
    assert move(floor, booked.code, TOMORROW) == moved
    for person in (2, 3, 4):
        take(floor, TEN, person)
    with pytest.raises(errors.SlotFull):
        move(floor, booked.code, TEN)
    assert floor.read(lambda tx: appointments.appointment(tx, booked.code)).slot == TOMORROW
    assert [kind for kind, _data in floor.journal() if kind.startswith("Appointment")] == [
        *("AppointmentBooked", "AppointmentMoved", "AppointmentBooked", "AppointmentBooked", "AppointmentBooked")
    ]
    floor.act(WEB, lambda tx: appointments.cancel_booking(tx, booked.code))
    with pytest.raises(errors.AppointmentOver):
        move(floor, booked.code, TOMORROW)


def test_given_back_it_may_be_taken_anew_by_the_same_code(floor: Floor) -> None:
    prepared = check(floor)
    first = take(floor, page=prepared.page)
    with pytest.raises(PlaceHeld):
        take(floor, TOMORROW, 2, prepared.page)
    floor.act(WEB, lambda tx: appointments.cancel_booking(tx, first.code))
    again = take(floor, TOMORROW, page=prepared.page)
    assert (again.code, again.state) == (first.code, "booked") == (prepared.code, "booked")


def test_at_the_kiosk_the_one_code_brings_papers_and_place_together(floor: Floor) -> None:
    booked = take(floor)
    floor.clock.passes(minutes=25)
    before = floor.ticket("residence")
    resumed, issued = come(floor, booked.code)
    assert resumed.appointment is not None
    assert (resumed.outcome, resumed.appointment.comes) == ("ready", "early")
    assert issued.slot == TEN
    floor.clock.passes(minutes=10)
    after = floor.ticket("residence")
    desk = floor.desk(4, clerk("ali"))
    called = []
    for _ in range(3):
        called.append(desk.next())
        desk.serve()
    assert called == [before.number, issued.number, after.number], "due at 9:55, 10:00 and 10:05"


def test_nobody_who_stays_at_home_is_called_and_whoever_comes_late_waits_like_others(floor: Floor) -> None:
    booked = take(floor)
    desk = floor.desk(4, clerk("ali"))
    floor.clock.passes(minutes=70)
    assert desk.next() is None
    floor.clock.passes(seconds=1)
    resumed, issued = come(floor, booked.code)
    assert resumed.appointment is not None
    assert (resumed.appointment.comes, issued.slot) == ("late", None)
    assert floor.read(lambda tx: appointments.appointment(tx, booked.code)).state == "released"


def test_a_number_on_another_day_leaves_the_place_alone(floor: Floor) -> None:
    booked = take(floor, TOMORROW)
    resumed, issued = come(floor, booked.code)
    assert resumed.appointment is not None
    assert (resumed.appointment.comes, issued.slot) == ("another_day", None)
    assert floor.read(lambda tx: appointments.appointment(tx, booked.code)).state == "booked"


def test_the_papers_are_judged_anew_when_the_visitor_comes(floor: Floor) -> None:
    soon = wire.Paper("passport", "have", expires=date(2027, 2, 1))
    booked = take(floor, TEN + timedelta(days=14), page=check(floor, soon).page)
    floor.clock.passes(days=14)
    resumed = floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(booked.code)))
    assert resumed.outcome != "ready", "two months are asked for"
    with pytest.raises(errors.NotConcluded):
        floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(resumed.id)))

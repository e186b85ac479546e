"""Why one number went before another, told from the journal, on both databases."""

from datetime import datetime, timedelta

import pytest

from queue_server import wire
from queue_server.application import calling, leaving, reception, visits, walking_in
from queue_server.application.appointments import book
from queue_server.application.explaining import explain
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from tests.offices import KIOSK, SUPERVISOR, Desk, Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")
PARTNER = Actor("npra-1", "Noor", Role.CLERK, agency="npra")
WEB = Actor("web", "web", Role.CHANNEL)


def why(floor: Floor, first: wire.Issued, second: wire.Issued, who: Actor = SUPERVISOR) -> wire.Explanation:
    return floor.read(lambda tx: explain(tx, first.number, second.number), who)


def code(floor: Floor, first: wire.Issued, second: wire.Issued) -> str:
    return why(floor, first, second).code


def one_after_another(floor: Floor, count: int, **how: wire.Priority) -> list[wire.Issued]:
    """So many visitors, a minute apart."""
    came = []
    for _ in range(count):
        came.append(floor.ticket(**how))
        floor.clock.passes(minutes=1)
    return came


def test_whoever_was_due_earlier_went_first_and_the_due_times_are_spelt_out(floor: Floor) -> None:
    first, second = one_after_another(floor, 2)
    floor.desk(1, ALI).next()
    told = why(floor, first, second)
    assert (told.code, told.text, told.counter) == ("due_earlier", f"{first.number} was due earlier.", 1)
    one, other = told.dues
    assert (one.target_minutes, one.head_start_minutes, one.due_by) == (20, 0, "arrival")
    assert one.due - one.came == timedelta(minutes=20)
    assert other.due - one.due == timedelta(minutes=1)
    assert one.text == f"{first.number} came at {clock(one.came)} and was due within 20 minutes: at {clock(one.due)}."


def clock(at: datetime) -> str:
    return f"{at + timedelta(hours=3):%H:%M:%S}"  # Bahrain.


def test_a_head_start_is_named(floor: Floor) -> None:
    [early] = one_after_another(floor, 1)
    elder = floor.ticket(priority="elderly")
    floor.desk(1, ALI).next()
    told = why(floor, elder, early)
    assert (told.code, told.dues[0].head_start_minutes, told.dues[1].head_start_minutes) == ("due_earlier", 15, 0)
    assert "less 15 for a visitor with priority" in told.dues[0].text


def test_of_two_who_both_wait_still_the_due_times_are_told(floor: Floor) -> None:
    first, second = one_after_another(floor, 2)
    told = why(floor, first, second)
    assert (told.code, told.counter, told.called_at) == ("not_called", None, None)
    assert [due.number for due in told.dues] == [first.number, second.number]


def test_whoever_was_not_there_yet_was_passed_by_nobody(floor: Floor) -> None:
    first = floor.ticket()
    floor.desk(1, ALI).next()
    later = floor.ticket()
    assert [code(floor, first, later), code(floor, later, first)] == ["not_there", "not_called"]
    assert code(floor, first, first) == "same_visit"


def test_whoever_had_been_called_left_was_parked_or_had_not_come_was_not_passed_over(floor: Floor) -> None:
    called, gone, parked, away, first = one_after_another(floor, 5)
    desk = floor.desk(1, ALI)
    floor.act(KIOSK, lambda tx: leaving.cancel(tx, gone.id))
    for number in (parked, away, called):
        assert desk.do(calling.call_number, wire.CallNumber(number.number)) is not None
        if number is parked:
            desk.do(visits.park, wire.Park("photo"))
        elif number is away:
            desk.do(calling.recall)
            desk.do(calling.no_show)
    floor.desk(2, BADER).next()
    codes = [code(floor, first, second) for second in (called, gone, parked, away)]
    assert codes == ["called_already", "over", "parked", "away"]


def test_a_number_asked_for_and_a_walk_in_are_a_clerks_choice(floor: Floor) -> None:
    waiting, asked_for = one_after_another(floor, 2)
    desk = floor.desk(1, ALI)
    desk.do(calling.call_number, wire.CallNumber(asked_for.number))
    told = why(floor, asked_for, waiting)
    assert (told.code, told.text) == ("chosen", f"The clerk at counter 1 called {asked_for.number} by its number.")
    desk.serve()
    walked_in = desk.do(walking_in.walk_in, wire.WalkIn("renew", "employer", "papers seen here", "en"))
    assert floor.read(lambda tx: explain(tx, walked_in.number, waiting.number)).code == "walk_in"


def test_whoever_was_kept_for_another_counter_or_sent_back_from_this_one_was_left_to_others(floor: Floor) -> None:
    kept, returned, third = one_after_another(floor, 3)
    one, two = floor.desk(1, ALI), floor.desk(2, BADER)
    one.next()
    one.do(visits.transfer, wire.Transfer(counter=2))
    one.next()
    one.do(visits.send_back)
    assert one.next() == third.number
    assert [code(floor, third, kept), code(floor, third, returned)] == ["kept_for_another", "sent_back"]
    assert two.next() == kept.number


def test_a_counter_does_not_serve_every_line(floor: Floor) -> None:
    residence = floor.ticket("residence")
    floor.clock.passes(minutes=15)
    commercial = floor.ticket()
    floor.desk(1, ALI).next()
    told = why(floor, commercial, residence)
    assert (told.code, told.text) == (
        "no_common_counter",
        f"The clerk at counter 1 does not serve the line of {residence.number}.",
    )


def test_a_clerk_sent_somebody_to_the_front_and_another_to_the_end(floor: Floor) -> None:
    urgent, patient, third = one_after_another(floor, 3)
    desk = floor.desk(1, ALI)
    desk.do(calling.call_number, wire.CallNumber(patient.number))
    desk.do(visits.transfer, wire.Transfer(line="commercial", place="last"))
    desk.do(calling.call_number, wire.CallNumber(urgent.number))
    desk.do(visits.transfer, wire.Transfer(line="commercial", place="first"))
    assert desk.next() == urgent.number
    desk.serve()
    assert desk.next() == third.number
    assert [code(floor, urgent, third), code(floor, third, patient)] == ["sent_first", "sent_last"]
    texts = [due.text for due in why(floor, urgent, patient).dues]
    assert "before all others" in texts[0]
    assert "at the end of the line" in texts[1]


def test_a_priority_visitor_past_due_was_escalated(floor: Floor) -> None:
    waiting = one_after_another(floor, 2)
    floor.clock.passes(minutes=16)
    elder = floor.ticket(priority="elderly")
    floor.clock.passes(minutes=6)
    assert floor.desk(1, ALI).next() == elder.number
    told = why(floor, elder, waiting[0])
    assert told.code == "escalated"
    assert "of 3 calls of a counter one" in told.text


def test_an_appointment_is_due_at_its_slot(floor: Floor) -> None:
    slot = floor.clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    booked = floor.act(WEB, lambda tx: book(tx, wire.NewAppointment("residence", slot, "en")))
    walked = floor.ticket("residence")
    floor.clock.passes(seconds=(slot - floor.clock.now()).total_seconds() - 60)
    check = floor.ready_check("residence")
    kept = floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id, "none", booked.code)))
    floor.desk(4, PARTNER).next()
    told = why(floor, walked, kept)
    assert told.code == "due_earlier"
    assert told.dues[1].text == f"{kept.number} had an appointment at {clock(slot)}."


def test_a_call_that_was_taken_back_is_no_call(floor: Floor) -> None:
    first, second = one_after_another(floor, 2)
    desk = floor.desk(1, ALI)
    desk.do(calling.call_number, wire.CallNumber(second.number))
    assert code(floor, second, first) == "chosen"
    desk.undo()
    assert code(floor, second, first) == "not_called"
    assert desk.next() == first.number
    assert code(floor, first, second) == "due_earlier"


def test_a_first_arrival_counts_in_the_next_line(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    floor.clock.passes(minutes=10)
    later = floor.ticket("residence")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve()
    floor.desk(4, PARTNER).next()
    told = why(floor, issued, later)
    assert (told.code, told.dues[0].due_by, told.dues[0].line) == ("due_earlier", "kept", "residency")
    assert "which still counts in this line" in told.dues[0].text


def test_it_is_told_in_the_readers_language(floor: Floor) -> None:
    first, second = one_after_another(floor, 2)
    floor.desk(1, ALI).next()
    arabic = Actor("boss", "Salman", Role.SUPERVISOR, language="ar")
    assert why(floor, first, second, arabic).text == f"موعد الرقم {first.number} أسبق."


def test_a_partner_agency_and_a_wrong_number_learn_nothing(floor: Floor) -> None:
    first, second = one_after_another(floor, 2)
    with pytest.raises(errors.Unknown):
        why(floor, first, second, PARTNER)
    with pytest.raises(errors.Unknown):
        floor.read(lambda tx: explain(tx, first.number, "C999"))


def test_a_second_call_is_explained_and_not_the_first(floor: Floor) -> None:
    returned, other = one_after_another(floor, 2)
    desk: Desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.park, wire.Park("photo"))
    assert code(floor, returned, other) == "due_earlier"
    desk.next()
    desk.serve()
    floor.act(KIOSK, lambda tx: leaving.come_back(tx, returned.id))
    desk.next()
    assert code(floor, other, returned) == "parked"

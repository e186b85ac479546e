"""What a supervisor arranges for the rest of the day."""

from datetime import timedelta

import pytest

from queue_server import wire
from queue_server.application import arranging, calling, counters, explaining, reception, visits
from queue_server.application.floor import counter_status, hall
from queue_server.domain.errors import LineNotOpen, Unknown, WrongState
from queue_server.domain.trust import Actor, Role
from tests.offices import INFORMATION, KIOSK, SUPERVISOR, Floor, clerk

PARTNER = Actor("npra-boss", "Noor", Role.SUPERVISOR, agency="npra")
WHY = wire.Because("The system of the ministry is down")


def close(floor: Floor, line: str, who: Actor = SUPERVISOR) -> None:
    floor.act(who, lambda tx: arranging.close_line(tx, line, WHY))


def arrange(floor: Floor, n: int, *lines: str, who: Actor = SUPERVISOR) -> wire.CounterStatus:
    return floor.act(who, lambda tx: arranging.arrange_counter(tx, n, wire.CounterLines(list(lines), "Many wait")))


def prioritise(floor: Floor, issued: wire.Issued, priority: wire.Priority = "pregnant") -> wire.Ticket:
    wanted = wire.Prioritise(priority, "She is not well")
    return floor.act(SUPERVISOR, lambda tx: arranging.prioritise(tx, issued.id, wanted))


def test_a_closed_line_gives_no_more_numbers_and_serves_who_waits(floor: Floor) -> None:
    waiting, check = floor.ticket(), floor.ready_check()
    close(floor, "commercial")
    with pytest.raises(LineNotOpen):
        floor.act(INFORMATION, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))
    with pytest.raises(LineNotOpen):
        floor.ready_check()
    assert floor.desk(1, clerk("a")).next() == waiting.number
    [status] = [line for line in floor.read(hall).lines if line.line == "commercial"]
    assert (status.open, status.closed_because) == (False, WHY.reason)
    floor.act(SUPERVISOR, lambda tx: arranging.reopen_line(tx, "commercial"))
    assert floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id))).number


def test_a_closed_line_is_open_again_the_next_day(floor: Floor) -> None:
    close(floor, "commercial")
    floor.clock.passes(days=1)
    assert floor.ticket().number


def test_who_closed_a_line_and_why_stands_in_the_journal_once(floor: Floor) -> None:
    close(floor, "commercial")
    close(floor, "commercial")
    told = [data for kind, data in floor.journal() if kind == "LineClosed"]
    assert told == [{"line": "commercial", "by": "Salman", "reason": WHY.reason}]


def test_a_partner_agency_closes_its_own_lines_only(floor: Floor) -> None:
    close(floor, "residency", PARTNER)
    with pytest.raises(Unknown):
        close(floor, "commercial", PARTNER)
    with pytest.raises(Unknown):
        arrange(floor, 1, "residency", who=PARTNER)


def test_a_counter_takes_from_the_lines_it_was_given_until_the_day_is_over(floor: Floor) -> None:
    desk = floor.desk(4, clerk("a"))
    floor.ticket()
    assert desk.next() is None
    assert arrange(floor, 4, "residency", "commercial").lines == ["commercial", "residency"]
    assert desk.next() is not None
    floor.clock.passes(days=1)
    assert floor.read(lambda tx: counter_status(tx, 4)).lines == ["residency"]


def test_a_visitor_at_a_counter_is_served_to_the_end_whatever_its_lines_are_meanwhile(floor: Floor) -> None:
    learnt = Actor("clerk-a", "a", Role.CLERK, lines=("commercial",))
    desk = floor.desk(1, learnt)
    floor.ticket()
    desk.next()
    arrange(floor, 1, "residency")
    desk.do(calling.start)
    desk.do(visits.finish, wire.Finish())
    assert floor.act(learnt, lambda tx: counters.close_counter(tx, 1)).state == "closed"


def test_an_unknown_counter_or_line_is_arranged_by_nobody(floor: Floor) -> None:
    for n, line in ((9, "commercial"), (1, "nowhere")):
        with pytest.raises(Unknown):
            arrange(floor, n, line)


def test_a_visitor_given_priority_is_due_as_if_it_had_been_said_on_arrival(floor: Floor) -> None:
    first = floor.ticket()
    floor.clock.passes(minutes=5)
    second = floor.ticket()
    assert prioritise(floor, second).priority == "pregnant"
    assert floor.desk(1, clerk("a")).next() == second.number
    why = floor.read(lambda tx: explaining.explain(tx, second.number, first.number))
    assert (why.code, why.dues[0].head_start_minutes > 0) == ("due_earlier", True)
    (told,) = [data for kind, data in floor.journal() if kind == "TicketPrioritised"]
    assert (told["by"], told["reason"], told["priority"]) == ("Salman", "She is not well", "pregnant")


def test_a_priority_can_be_taken_back_while_the_visitor_waits_but_not_at_a_counter(floor: Floor) -> None:
    first, second = floor.ticket(), floor.ticket()
    prioritise(floor, second)
    prioritise(floor, second, "none")
    assert floor.desk(1, clerk("a")).next() == first.number
    with pytest.raises(WrongState):
        prioritise(floor, first)


def test_a_counter_tells_since_when_it_is_open_and_since_when_nobody_is_there(floor: Floor) -> None:
    desk = floor.desk(1, clerk("a"))
    opened = floor.clock.now()
    assert floor.read(lambda tx: counter_status(tx, 1)).since == opened
    floor.ticket()
    desk.next()
    floor.clock.passes(minutes=7)
    desk.serve()
    assert floor.read(lambda tx: counter_status(tx, 1)).since == opened + timedelta(minutes=7)

"""How a visit at a counter goes on, on both databases."""

from datetime import timedelta

import pytest

from queue_server import wire
from queue_server.application import calling, counters, leaving, visits
from queue_server.application import floor as live
from queue_server.application.staff import add_clerk
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor, clerk

ALI, BADER, SARA = clerk("ali"), clerk("bader"), clerk("sara")
PARTNER = Actor("npra-1", "Noor", Role.CLERK, agency="npra")


def test_a_visit_goes_on_to_the_partner_agency_with_the_same_number_and_the_first_arrival(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    assert floor.legs(issued) == [("commercial", "waiting"), ("residency", "planned")]
    first, second = floor.desk(1, ALI), floor.desk(4, PARTNER)
    floor.clock.passes(minutes=10)
    later = floor.ticket("residence")
    first.next()
    assert second.next() == later.number, "a step is not called before the one before it is over"
    second.serve()
    floor.clock.passes(minutes=5)
    floor.ticket("residence")
    first.serve()
    assert floor.legs(issued) == [("commercial", "done"), ("residency", "waiting")]
    assert second.next() == issued.number, "whoever came first is due first, though newly in this line"
    second.serve()
    assert floor.legs(issued) == [("commercial", "done"), ("residency", "done")]


def test_a_visit_that_is_not_completed_goes_nowhere_else(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve("not_completed")
    assert floor.legs(issued) == [("commercial", "done"), ("residency", "cancelled")]


def test_a_clerk_adds_a_service_that_follows_with_a_note(floor: Floor) -> None:
    issued = floor.ticket("renew")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.add_service, wire.AddService("residence", "The family's permits too"))
    assert floor.legs(issued) == [("commercial", "called"), ("residency", "planned")]
    desk.serve()
    there = floor.desk(4, PARTNER).do(calling.call_next)
    assert there is not None
    assert [(leg.line, leg.service, leg.note) for leg in there.legs] == [
        ("residency", "residence", "The family's permits too")
    ]
    assert (there.number, there.service, there.check) == (issued.number, "residence", "")


def test_a_quick_service_cannot_be_added(floor: Floor) -> None:
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    with pytest.raises(errors.NoNumberNeeded):
        desk.do(visits.add_service, wire.AddService("status"))
    with pytest.raises(errors.Unknown):
        desk.do(visits.add_service, wire.AddService("nothing"))


def test_a_parked_visitor_is_called_by_nobody_until_back(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    parked = desk.do(visits.park, wire.Park("fetches the original"))
    assert (parked.legs[0].state, parked.legs[0].reason, parked.legs[0].counter) == (
        "parked",
        "fetches the original",
        None,
    )
    assert desk.next() is None
    desk.do(calling.call_number, wire.CallNumber(issued.number.lower()))
    assert desk.serve().legs[0].reason == ""


def test_the_journal_keeps_why_visitors_left_by_the_offices_name_only(floor: Floor) -> None:
    desk = floor.desk(1, ALI)
    for given in ("fetch", "Her child waits outside", ""):
        floor.ticket()
        desk.next()
        assert desk.do(visits.park, wire.Park(given)).legs[0].reason == given
    told = [data["reason"] for kind, data in floor.journal() if kind == "TicketParked"]
    assert told == ["fetch", "other", ""]


def test_a_visitor_is_parked_until_later_today_only(floor: Floor) -> None:
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    for minutes in (0, -5, 60 * 24):
        with pytest.raises(errors.TimeGone):
            desk.do(visits.park, wire.Park(until=floor.clock.now() + timedelta(minutes=minutes)))


def test_whoever_is_sent_back_keeps_the_due_time_and_goes_to_another_counter(floor: Floor) -> None:
    issued = floor.ticket()
    floor.clock.passes(minutes=1)
    second = floor.ticket()
    desk, other = floor.desk(1, ALI), floor.desk(2, BADER)
    called = desk.do(calling.call_next)
    assert called is not None
    assert called.number == issued.number
    assert desk.do(visits.send_back).legs[0].due == called.legs[0].due
    assert desk.next() == second.number
    assert other.next() == issued.number


def test_the_only_counter_of_a_line_takes_back_whom_it_sent_back(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.send_back)
    assert desk.next() == issued.number


def test_a_transfer_to_a_line_keeps_the_number_and_the_place_of_the_first_arrival(floor: Floor) -> None:
    issued = floor.ticket("renew")
    floor.clock.passes(minutes=5)
    waiting = floor.ticket("residence")
    desk, there = floor.desk(1, ALI), floor.desk(4, BADER)
    desk.next()
    sent = desk.do(visits.transfer, wire.Transfer(line="residency", note="Asks about a visa"))
    assert [(leg.line, leg.state, leg.outcome) for leg in sent.legs] == [
        ("commercial", "done", "transferred"),
        ("residency", "waiting", None),
    ]
    assert sent.legs[1].due == sent.issued_at + timedelta(minutes=30)
    assert there.next() == issued.number
    there.serve()
    assert there.next() == waiting.number


@pytest.mark.parametrize(("place", "order"), [("first", [2, 0, 1]), ("keep", [0, 2, 1]), ("last", [0, 1, 2])])
def test_a_transferred_visitor_comes_first_last_or_by_first_arrival(floor: Floor, place: str, order: list[int]) -> None:
    before = floor.ticket("residence")
    floor.clock.passes(minutes=1)
    sent = floor.ticket("renew")
    floor.clock.passes(minutes=1)
    after = floor.ticket("residence")
    desk, there = floor.desk(1, ALI), floor.desk(4, BADER)
    desk.next()
    floor.clock.passes(minutes=1)
    desk.do(visits.transfer, wire.Transfer(line="residency", place=place))  # type: ignore[arg-type]
    numbers = [before.number, after.number, sent.number]
    called = []
    for _ in range(3):
        called.append(there.next())
        there.serve()
    assert called == [numbers[place] for place in order]


def test_of_two_due_at_once_the_transferred_visitor_goes_by_first_arrival(floor: Floor) -> None:
    sent, waiting = floor.ticket("renew"), floor.ticket("residence")
    desk, there = floor.desk(1, ALI), floor.desk(4, BADER)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(line="residency"))
    assert there.next() == sent.number
    there.serve()
    assert there.next() == waiting.number


def test_a_ticket_kept_for_a_counter_or_a_clerk_is_called_nowhere_else(floor: Floor) -> None:
    floor.act(SUPERVISOR, lambda tx: _hire(tx, "sara"))
    sara = Actor(floor.read(lambda tx: tx.people.clerk("sara").id), "sara", Role.CLERK)  # type: ignore[union-attr]
    first, second = floor.ticket(), floor.ticket()
    desk, other, hers = floor.desk(1, ALI), floor.desk(2, BADER), floor.desk(3, sara)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(counter=2))
    desk.next()
    desk.do(visits.transfer, wire.Transfer(clerk="sara"))
    assert desk.next() is None
    with pytest.raises(errors.NotYourTurn):
        desk.do(calling.call_number, wire.CallNumber(first.number))
    assert (other.next(), hers.next()) == (first.number, second.number)


def test_a_closing_counter_lets_others_call_whom_it_was_kept_for(floor: Floor) -> None:
    issued = floor.ticket()
    desk, other = floor.desk(1, ALI), floor.desk(2, BADER)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(counter=2))
    other.do(counters.close_counter)
    assert desk.next() == issued.number


def test_whoever_was_kept_for_a_counter_and_rests_meanwhile_is_free_when_it_closes(floor: Floor) -> None:
    issued = floor.ticket()
    desk, other = floor.desk(1, ALI), floor.desk(2, BADER)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(counter=2))
    boss = floor.desk(3, SUPERVISOR)
    boss.do(calling.call_number, wire.CallNumber(issued.number))
    boss.do(calling.no_show)
    other.do(counters.close_counter)
    floor.act(SUPERVISOR, lambda tx: leaving.come_back(tx, issued.id))
    assert desk.next() == issued.number


def test_a_transfer_that_leads_nowhere_is_refused(floor: Floor) -> None:
    floor.act(SUPERVISOR, lambda tx: _hire(tx, "sara"))
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    for to, refused in (
        (wire.Transfer(), errors.TransferUnclear),
        (wire.Transfer(line="residency", counter=4), errors.TransferUnclear),
        (wire.Transfer(line="nowhere"), errors.Unknown),
        (wire.Transfer(counter=9), errors.Unknown),
        (wire.Transfer(counter=4), errors.CounterClosed),
        (wire.Transfer(clerk="nobody"), errors.Unknown),
        (wire.Transfer(clerk="sara"), errors.ClerkAway),
    ):
        with pytest.raises(refused):
            desk.do(visits.transfer, to)
    assert floor.legs(issued) == [("commercial", "called")]


def test_a_transfer_comes_before_the_steps_that_were_planned(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(line="commercial", place="first"))
    assert floor.legs(issued) == [("commercial", "done"), ("commercial", "waiting"), ("residency", "planned")]
    assert desk.next() == issued.number
    desk.serve()
    assert floor.legs(issued)[-1] == ("residency", "waiting")


def test_a_partner_agencys_clerk_sees_their_own_lines_counters_and_steps(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    alien = floor.ticket("renew")
    seen = floor.read(live.hall, PARTNER)
    assert [line.line for line in seen.lines] == ["residency"]
    assert [counter.n for counter in seen.counters] == [3, 4]
    mine = floor.read(lambda tx: live.ticket_status(tx, issued.id), PARTNER)
    assert [leg.line for leg in mine.legs] == ["residency"]
    with pytest.raises(errors.Unknown):
        floor.read(lambda tx: live.ticket_status(tx, alien.id), PARTNER)
    with pytest.raises(errors.NotYourCounter):
        floor.open(1, PARTNER)
    desk = floor.desk(3, PARTNER)
    assert desk.next() is None, "counter 3 also serves the other agency's line, but not this clerk"


def test_a_clerk_calls_only_the_lines_they_have_learnt(floor: Floor) -> None:
    floor.ticket("renew")
    residence = floor.ticket("residence")
    learnt = Actor("clerk-new", "new", Role.CLERK, lines=("residency",))
    assert floor.desk(3, learnt).next() == residence.number


def _hire(tx: object, name: str) -> None:
    add_clerk(tx, name, name, Role.CLERK, "no password")  # type: ignore[arg-type]

"""Visitors who leave the queue or come back to it."""

from datetime import timedelta

import pytest

from queue_server import wire
from queue_server.application import calling, leaving, visits
from queue_server.application.explaining import explain
from queue_server.application.floor import visitors_own, visitors_ticket
from queue_server.application.timekeeping import keep_time
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from queue_server.store.opening import OPERATOR
from tests.offices import INFORMATION, KIOSK, Floor, clerk

ALI = clerk("ali")
WEB = Actor("anyone", "anyone", Role.CHANNEL)


def test_a_cancelled_visit_is_never_called(floor: Floor) -> None:
    gone, next_one = floor.ticket("bring-a-worker"), floor.ticket()
    floor.act(INFORMATION, lambda tx: leaving.cancel(tx, gone.id))
    assert floor.legs(gone) == [("commercial", "cancelled"), ("residency", "cancelled")]
    assert floor.desk(1, ALI).next() == next_one.number


def test_a_visitor_leaves_by_their_own_page(floor: Floor) -> None:
    issued = floor.ticket()
    view = floor.act(KIOSK, lambda tx: leaving.leave(tx, issued.track))
    assert view.state == "cancelled"
    with pytest.raises(errors.WrongState):
        floor.act(KIOSK, lambda tx: leaving.leave(tx, issued.track))
    with pytest.raises(errors.Unknown):
        floor.act(KIOSK, lambda tx: leaving.leave(tx, "guessed"))


def test_nobody_leaves_from_the_counter(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    with pytest.raises(errors.WrongState):
        floor.act(INFORMATION, lambda tx: leaving.cancel(tx, issued.id))
    desk.serve()
    with pytest.raises(errors.WrongState):
        floor.act(INFORMATION, lambda tx: leaving.cancel(tx, issued.id))


def test_whoever_asks_for_ten_more_minutes_is_not_called_before_and_then_first(floor: Floor) -> None:
    first, second, third = floor.ticket(), floor.ticket(), floor.ticket()
    view = floor.act(WEB, lambda tx: leaving.take_time(tx, first.track))
    assert (view.state, view.until) == ("parked", floor.clock.now() + timedelta(minutes=10))
    desk = floor.desk(1, ALI)
    assert desk.next() == second.number
    desk.serve()
    floor.clock.passes(minutes=10)
    floor.act(OPERATOR, keep_time)
    assert desk.next() == first.number
    told = floor.read(lambda tx: explain(tx, second.number, first.number))
    assert (told.code, told.text) == ("asked_for_time", f"{first.number} had asked for ten more minutes at 09:00:00.")
    assert floor.read(lambda tx: explain(tx, first.number, third.number)).code == "due_earlier"


def test_more_time_is_given_once_in_a_visit_and_only_to_those_who_wait(floor: Floor) -> None:
    issued = floor.ticket()
    floor.act(WEB, lambda tx: leaving.take_time(tx, issued.track))
    floor.act(INFORMATION, lambda tx: leaving.come_back(tx, issued.id))
    with pytest.raises(errors.Conflict):
        floor.act(WEB, lambda tx: leaving.take_time(tx, issued.track))
    called = floor.ticket("residence")
    floor.desk(4, ALI).next()
    with pytest.raises(errors.WrongState):
        floor.act(WEB, lambda tx: leaving.take_time(tx, called.track))


def test_whoever_took_more_time_may_still_leave_or_be_called_by_number(floor: Floor) -> None:
    gone, there = floor.ticket(), floor.ticket()
    for issued in (gone, there):
        floor.act(WEB, lambda tx, track=issued.track: leaving.take_time(tx, track))  # type: ignore[misc]
    floor.act(WEB, lambda tx: leaving.leave(tx, gone.track))
    assert floor.legs(gone) == [("commercial", "cancelled")]
    desk = floor.desk(1, ALI)
    assert desk.next() is None
    assert desk.do(calling.call_number, wire.CallNumber(there.number)).number == there.number


def test_a_visitors_own_page_opens_nothing_the_next_day(floor: Floor) -> None:
    issued = floor.ticket()
    floor.clock.passes(days=1)
    for act in (leaving.leave, leaving.take_time, visitors_ticket):
        with pytest.raises(errors.Unknown):
            floor.act(WEB, lambda tx, act=act: act(tx, issued.track))  # type: ignore[misc]


def test_a_parked_visitor_waits_again_when_back(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.park, wire.Park("photo"))
    floor.act(KIOSK, lambda tx: leaving.come_back(tx, issued.id))
    assert desk.next() == issued.number


def test_whoever_waits_already_cannot_come_back(floor: Floor) -> None:
    issued = floor.ticket()
    with pytest.raises(errors.WrongState):
        floor.act(KIOSK, lambda tx: leaving.come_back(tx, issued.id))


def test_yesterdays_number_is_known_no_more(floor: Floor) -> None:
    issued = floor.ticket()
    floor.clock.passes(days=1)
    for act in (leaving.cancel, leaving.come_back):
        with pytest.raises(errors.Unknown):
            floor.act(KIOSK, lambda tx, act=act: act(tx, issued.id))  # type: ignore[misc]


def test_a_visit_that_ended_early_ended_where_it_was(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve("not_completed")
    ticket = floor.read(lambda tx: tx.tickets.find(issued.id))
    assert ticket is not None
    assert floor.read(lambda tx: visitors_own(tx, ticket)).state == "done"


def test_the_visitors_page_follows_the_visit_from_step_to_step(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")

    def view() -> wire.VisitorView:
        return floor.read(lambda tx: visitors_own(tx, tx.tickets.of(tx.tickets.legs(issued.id)[0])))

    desk = floor.desk(1, ALI)
    assert (view().state, view().line["en"]) == ("waiting", "Commercial services")
    desk.next()
    assert (view().state, view().counter) == ("called", 1)
    desk.do(calling.start)
    desk.do(visits.finish, wire.Finish())
    assert (view().state, view().line["en"], view().counter) == ("waiting", "Residency", None)

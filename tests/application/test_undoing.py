"""Taking an act back within ten seconds, on both databases."""

from collections.abc import Callable

import pytest

from queue_server import wire
from queue_server.application import calling, counters, undoing, visits, walking_in
from queue_server.application.screens import screen_state
from queue_server.application.staff import add_clerk
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Desk, Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")

WALK_IN = wire.WalkIn("renew", "employer", "papers seen at the counter")
ACTS: dict[str, Callable[[Desk], object]] = {
    "recall": lambda desk: desk.do(calling.recall),
    "start": lambda desk: desk.do(calling.start),
    "no_show": lambda desk: desk.do(calling.no_show),
    "park": lambda desk: desk.do(visits.park, wire.Park("photo")),
    "return": lambda desk: desk.do(visits.send_back),
    "transfer": lambda desk: desk.do(visits.transfer, wire.Transfer(line="residency")),
    "add": lambda desk: desk.do(visits.add_service, wire.AddService("residence")),
}


@pytest.mark.parametrize("act", ACTS)
def test_whatever_was_done_with_a_called_visitor_is_taken_back_whole(floor: Floor, act: str) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    before = floor.read(lambda tx: tx.tickets.legs(issued.id))
    ACTS[act](desk)
    floor.clock.passes(seconds=10)
    status = desk.undo()
    assert status.ticket is not None
    assert status.ticket.number == issued.number
    assert floor.read(lambda tx: tx.tickets.legs(issued.id)) == before
    assert floor.journal()[-1][0] == "ActUndone"


def test_a_finish_is_taken_back_with_the_step_it_began(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve()
    desk.undo()
    assert floor.legs(issued) == [("commercial", "serving"), ("residency", "planned")]


def test_a_call_taken_back_leaves_the_screens_and_the_order(floor: Floor) -> None:
    issued = floor.ticket()
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    assert desk.undo().ticket is None
    assert floor.read(lambda tx: screen_state(tx, "hall")).calls == []
    assert desk.next() == issued.number
    assert [call.number for call in floor.read(lambda tx: screen_state(tx, "hall")).calls] == [issued.number]


def test_a_walk_in_taken_back_has_left_with_the_number_that_was_given(floor: Floor) -> None:
    desk = floor.desk(1, ALI)
    visitor = desk.do(walking_in.walk_in, WALK_IN)
    assert desk.undo().ticket is None
    assert floor.legs(visitor) == [("commercial", "cancelled")]


def test_after_ten_seconds_it_is_too_late(floor: Floor) -> None:
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    floor.clock.passes(seconds=10.001)
    with pytest.raises(errors.TooLate):
        desk.undo()


def test_an_act_is_taken_back_once_and_by_whoever_did_it(floor: Floor) -> None:
    floor.ticket()
    desk = floor.desk(1, ALI)
    with pytest.raises(errors.NothingToUndo):
        desk.undo()
    desk.next()
    with pytest.raises(errors.NotYourCounter):
        floor.act(BADER, lambda tx: undoing.undo(tx, 1))
    desk.undo()
    with pytest.raises(errors.NothingToUndo):
        desk.undo()


def test_what_others_have_gone_on_with_is_not_taken_back(floor: Floor) -> None:
    floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve()
    floor.desk(4, BADER).next()
    with pytest.raises(errors.TooLate):
        desk.undo()


@pytest.mark.parametrize("kept", ["counter", "clerk"])
def test_nobody_is_put_back_to_wait_for_a_counter_that_has_closed_meanwhile(floor: Floor, kept: str) -> None:
    floor.act(SUPERVISOR, lambda tx: add_clerk(tx, "sara", "Sara", Role.CLERK, "no password"))
    sara = floor.read(lambda tx: tx.people.clerk("sara"))
    assert sara is not None
    issued = floor.ticket()
    desk, hers = floor.desk(1, ALI), floor.desk(2, Actor(sara.id, "Sara", Role.CLERK))
    desk.next()
    desk.do(visits.transfer, wire.Transfer(counter=2) if kept == "counter" else wire.Transfer(clerk="sara"))
    boss = floor.desk(3, SUPERVISOR)
    boss.do(calling.call_number, wire.CallNumber(issued.number))
    hers.do(counters.close_counter)
    boss.undo()
    assert floor.journal()[-1][0] == "ReservationReleased"
    assert desk.next() == issued.number


def test_whoever_is_put_back_is_kept_for_an_open_counter_as_before(floor: Floor) -> None:
    issued = floor.ticket()
    desk, other = floor.desk(1, ALI), floor.desk(2, BADER)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(counter=2))
    boss = floor.desk(3, SUPERVISOR)
    boss.do(calling.call_number, wire.CallNumber(issued.number))
    boss.undo()
    assert desk.next() is None
    assert other.next() == issued.number

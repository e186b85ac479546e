"""Taking an act back within ten seconds, on both databases."""

from collections.abc import Callable

import pytest

from queue_server import wire
from queue_server.application import calling, undoing, visits, walking_in
from queue_server.application.screens import screen_state
from queue_server.domain import errors
from tests.offices import Desk, Floor, clerk

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

"""Visitors who leave the queue or come back to it."""

import pytest

from queue_server import wire
from queue_server.application import calling, leaving, visits
from queue_server.application.floor import visitors_own
from queue_server.domain import errors
from tests.offices import INFORMATION, KIOSK, Floor, clerk

ALI = clerk("ali")


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

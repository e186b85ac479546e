"""Visitors served at a counter who came without a number."""

import pytest

from queue_server import wire
from queue_server.application import visits, walking_in
from queue_server.domain import errors
from tests.offices import Floor, clerk

ALI = clerk("ali")
REASON = "papers seen at the counter"


def test_a_walk_in_is_served_at_once_with_a_number_and_every_paper_waived_by_name(floor: Floor) -> None:
    waiting = floor.ticket()
    desk = floor.desk(1, ALI)
    visitor = desk.do(walking_in.walk_in, wire.WalkIn("renew", "employer", REASON, priority="elderly"))
    assert (visitor.number, visitor.legs[0].state, visitor.legs[0].counter) == ("C002", "serving", 1)
    check = floor.read(lambda tx: tx.checks.find(visitor.check))
    assert check is not None
    assert (check.outcome, check.channel, check.ticket) == ("ready", "counter", visitor.id)
    assert {(waived.clerk, waived.reason) for waived in check.waivers.values()} == {(ALI.id, REASON)}
    assert visitor.waivers == len(check.results) > 0
    desk.do(visits.finish, wire.Finish())
    assert desk.next() == waiting.number


def test_a_walk_in_s_visit_may_have_further_steps(floor: Floor) -> None:
    desk = floor.desk(1, ALI)
    visitor = desk.do(walking_in.walk_in, wire.WalkIn("bring-a-worker", "employer", REASON))
    desk.do(visits.finish, wire.Finish())
    assert floor.legs(visitor) == [("commercial", "done"), ("residency", "waiting")]


def test_a_walk_in_that_makes_no_sense_is_refused_and_leaves_nothing(floor: Floor) -> None:
    desk = floor.desk(1, ALI)
    before = floor.journal()
    for visitor, refused in (
        (wire.WalkIn("nothing", "employer", REASON), errors.Unknown),
        (wire.WalkIn("status", "employer", REASON), errors.NoNumberNeeded),
        (wire.WalkIn("residence", "employer", REASON), errors.NotYourTurn),
        (wire.WalkIn("renew", "worker", REASON), errors.WrongCaller),
        (wire.WalkIn("renew", "nobody", REASON), errors.Unknown),
        (wire.WalkIn("renew", "employer", REASON, "xx"), errors.Unknown),
    ):
        with pytest.raises(refused):
            desk.do(walking_in.walk_in, visitor)
    assert floor.journal() == before


def test_nobody_walks_in_on_a_visitor(floor: Floor) -> None:
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    with pytest.raises(errors.CounterBusy):
        desk.do(walking_in.walk_in, wire.WalkIn("renew", "employer", REASON))

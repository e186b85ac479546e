"""A clerk's acts at a counter, on both databases."""

from functools import partial

import pytest

from queue_server import wire
from queue_server.application import calling, counters, visits
from queue_server.application import floor as live
from queue_server.application.screens import screen_state
from queue_server.domain import errors
from tests.offices import SUPERVISOR, Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")


def test_a_visit_from_number_to_finish(floor: Floor) -> None:
    issued = floor.ticket()
    floor.open(1, ALI)
    floor.clock.passes(minutes=7)
    called = floor.next(1, ALI)
    assert called is not None
    assert (called.number, called.waited, called.legs[0].state, called.legs[0].counter) == ("C001", 420, "called", 1)
    floor.act(ALI, lambda tx: calling.recall(tx, 1))
    floor.act(ALI, lambda tx: calling.start(tx, 1))
    floor.clock.passes(minutes=3)
    done = floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish()))
    assert (done.legs[0].state, done.legs[0].calls, done.legs[0].outcome) == ("done", 2, "completed")
    told = [kind for kind, data in floor.journal() if data.get("ticket") == issued.id]
    assert told == ["TicketIssued", "TicketCalled", "TicketRecalled", "ServiceStarted", "TicketFinished"]
    assert floor.journal()[-1][1]["served"] == 180


def test_whoever_is_due_first_is_called_first_over_the_lines_of_the_counter(floor: Floor) -> None:
    slow = floor.ticket("residence")
    floor.clock.passes(minutes=1)
    quick = floor.ticket("renew")
    floor.open(3, ALI)
    assert floor.next(3, ALI).number == quick.number  # type: ignore[union-attr]
    floor.act(ALI, lambda tx: calling.no_show(tx, 3))
    assert floor.next(3, ALI).number == slow.number  # type: ignore[union-attr]


def test_a_priority_visitor_has_a_bounded_head_start(floor: Floor) -> None:
    first = floor.ticket()
    floor.clock.passes(minutes=14)
    second = floor.ticket(priority="elderly")
    floor.clock.passes(minutes=2)
    third = floor.ticket(priority="disabled")
    floor.open(1, ALI)
    order = []
    for _ in range(3):
        called = floor.next(1, ALI)
        assert called is not None
        order.append(called.number)
        floor.act(ALI, lambda tx: calling.no_show(tx, 1))
    assert order == [second.number, first.number, third.number]


def test_nobody_waiting_is_no_error(floor: Floor) -> None:
    floor.open(1, ALI)
    before = floor.journal()
    assert floor.next(1, ALI) is None
    assert floor.journal() == before


def test_a_counter_serves_one_visitor_at_a_time(floor: Floor) -> None:
    floor.ticket(), floor.ticket()
    floor.open(1, ALI)
    floor.next(1, ALI)
    with pytest.raises(errors.CounterBusy):
        floor.next(1, ALI)
    with pytest.raises(errors.CounterBusy):
        floor.act(ALI, lambda tx: counters.close_counter(tx, 1))
    with pytest.raises(errors.CounterBusy):
        floor.act(ALI, lambda tx: counters.take_break(tx, 1, ""))


def test_a_closed_counter_and_a_counter_on_a_break_call_nobody(floor: Floor) -> None:
    floor.ticket()
    with pytest.raises(errors.CounterClosed):
        floor.next(1, ALI)
    floor.open(1, ALI)
    floor.act(ALI, lambda tx: counters.take_break(tx, 1, "prayer"))
    with pytest.raises(errors.CounterClosed):
        floor.next(1, ALI)
    floor.open(1, ALI)
    assert floor.next(1, ALI) is not None


def test_the_journal_keeps_why_a_clerk_rests_by_the_offices_name_only(floor: Floor) -> None:
    for given in ("meal", "My tooth", ""):
        floor.open(1, ALI)
        assert floor.act(ALI, lambda tx, why=given: counters.take_break(tx, 1, why)).reason == given  # type: ignore[misc]
    told = [data["reason"] for kind, data in floor.journal() if kind == "BreakTaken"]
    assert told == ["meal", "other", ""]


def test_a_counter_belongs_to_whoever_opened_it(floor: Floor) -> None:
    floor.ticket()
    floor.open(1, ALI)
    with pytest.raises(errors.NotYourCounter):
        floor.open(1, BADER)
    with pytest.raises(errors.NotYourCounter):
        floor.next(1, BADER)
    with pytest.raises(errors.ClerkElsewhere):
        floor.open(2, ALI)
    floor.act(SUPERVISOR, lambda tx: counters.close_counter(tx, 1))
    floor.open(1, BADER)


def test_acts_out_of_order_are_refused_and_change_nothing(floor: Floor) -> None:
    floor.ticket()
    floor.open(1, ALI)
    with pytest.raises(errors.NobodyCalled):
        floor.act(ALI, lambda tx: calling.start(tx, 1))
    floor.next(1, ALI)
    with pytest.raises(errors.WrongState):
        floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish()))
    floor.act(ALI, lambda tx: calling.start(tx, 1))
    before = floor.journal()
    for act in (calling.recall, calling.start, calling.no_show):
        with pytest.raises(errors.WrongState):
            floor.act(ALI, partial(act, n=1))
    assert floor.journal() == before


def test_papers_found_wrong_after_all_name_the_requirement(floor: Floor) -> None:
    floor.ticket()
    floor.open(1, ALI)
    floor.next(1, ALI)
    floor.act(ALI, lambda tx: calling.start(tx, 1))
    with pytest.raises(errors.Unknown):
        floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish("papers_wrong", "medical")))
    floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish("papers_wrong", "passport")))
    assert floor.journal()[-1][1]["requirement"] == "passport"


def test_an_unknown_counter_is_unknown(floor: Floor) -> None:
    with pytest.raises(errors.Unknown):
        floor.open(99, ALI)


def test_yesterdays_tickets_are_not_called_today(floor: Floor) -> None:
    floor.ticket()
    floor.clock.passes(days=1)
    floor.open(1, ALI)
    assert floor.next(1, ALI) is None
    assert floor.ticket().number == "C001"


def test_the_hall_shows_lines_counters_and_who_is_next(floor: Floor) -> None:
    first = floor.ticket()
    floor.ticket()
    floor.open(1, ALI)
    floor.clock.passes(minutes=5)
    hall = floor.read(live.hall)
    commercial = hall.lines[0]
    assert (commercial.waiting, commercial.longest, commercial.next.number) == (2, 300, first.number)  # type: ignore[union-attr]
    assert [(counter.n, counter.state, counter.clerk) for counter in hall.counters][:2] == [
        (1, "open", "ali"),
        (2, "closed", None),
    ]
    assert hall.seq == len(floor.journal())


def test_a_screen_shows_each_number_once_newest_first_and_only_its_lines(floor: Floor) -> None:
    floor.ticket(), floor.ticket("residence")
    floor.open(1, ALI)
    floor.open(4, BADER)
    floor.next(1, ALI), floor.next(4, BADER)
    floor.act(ALI, lambda tx: calling.recall(tx, 1))
    hall = floor.read(lambda tx: screen_state(tx, "hall"))
    assert [(call.number, call.counter, call.recall) for call in hall.calls] == [("C001", 1, True), ("R001", 4, False)]
    upstairs = floor.read(lambda tx: screen_state(tx, "upstairs"))
    assert [call.number for call in upstairs.calls] == ["R001"]
    assert [line.line for line in upstairs.lines] == ["residency"]


def test_a_clock_set_back_makes_no_negative_wait(floor: Floor) -> None:
    floor.ticket()
    floor.open(1, ALI)
    floor.clock.passes(hours=-1)
    assert floor.next(1, ALI).waited == 0  # type: ignore[union-attr]

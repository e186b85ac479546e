"""Calling out of turn, by two steps, and those who do not come."""

from dataclasses import replace
from datetime import timedelta

import pytest

from queue_server import wire
from queue_server.application import calling, leaving, visits
from queue_server.application.screens import screen_state
from queue_server.domain import errors
from queue_server.domain.catalogue import Catalogue, Queue
from tests.offices import KIOSK, SUPERVISOR, Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")


def change(floor: Floor, monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    """Put a changed catalogue in force for this test."""
    shelf = floor.database._shelf
    known = floor.read(lambda tx: tx.catalogue)
    changed: Catalogue = replace(known, **values)  # type: ignore[arg-type]
    monkeypatch.setattr(shelf, "catalogue", lambda *_: changed)


def test_a_number_is_called_out_of_turn(floor: Floor) -> None:
    floor.ticket()
    second = floor.ticket()
    desk = floor.desk(1, ALI)
    called = desk.do(calling.call_number, wire.CallNumber(second.number))
    assert called.number == second.number
    assert floor.journal()[-1][1]["why"] == "chosen"


def test_a_number_of_another_line_or_none_is_not_called(floor: Floor) -> None:
    other = floor.ticket("residence")
    desk = floor.desk(1, ALI)
    with pytest.raises(errors.NotYourTurn):
        desk.do(calling.call_number, wire.CallNumber(other.number))
    for nothing in ("C999", "C", "42", "C1x", "' OR 1=1"):
        with pytest.raises(errors.Unknown):
            desk.do(calling.call_number, wire.CallNumber(nothing))


def test_a_number_already_called_is_not_called_by_another(floor: Floor) -> None:
    issued = floor.ticket()
    floor.desk(1, ALI).next()
    with pytest.raises(errors.WrongState):
        floor.desk(2, BADER).do(calling.call_number, wire.CallNumber(issued.number))


def test_on_a_two_step_counter_the_clerk_sees_the_ticket_before_it_is_called_aloud(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = floor.read(lambda tx: tx.catalogue)
    quiet = {**known.counters, 1: replace(known.counters[1], two_step=True)}
    change(floor, monkeypatch, counters=quiet)
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    assert desk.next() == issued.number
    assert floor.read(lambda tx: screen_state(tx, "hall")).calls == []
    floor.clock.passes(minutes=2)
    aloud = desk.do(calling.recall)
    assert (aloud.legs[0].calls, aloud.waited) == (1, 120)
    assert [call.number for call in floor.read(lambda tx: screen_state(tx, "hall")).calls] == [issued.number]
    kinds = [kind for kind, data in floor.journal() if data.get("ticket") == issued.id]
    assert kinds == ["TicketIssued", "TicketDrawn", "TicketCalled"]


def test_nobody_is_a_no_show_before_the_office_has_called_often_enough(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(floor, monkeypatch, queue=Queue(calls_before_no_show=3))
    floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    for _ in range(2):
        with pytest.raises(errors.CallAgain):
            desk.do(calling.no_show)
        desk.do(calling.recall)
    assert desk.do(calling.no_show).legs[0].state == "no_show"


def test_a_no_show_comes_back_in_time_with_the_old_due_time(floor: Floor) -> None:
    missed = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(calling.no_show)
    floor.ticket()
    floor.clock.passes(minutes=29)
    back = floor.act(KIOSK, lambda tx: leaving.come_back(tx, missed.id))
    assert back.ahead == 0
    assert desk.next() == missed.number


def test_a_no_show_who_comes_too_late_has_lost_the_place(floor: Floor) -> None:
    missed = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(calling.no_show)
    floor.clock.passes(minutes=30, seconds=1)
    with pytest.raises(errors.TooLate):
        floor.act(KIOSK, lambda tx: leaving.come_back(tx, missed.id))
    with pytest.raises(errors.TooLate):
        desk.do(calling.call_number, wire.CallNumber(missed.number))


def test_a_priority_visitor_past_due_is_escalated_in_one_call_of_three(floor: Floor) -> None:
    for _ in range(6):
        floor.ticket()
    floor.clock.passes(minutes=17)
    urgent = [floor.ticket(priority="elderly").number for _ in range(3)]
    floor.clock.passes(minutes=6)
    desk = floor.desk(1, ALI)
    order = []
    for _ in range(9):
        order.append(desk.next())
        desk.serve()
    assert [place for place, number in enumerate(order) if number in urgent] == [0, 3, 6]
    whys = [data["why"] for kind, data in floor.journal() if kind == "TicketCalled"]
    assert whys == ["escalated", "turn", "turn"] * 2 + ["escalated", "turn", "turn"]


def test_a_counter_takes_its_second_line_as_if_it_were_due_later(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> None:
    known = floor.read(lambda tx: tx.catalogue)
    counter = replace(known.counters[3], later={"commercial": timedelta(minutes=15)})
    change(floor, monkeypatch, counters={**known.counters, 3: counter})
    commercial = floor.ticket("renew")
    residence = floor.ticket("residence")
    desk = floor.desk(3, ALI)
    assert desk.next() == residence.number, "due in 30 minutes, before 20 and 15 more"
    desk.serve()
    assert desk.next() == commercial.number


def test_taking_a_break_does_not_forget_the_escalations(floor: Floor) -> None:
    from queue_server.application import counters

    for _ in range(3):
        floor.ticket()
    floor.clock.passes(minutes=17)
    for _ in range(2):
        floor.ticket(priority="pregnant")
    floor.clock.passes(minutes=6)
    desk = floor.desk(1, ALI)
    desk.next()
    desk.serve()
    floor.act(ALI, lambda tx: counters.take_break(tx, 1, ""))
    floor.open(1, ALI)
    desk.next()
    assert floor.journal()[-1][1]["why"] == "turn"


def test_a_supervisor_calls_a_number_kept_for_a_clerk_who_is_away(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.send_back)
    boss = floor.desk(2, SUPERVISOR)
    assert boss.do(calling.call_number, wire.CallNumber(issued.number)).number == issued.number

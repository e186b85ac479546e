"""What time alone brings about."""

from datetime import timedelta

from queue_server import wire
from queue_server.application import calling, counters, timekeeping, visits
from queue_server.store.opening import OPERATOR
from tests.offices import SUPERVISOR, Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")


def keep_time(floor: Floor) -> int:
    return floor.act(OPERATOR, timekeeping.keep_time)


def test_a_parked_visitor_waits_again_when_the_time_has_come(floor: Floor) -> None:
    issued = floor.ticket()
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(visits.park, wire.Park("photo", floor.clock.now() + timedelta(minutes=10)))
    floor.clock.passes(minutes=9)
    assert keep_time(floor) == 0
    floor.clock.passes(minutes=1)
    assert keep_time(floor) == 1
    assert desk.next() == issued.number


def test_a_no_show_expires_with_the_rest_of_the_visit(floor: Floor) -> None:
    issued = floor.ticket("bring-a-worker")
    desk = floor.desk(1, ALI)
    desk.next()
    desk.do(calling.no_show)
    floor.clock.passes(minutes=30)
    assert keep_time(floor) == 0
    floor.clock.passes(seconds=1)
    assert keep_time(floor) == 2
    assert floor.legs(issued) == [("commercial", "expired"), ("residency", "expired")]


def test_whatever_a_day_left_open_is_over_the_next_day(floor: Floor) -> None:
    issued = [floor.ticket("bring-a-worker") for _ in range(5)]
    first, second = floor.desk(1, ALI), floor.desk(2, BADER)
    first.next()
    second.next()
    second.do(calling.start)
    floor.clock.passes(days=1)
    assert keep_time(floor) == 10
    assert {state for each in issued for _line, state in floor.legs(each)} == {"expired"}
    assert keep_time(floor) == 0
    today = floor.ticket()
    assert first.next() == today.number == "C001"


def test_the_days_end_sends_home_all_but_those_at_a_counter(floor: Floor) -> None:
    served, waiting = floor.ticket("bring-a-worker"), floor.ticket()
    first, second = floor.desk(1, ALI), floor.desk(2, BADER)
    first.next()
    assert floor.act(SUPERVISOR, timekeeping.end_day) == 1
    assert floor.legs(waiting) == [("commercial", "expired")]
    assert floor.legs(served) == [("commercial", "called"), ("residency", "planned")]
    states = floor.read(lambda tx: [tx.counters.find(n).state for n in (1, 2)])
    assert states == ["open", "closed"]
    first.serve()
    first.do(counters.close_counter)
    assert second.n == 2

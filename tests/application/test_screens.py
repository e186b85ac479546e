"""The sign above a counter."""

from queue_server import wire
from queue_server.application import calling, counters, visits
from queue_server.application.screens import call_of, screen_counter, tells_counter
from queue_server.domain.catalogue import Screen
from tests.offices import Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")
SIGN = Screen("sign", {}, (), "counter", counter=1)


def stands(floor: Floor) -> tuple[str, str | None]:
    told = floor.read(lambda tx: screen_counter(tx, SIGN))
    assert told is not None
    return told.state, told.number


def test_the_sign_says_whether_the_counter_is_open_and_whose_turn_it_is_there(floor: Floor) -> None:
    issued = floor.ticket()
    assert stands(floor) == ("closed", None)
    floor.open(1, ALI)
    assert stands(floor) == ("open", None)
    floor.next(1, ALI)
    assert stands(floor) == ("open", issued.number)
    floor.act(ALI, lambda tx: calling.start(tx, 1))
    assert stands(floor) == ("open", issued.number)
    floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish()))
    assert stands(floor) == ("open", None)
    floor.act(ALI, lambda tx: counters.take_break(tx, 1, "prayer"))
    assert stands(floor) == ("break", None)


def test_the_sign_hears_of_its_own_counter_only(floor: Floor) -> None:
    floor.ticket(), floor.ticket()
    floor.open(1, ALI)
    floor.open(2, BADER)
    floor.next(1, ALI), floor.next(2, BADER)
    told = floor.read(lambda tx: tx.journal.since(0))
    heard = [call.counter for entry in told if (call := call_of(entry, SIGN)) is not None]
    assert heard == [1]
    assert {entry.data["counter"] for entry in told if tells_counter(entry, SIGN)} == {1}


def test_a_screen_of_the_hall_has_no_counter_of_its_own(floor: Floor) -> None:
    assert floor.read(lambda tx: screen_counter(tx, Screen("hall", {}, ()))) is None

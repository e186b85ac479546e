"""The figures of one's own day, on both databases."""

from queue_server import wire
from queue_server.application import calling, visits
from queue_server.application.own_day import own_day
from tests.offices import Floor, clerk

ALI, BADER = clerk("ali"), clerk("bader")


def test_only_what_one_did_oneself_and_only_today(floor: Floor) -> None:
    for n, who in ((1, ALI), (2, BADER)):
        floor.open(n, who)
    serve(floor)
    floor.clock.passes(days=1)
    assert floor.read(own_day, ALI).served == 0
    serve(floor)
    floor.ticket()
    floor.next(2, BADER)
    floor.act(BADER, lambda tx: calling.no_show(tx, 2))
    today = floor.read(lambda tx: tx.day)
    assert floor.read(own_day, ALI) == wire.OwnDay(today, 1, 0, serving_seconds=180, coming_seconds=20)
    assert floor.read(own_day, BADER) == wire.OwnDay(today, 0, 1, serving_seconds=None, coming_seconds=None)


def serve(floor: Floor) -> None:
    floor.ticket()
    floor.next(1, ALI)
    floor.clock.passes(seconds=20)
    floor.act(ALI, lambda tx: calling.start(tx, 1))
    floor.clock.passes(minutes=3)
    floor.act(ALI, lambda tx: visits.finish(tx, 1, wire.Finish()))

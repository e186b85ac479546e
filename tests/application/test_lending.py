"""Numbers lent to kiosks never meet the server's own, and go to one start of one machine."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from queue_server import wire
from queue_server.application import lending
from queue_server.application.timekeeping import keep_time
from queue_server.domain.errors import Unavailable, Unknown
from queue_server.domain.leases import BLOCK
from queue_server.domain.outpost_errors import NoNumbersLeft
from queue_server.store.opening import OPERATOR
from tests.offices import KIOSK, SUPERVISOR, Floor

OTHER = replace(KIOSK, id="kiosk-2", name="kiosk-2")


def lent(floor: Floor, *series: str, boot: str = "boot-one", who: object = KIOSK) -> wire.Leases:
    wanted = wire.NewLeases(boot, list(series))
    return floor.act(who, lambda tx: lending.lend_numbers(tx, wanted))  # type: ignore[arg-type]


def set_series(floor: Floor, last: int, lent_from: int = 1000) -> None:
    """So many numbers of today's C are given already."""
    lent(floor, "C")
    values = {"last": last, "lent": lent_from}
    floor.act(OPERATOR, lambda tx: tx.connection.execute(text("DELETE FROM lease")))
    count = text("UPDATE series SET last = :last, lent_from = :lent")
    floor.act(OPERATOR, lambda tx: tx.connection.execute(count, values))


def test_each_lease_takes_the_next_numbers_down_from_the_end_of_the_series(floor: Floor) -> None:
    [first] = lent(floor, "C").leases
    [second, of_residency] = lent(floor, "C", "R", who=OTHER).leases
    assert (first.first, first.last) == (900, 999)
    assert (second.first, second.last) == (800, 899)
    assert (of_residency.series, of_residency.first) == ("R", 900)
    assert floor.ticket().number == "C001"


def test_the_servers_own_numbers_pass_over_those_lent(floor: Floor) -> None:
    set_series(floor, last=498, lent_from=500)
    numbers = [floor.act(OPERATOR, lambda tx: tx.tickets.next_number(tx.day, "C")) for _ in range(3)]
    assert numbers == [499, 1000, 1001]


def test_no_more_than_half_of_what_is_left_is_lent_and_at_last_nothing(floor: Floor) -> None:
    set_series(floor, last=990)
    assert [(lease.first, lease.last) for lease in lent(floor, "C").leases] == [(996, 999)]
    set_series(floor, last=998)
    with pytest.raises(NoNumbersLeft):
        lent(floor, "C")


def test_the_database_itself_keeps_lent_numbers_and_own_ones_apart(floor: Floor) -> None:
    lent(floor, "C")
    with pytest.raises(Unavailable):
        floor.act(OPERATOR, lambda tx: tx.connection.execute(text("UPDATE series SET last = 950")))


def test_a_series_nobody_has_is_lent_nothing(floor: Floor) -> None:
    with pytest.raises(Unknown):
        lent(floor, "C", "Z")
    assert floor.journal() == [entry for entry in floor.journal() if entry[0] == "OfficeOpened"]


def test_a_start_that_another_followed_is_lent_nothing_and_staff_see_it(floor: Floor) -> None:
    lent(floor, "C", boot="the-first-start")
    lent(floor, "C", boot="the-second-start")
    for _ in range(2):
        answer = lent(floor, "C", boot="the-first-start")
        assert (answer.superseded, answer.leases) == (True, [])
    assert [data for kind, data in floor.journal() if kind == "SecondHolderSeen"] == [{"device": "kiosk-1"}]
    [kiosk] = floor.read(lending.outposts).kiosks
    assert (kiosk.device, kiosk.contested) == ("kiosk-1", True)


def test_a_machine_that_started_anew_is_no_reason_for_alarm(floor: Floor) -> None:
    for boot in ("the-first-start", "the-second-start", "the-second-start"):
        assert not lent(floor, "C", boot=boot).superseded
    [kiosk] = floor.read(lending.outposts, SUPERVISOR).kiosks
    assert not kiosk.contested
    assert len(kiosk.leases) == 3


def test_what_a_day_did_not_use_is_an_explained_gap(floor: Floor) -> None:
    [lease] = lent(floor, "C").leases
    floor.act(OPERATOR, keep_time)
    assert "NumbersUnused" not in [kind for kind, _ in floor.journal()]
    floor.clock.passes(days=1)
    floor.act(OPERATOR, keep_time)
    floor.act(OPERATOR, keep_time)
    [unused] = [data for kind, data in floor.journal() if kind == "NumbersUnused"]
    assert (unused["lease"], unused["day"]) == (lease.id, "2026-11-24")
    assert unused["numbers"] == list(range(1000 - BLOCK, 1000))

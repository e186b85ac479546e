"""Numbers that were lent: kept before they are used, and by the machine they were lent to only."""

from datetime import timedelta

import pytest

from queue_server import wire
from queue_server.client.backlog import Backlog
from queue_server.client.lent import Lent
from tests.client.fake_disk import FakeDisk
from tests.client.standing import AT, BOOT, DAY, Ticks, lease


def lent(disk: FakeDisk, ticks: Ticks, boot: str = BOOT) -> Lent:
    return Lent(disk, boot, Backlog(disk), ticks.now, ticks)


def test_a_lease_outlives_the_program_and_its_numbers_are_given_in_turn() -> None:
    disk, ticks = FakeDisk(), Ticks()
    lent(disk, ticks).take(wire.Leases([lease(first=998)], AT))
    again = lent(disk, ticks)
    assert again.left("C", DAY) == 2
    assert again.next("C", DAY) == (lease(first=998), 998)
    assert again.next("R", DAY) is None
    assert again.next("C", DAY + timedelta(days=1)) is None


def test_a_copied_disk_gives_none_of_the_numbers_lent_to_the_first_machine() -> None:
    disk, ticks = FakeDisk(), Ticks()
    lent(disk, ticks).take(wire.Leases([lease()], AT))
    copy = lent(disk.copy(), ticks, boot="the-copys-start")
    assert copy.next("C", DAY) is None
    assert lent(disk, ticks).next("C", DAY) is not None


def test_a_lease_that_cannot_be_kept_is_not_used() -> None:
    disk, ticks = FakeDisk(), Ticks()
    disk.full = True
    made = lent(disk, ticks)
    with pytest.raises(OSError, match="no space"):
        made.take(wire.Leases([lease()], AT))
    assert made.next("C", DAY) is None


def test_numbers_of_a_machine_whose_place_was_taken_are_given_no_more() -> None:
    disk, ticks = FakeDisk(), Ticks()
    made = lent(disk, ticks)
    made.take(wire.Leases([lease()], AT))
    made.drop()
    assert made.next("C", DAY) is lent(disk, ticks).next("C", DAY) is None


def test_a_damaged_lease_is_no_lease() -> None:
    disk = FakeDisk()
    disk.files["lent"] = b'{"leases": [{"id'
    assert lent(disk, Ticks()).left("C", DAY) == 0


def test_the_servers_time_is_known_however_wrong_the_machines_clock_is_and_whoever_sets_it() -> None:
    disk, ticks = FakeDisk(), Ticks(AT - timedelta(hours=7))
    made = lent(disk, ticks)
    made.take(wire.Leases([lease()], AT))
    ticks.passes(60)
    ticks.wall += timedelta(days=1)
    assert made.now() == AT + timedelta(seconds=60)
    ticks.wall -= timedelta(days=1)
    assert lent(disk, ticks).now() == AT + timedelta(seconds=60)

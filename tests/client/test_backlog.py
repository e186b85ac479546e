"""What a kiosk has told itself it has: nothing acknowledged is lost, whatever the power does."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queue_server import wire
from queue_server.client.backlog import ASIDE, DAMAGED, JOURNAL, Backlog
from tests.client.fake_disk import FakeDisk
from tests.client.standing import AT, BOOT


def visit(n: int, *, numbered: bool = True) -> wire.HandOver:
    number = wire.GivenNumber("lease-1", 900 + n, AT, f"{n:032d}") if numbered else None
    return wire.HandOver(
        f"{n:024x}", BOOT, "renew", "en", "employer", "v1", AT, {"worker-abroad": "no"}, [], "BCDFGHJK", given=number
    )


def waiting(disk: FakeDisk) -> list[wire.HandOver]:
    return [kept.visit for kept in Backlog(disk).waiting]


def test_visits_wait_in_their_order_across_starts() -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    for n in range(3):
        backlog.keep(visit(n))
    again = Backlog(disk)
    again.over(again.waiting[0])
    assert waiting(disk) == [visit(1), visit(2)]


def test_the_same_said_twice_is_kept_once() -> None:
    backlog = Backlog(FakeDisk())
    assert backlog.keep(visit(1)) == backlog.keep(visit(1))
    assert len(backlog.waiting) == 1


def test_when_all_is_handed_over_nothing_of_it_is_left_but_which_numbers_are_used() -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    for n in range(3):
        backlog.keep(visit(n))
    for kept in backlog.waiting:
        backlog.over(kept)
    assert set(disk.files) == {JOURNAL}
    assert b"employer" not in disk.files[JOURNAL]
    assert Backlog(disk).used("lease-1") == 902


def test_power_cut_at_any_byte_loses_only_what_was_never_acknowledged() -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    ends = []
    for n in range(3):
        backlog.keep(visit(n))
        ends.append(len(disk.files[JOURNAL]))
    whole = disk.files[JOURNAL]
    for cut in range(len(whole) + 1):
        torn = FakeDisk()
        torn.files[JOURNAL] = whole[:cut]
        assert waiting(torn) == [visit(n) for n in range(sum(end <= cut for end in ends))]
        more = Backlog(torn)
        more.keep(visit(9))
        assert waiting(torn)[-1] == visit(9)
        assert DAMAGED not in torn.files


def test_what_is_kept_after_a_write_that_failed_halfway_is_not_behind_half_a_line() -> None:
    for seed in range(5):
        disk = FakeDisk(Random(seed))
        backlog = Backlog(disk)
        backlog.keep(visit(1))
        disk.full = True
        with pytest.raises(OSError, match="no space"):
            backlog.keep(visit(2))
        disk.full = False
        backlog.keep(visit(3))
        assert waiting(disk) == [visit(1), visit(3)]


def test_a_line_damaged_in_the_middle_is_put_beside_and_the_others_are_read() -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    for n in range(3):
        backlog.keep(visit(n))
    lines = disk.files[JOURNAL].splitlines(keepends=True)
    disk.files[JOURNAL] = lines[0] + lines[1].replace(b"employer", b"emplayer") + lines[2]
    assert waiting(disk) == [visit(0), visit(2)]
    assert b"emplayer" in disk.files[DAMAGED]
    assert b"emplayer" not in disk.files[JOURNAL]


def test_what_the_server_cannot_read_is_kept_for_a_person_and_stands_in_nobodys_way() -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    for n in range(2):
        backlog.keep(visit(n))
    backlog.put_aside(backlog.waiting[0], "malformed")
    assert waiting(disk) == [visit(1)]
    assert msgspec.json.decode(disk.files[ASIDE])["code"] == "malformed"


@settings(max_examples=60)
@given(steps=st.lists(st.sampled_from(["keep", "list", "over", "start", "full"]), max_size=30))
def test_whatever_happens_what_was_kept_waits_until_it_is_over(steps: list[str]) -> None:
    disk = FakeDisk()
    backlog = Backlog(disk)
    owed: list[wire.HandOver] = []
    used = 899
    for n, step in enumerate(steps):
        if step == "start":
            disk.full = False
            backlog = Backlog(disk)
        elif step == "full":
            disk.full = not disk.full
        elif step == "over" and owed and not disk.full:
            backlog.over(backlog.waiting[0])
            owed.pop(0)
        elif step in {"keep", "list"}:
            made = visit(n, numbered=step == "keep")
            try:
                backlog.keep(made)
            except OSError:
                continue  # Nobody was told; some of the line may be there.
            owed.append(made)
            used = 900 + n if step == "keep" else used
    disk.full = False
    again = Backlog(disk)
    assert [kept.visit for kept in again.waiting] == owed
    assert again.used("lease-1") >= used or used == 899

"""A kiosk by itself: numbers given once, kept before they are told, never from a copied disk."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.backlog import JOURNAL, Backlog
from queue_server.client.disk import Folder
from queue_server.client.errands import Errands
from queue_server.client.errors import NoNumberHere, Unreachable
from queue_server.client.outpost import Outpost
from tests.client.disks import MemoryDisk
from tests.offices import GOOD_PAPERS
from tests.servers import Served


def now() -> datetime:
    return datetime.now(UTC)


def stocked(served: Served, disk: MemoryDisk, boot: str = "first-start") -> tuple[Outpost, Errands]:
    """A kiosk that has looked at the server once."""
    outpost = Outpost(disk, boot, now)
    errands = Errands(served.line("kiosk"), outpost)
    assert errands.look()
    return outpost, errands


def numbered(outpost: Outpost) -> str:
    """The number of somebody whose papers are complete."""
    outpost.forget()
    outpost.open_check(wire.NewCheck("renew", "en", wire.Caller("employer")))
    check = outpost.change_check(wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS))
    assert check.outcome == "ready"
    return outpost.issue("none").number


def test_a_number_given_alone_is_handed_over_once_and_called(served: Served) -> None:
    outpost, kiosk = Outpost(MemoryDisk(), "first-start", now), served.line("kiosk")
    errands = Errands(kiosk, outpost)
    assert errands.look()
    given = numbered(outpost)
    assert outpost.issue("none").number == given, "asked again, it is the same"
    [kept] = outpost.backlog.waiting
    assert kiosk.take_over(kept.visit, kept.key) == kiosk.take_over(kept.visit, kept.key)
    assert errands.look()
    assert outpost.backlog.waiting == []
    assert served.line("supervisor").find_ticket(given).number == given


def test_a_machine_started_again_gives_no_number_of_its_former_start(served: Served) -> None:
    disk = MemoryDisk()
    outpost, _errands = stocked(served, disk)
    numbered(outpost)
    again = Outpost(disk, "second-start", now)
    with pytest.raises(NoNumberHere):
        numbered(again)
    assert len(again.backlog.waiting) == 1, "what was given is handed over all the same"


def test_a_cloned_disk_gives_no_number_and_one_program_alone_holds_a_disk(served: Served, tmp_path: Path) -> None:
    disk = MemoryDisk()
    outpost, _errands = stocked(served, disk)
    clone = Outpost(disk.copied(), "the-clone's-start", now)
    with pytest.raises(NoNumberHere):
        numbered(clone)
    assert numbered(outpost)
    held = Folder(tmp_path / "alone")
    with pytest.raises(BlockingIOError):
        Folder(tmp_path / "alone")
    held.close()


def test_a_full_disk_gives_no_number(served: Served) -> None:
    disk = MemoryDisk()
    outpost, _errands = stocked(served, disk)
    disk.full = True
    with pytest.raises(NoNumberHere):
        numbered(outpost)
    disk.full = False
    assert numbered(outpost)
    assert len(outpost.backlog.waiting) == 1


def test_a_torn_end_is_passed_over_and_a_damaged_line_is_put_beside(served: Served) -> None:
    disk = MemoryDisk()
    outpost, _errands = stocked(served, disk)
    numbers = [numbered(outpost) for _ in range(3)]
    assert len(set(numbers)) == 3
    first, second, third = disk.files[JOURNAL].splitlines(keepends=True)
    assert len(Backlog(MemoryDisk({JOURNAL: first + second + third[:-9]})).waiting) == 2
    damaged = MemoryDisk({JOURNAL: first + b"x" + second + third})
    assert len(Backlog(damaged).waiting) == 2
    assert damaged.files["damaged"] == b"x" + second


def test_a_server_away_is_noticed() -> None:
    heard: list[bool] = []
    nowhere = Api("http://127.0.0.1:9", "t", patience=0, timeout=1)
    assert not Errands(nowhere, Outpost(MemoryDisk(), "b", now), heard.append).look()
    assert heard == [False]
    with pytest.raises(Unreachable):
        nowhere.health()
    nowhere.close()

"""What the kiosk tells systemd, over a real socket."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.host import Host
from tests.kiosk.ear import Ear


@pytest.fixture(params=["file", "abstract"])
def ear(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ear]:
    ear = Ear(str(tmp_path / "notify") if request.param == "file" else f"@dawr-{uuid4().hex}")
    yield ear
    ear.close()


def test_what_is_told_is_heard_in_one_piece(ear: Ear) -> None:
    host = Host({"NOTIFY_SOCKET": ear.address})
    host.tell("READY=1", "STATUS=free")
    assert ear.hear() == "READY=1\nSTATUS=free"
    host.close()


def test_without_a_host_nothing_is_told_and_nothing_beats() -> None:
    host = Host({"WATCHDOG_USEC": "3000000"})
    host.tell("READY=1")
    assert host.beat_milliseconds == 0
    host.close()


def test_a_host_that_went_away_or_does_not_listen_holds_nobody_up(tmp_path: Path) -> None:
    host = Host({"NOTIFY_SOCKET": str(tmp_path / "gone")})
    host.tell("WATCHDOG=1")
    deaf = Ear(str(tmp_path / "deaf"))
    full = Host({"NOTIFY_SOCKET": deaf.address})
    for _ in range(2000):
        full.tell("WATCHDOG=1")
    for each in (host, full, deaf):
        each.close()


@pytest.mark.parametrize(
    ("said", "milliseconds"),
    [
        ({"WATCHDOG_USEC": "9000000"}, 3000),
        ({"WATCHDOG_USEC": "9000000", "WATCHDOG_PID": str(os.getpid())}, 3000),
        ({"WATCHDOG_USEC": "9000000", "WATCHDOG_PID": "1"}, 0),
        ({"WATCHDOG_USEC": "soon"}, 0),
        ({}, 0),
    ],
)
def test_the_kiosk_beats_as_often_as_its_host_wants(said: dict[str, str], milliseconds: int) -> None:
    host = Host({"NOTIFY_SOCKET": "/run/notify", **said})
    assert host.beat_milliseconds == milliseconds
    host.close()

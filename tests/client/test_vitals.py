"""What a station's machine has left."""

from pathlib import Path

import pytest

from queue_server.client.vitals import Vitals, measure


def test_this_machine_has_something_left() -> None:
    assert min(measure(Path("/"))) > 0


def test_the_figures_are_megabytes(tmp_path: Path) -> None:
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "status").write_text("Name:\tkiosk\nVmRSS:\t  204800 kB\n")
    (tmp_path / "meminfo").write_text("MemTotal: 4096000 kB\nMemAvailable: 1048576 kB\n")
    told = measure(tmp_path, tmp_path)
    assert told == Vitals(told.disk_free, 200, 1024)


def test_a_machine_that_does_not_tell_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="status"):
        measure(tmp_path, tmp_path)

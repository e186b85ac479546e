"""A kiosk's own folder."""

from pathlib import Path

import pytest

from queue_server.client.disk import Folder, boot_name


def test_what_is_written_is_there_for_whoever_comes_next(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "own")
    folder.append("journal", b"a")
    folder.append("journal", b"b")
    folder.replace("lent", b"old")
    folder.replace("lent", b"new")
    folder.close()
    again = Folder(tmp_path / "own")
    assert (again.read("journal"), again.read("lent"), again.read("nothing")) == (b"ab", b"new", b"")
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0
    again.close()


def test_two_programs_do_not_hold_one_folder(tmp_path: Path) -> None:
    first = Folder(tmp_path)
    with pytest.raises(BlockingIOError):
        Folder(tmp_path)
    first.close()


def test_a_start_of_the_machine_has_a_name_that_stays() -> None:
    assert boot_name() == boot_name()
    assert len(boot_name()) >= 8

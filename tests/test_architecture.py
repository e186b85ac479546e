"""What holds the whole together, checked by machine: who may import whom, and what a clone may contain."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
FRAME = re.compile(
    r"kiosk|desk|queue_server|assets|tests|docs|run|pyproject\.toml|README\.md|CHANGELOG\.md|LICENSE|[^/]*\.lock|\..*"
)


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def test_every_import_points_inward(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    broken = lint_imports(no_cache=True)
    assert not broken, capsys.readouterr().out


def test_the_top_folder_holds_only_what_the_frame_names() -> None:
    names = {name.split("/")[0] for name in tracked()}
    assert {name for name in names if not FRAME.fullmatch(name)} == set()


def test_no_file_has_grown_past_reading() -> None:
    long = {
        name: lines
        for name in tracked()
        if name.endswith((".py", ".qml", ".js", ".html", ".css"))
        for lines in [len((ROOT / name).read_text("utf-8").splitlines())]
        if lines > 400 and name != "queue_server/wire.py"  # the whole protocol on one page
    }
    assert long == {}


def test_no_font_file_is_kept_in_the_repository() -> None:
    assert [name for name in tracked() if name.endswith((".ttf", ".otf", ".woff", ".woff2"))] == []

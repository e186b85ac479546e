"""The units of docs/kiosk, judged by systemd itself and against what the kiosk is built for."""

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.lockdown import LEFT
from kiosk.settings import Settings
from tests.kiosk.hall import UNIT
from tests.kiosk.hall import Settings as Unit

FOLDER = UNIT.parent
UNITS = sorted(FOLDER.glob("*.service"))
HOSTS_OWN = ("/usr/bin/weston", "/usr/bin/Xorg")
EXPOSED = re.compile(r"Overall exposure level for dawr-kiosk.service: (\d+\.\d)")

with_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="no systemd-analyze here: Debian's package systemd has it"
)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The units as on a kiosk's host: each program they start is there."""
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/dawr/.venv/bin/python", sys.executable)
        for program in HOSTS_OWN:
            text = text.replace(program, "/bin/true")
        (tmp_path / unit.name).write_text(text, "utf-8")
    return tmp_path


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


@with_systemd
def test_systemd_understands_every_line_of_the_units(installed: Path) -> None:
    judged = analyze("verify", "--man=no", *(str(installed / unit.name) for unit in UNITS))
    ours = [line for line in judged.stderr.splitlines() if "dawr-" in line]
    assert (judged.returncode, ours) == (0, [])


@with_systemd
def test_the_kiosks_unit_is_as_little_exposed_as_the_docs_say(installed: Path) -> None:
    judged = analyze("security", "--offline=true", "--no-pager", str(installed / UNIT.name))
    found = EXPOSED.search(judged.stdout)
    assert found, judged.stdout + judged.stderr
    told = re.search(r"exposure (\d\.\d)", (FOLDER.parent / "kiosk.md").read_text("utf-8"))
    assert told
    assert float(found[1]) <= float(told[1])


def test_the_unit_starts_again_at_once_and_for_ever_but_after_staff_left() -> None:
    unit = Unit(UNIT)
    assert unit["Restart"] == ["always"]
    assert unit.seconds("RestartSec") <= 0.5
    assert "StartLimitIntervalSec=0" in UNIT.read_text("utf-8")
    assert unit["RestartPreventExitStatus"] == [str(LEFT)]
    assert unit["SuccessExitStatus"] == [str(LEFT)]


def test_the_settings_handed_over_are_settings_of_the_kiosk() -> None:
    told = tomllib.loads((FOLDER / "kiosk.toml").read_text("utf-8"))
    assert set(told) <= {field.name for field in fields(Settings)}


def test_the_docs_name_every_file_of_the_host() -> None:
    told = (FOLDER.parent / "kiosk.md").read_text("utf-8")
    assert [file.name for file in FOLDER.iterdir() if f"docs/kiosk/{file.name}" not in told] == []

"""The acceptance test of the whole: what `./run demo --headless` promises."""

import json
import re
import subprocess
import sys
from pathlib import Path

FAILING = """
import sys
from pathlib import Path
from tests.demo.played import play
from tests.demo.visitor import Visitor

def day(stage):
    visitor = Visitor(stage, "en")
    with visitor.step("a page that never comes"):
        assert visitor.check is None

sys.exit(play(Path(sys.argv[1]), day))
"""


def demo(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, timeout=110, check=False)


def test_the_whole_day_is_played_told_and_kept(tmp_path: Path) -> None:
    played = demo("-m", "tests.demo", "--headless", "--out", str(tmp_path))
    assert (played.returncode, played.stderr) == (0, ""), played.stdout + played.stderr
    steps = re.findall(r"^✓ +[\d.]+ s  (\d\d) ", played.stdout, re.MULTILINE)
    assert steps == [f"{n:02}" for n in range(1, len(steps) + 1)]
    assert len(steps) > 70
    pictures = [file.name for file in sorted(tmp_path.glob("*.png"))]
    for shown in (
        "kiosk-in-arabic-missing",
        "kiosk-in-english-number",
        "desk-in-arabic-called",
        "desk-in-english-called",
    ):
        assert any(shown in picture for picture in pictures), f"{shown} is not among {pictures}"
    slips = sorted(file.name for file in (tmp_path / "slips").iterdir())
    assert slips == [f"{n:03}.{kind}" for n in range(1, 6) for kind in ("bin", "png")]
    kinds = [json.loads(line)["kind"] for line in (tmp_path / "journal.jsonl").read_text("utf-8").splitlines()]
    assert {"CheckResumed", "CheckReferred", "TicketIssued", "TicketRecalled", "TicketFinished"} <= set(kinds)


def test_a_step_that_fails_is_named_and_photographed_and_ends_the_demo(tmp_path: Path) -> None:
    played = demo("-c", FAILING, str(tmp_path))
    assert played.returncode == 1, played.stdout + played.stderr
    assert "A step failed: kiosk in English: a page that never comes: there is no check" in played.stdout
    assert [file.name for file in tmp_path.glob("*-failed.png")] == [
        "03-kiosk-in-english-a-page-that-never-comes-failed.png"
    ]

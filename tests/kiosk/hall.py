"""A kiosk's program in a process of its own, as systemd would run it by docs/kiosk/dawr-kiosk.service."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.kiosk.ear import Ear

ROOT = Path(__file__).parent.parent.parent
UNIT = ROOT / "docs" / "kiosk" / "dawr-kiosk.service"
PANEL = Path(__file__).with_name("panel.json")
PATIENCE_SECONDS = 30.0


class Settings(dict[str, list[str]]):
    """The lines of a unit's `[Service]`; a setting may be there more than once."""

    def __init__(self, unit: Path) -> None:
        super().__init__()
        section = ""
        for line in unit.read_text("utf-8").splitlines():
            if line.startswith("["):
                section = line
            elif section == "[Service]" and "=" in line and not line.startswith("#"):
                name, _, value = line.partition("=")
                self.setdefault(name, []).append(value)

    def seconds(self, name: str) -> float:
        """A time, as `500ms` or `10s`."""
        (value,) = self[name]
        return float(value[:-2]) / 1000 if value.endswith("ms") else float(value.removesuffix("s"))

    @property
    def environment(self) -> dict[str, str]:
        """What the unit puts into the program's environment, as far as it is not about the host."""
        words = [word for line in self.get("Environment", []) for word in shlex.split(line)]
        return dict(word.split("=", 1) for word in words if word.startswith(("PYTHON", "GLIBC", "QT_QUICK", "QV4")))


class Hall:
    """Runs the kiosk with the unit's restart and environment; `do` says to the hand before it what to do."""

    def __init__(self, folder: Path, *options: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.unit = folder, Settings(UNIT)
        self.ear = Ear(str(folder / "notify"))
        self.log = folder / "log"
        self.data, self.temporary = folder / "data", folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self._command = [sys.executable, "-m", "tests.kiosk.driven", *options, "--data", str(self.data)]
        self._command += ["--size", "540x960", "--inches", "13.5"]
        self.process = self._started()

    def wait_until(self, status: str) -> list[str]:
        """Listen until the kiosk tells of that status; what it told."""
        told: list[str] = []
        while f"STATUS={status}" not in told:
            heard = self.ear.hear(PATIENCE_SECONDS)
            assert heard is not None, f"{told}, then nothing: {self.log.read_text()}"
            told += heard.splitlines()
        return told

    def do(self, act: str, *words: str) -> str:
        """Have something done at the kiosk, and wait until it is."""
        process = self.process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(" ".join((act, *words)) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer.startswith("did"), f"{act} {words}: {answer}{self.log.read_text()}"
        return answer.removeprefix("did").strip()

    def fall(self) -> None:
        """Kill it, as an error in a library would, and start it again as the unit says."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        self._let_go()
        assert self.unit["Restart"] == ["always"]
        time.sleep(self.unit.seconds("RestartSec"))
        self.process = self._started()

    def end(self) -> None:
        """Kill it for good."""
        self.process.kill()
        self.process.wait(10)
        self._let_go()
        self.ear.close()

    def _let_go(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def _started(self) -> subprocess.Popen[str]:
        patience = self.unit.seconds("WatchdogSec")
        environment = {
            **os.environ,
            **self.unit.environment,
            "NOTIFY_SOCKET": self.ear.address,
            "WATCHDOG_USEC": str(round(patience * 1_000_000)),
            "QT_QPA_PLATFORM": f"offscreen:configfile={PANEL}",
            "TMPDIR": str(self.temporary),
            "PYTHONPATH": str(ROOT),
        }
        with self.log.open("ab") as log:
            return subprocess.Popen(
                self._command,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT,
            )

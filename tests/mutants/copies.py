"""Copies of the project to plant faults in: the working tree is read once and never written."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2, copytree, ignore_patterns
from tempfile import TemporaryFile

from tests.mutants.mutant import Mutant

ROOT = Path(__file__).parents[2]
_FOLDERS = ("assets", "desk", "kiosk", "queue_server", "tests")
_FILES = ("pyproject.toml", "run")
_TEST_ENDS = 60
"""Seconds after which a test is taken not to come to an end."""
_PYTEST_ENDS = 600
"""Seconds after which pytest itself is taken not to."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of some tests: pytest's exit code, None when it did not end, and what it said."""

    code: int | None
    said: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Copy:
    """The project in a folder of its own, where its tests run and import nothing but it."""

    folder: Path

    def again(self, folder: Path) -> "Copy":
        """Another copy, with whatever Python has compiled here."""
        copytree(self.folder, folder)
        return Copy(folder)

    @contextmanager
    def planted(self, mutant: Mutant) -> Iterator[None]:
        """The fault is in this copy meanwhile. Raises `Rotted`."""
        file = self.folder / mutant.file
        was, at = file.read_bytes(), file.stat()
        file.write_text(mutant.planted(was.decode()), "utf-8")
        try:
            yield
        finally:
            file.write_bytes(was)
            # As old as before: what Python compiled of it holds again.
            os.utime(file, ns=(at.st_atime_ns, at.st_mtime_ns))

    def run(self, tests: Sequence[str], *, compiles: bool = False) -> Run:
        """The tests up to the first that fails; with `compiles` Python keeps what it compiled for the next run."""
        command = [sys.executable, "-P", "-m", "pytest", "-x", "-q", "-rfE", "-p", "no:cacheprovider"]
        began = time.monotonic()
        with TemporaryFile() as said:
            process = subprocess.Popen(
                [*command, f"--timeout={_TEST_ENDS}", *tests],
                cwd=self.folder,
                env=self._environment(compiles),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            code = _end(process)
            said.seek(0)
            return Run(code, said.read().decode(errors="replace"), time.monotonic() - began)

    def _environment(self, compiles: bool) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        return {**ours, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "" if compiles else "1"}


def copy_of_the_tree(folder: Path) -> Copy:
    """The working tree as it stands, without what Python compiled of it and without its history."""
    for name in _FOLDERS:
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__", ".*"))
    for name in _FILES:
        copy2(ROOT / name, folder / name)
    return Copy(folder)


def _end(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(_PYTEST_ENDS)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)  # It may still put away what its fixtures started.
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return None

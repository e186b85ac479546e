"""What a station's machine has left: disk and memory, read from where Linux tells it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

_MEGABYTE = 1024 * 1024
_PROC = Path("/proc")


class Vitals(NamedTuple):
    """Megabytes: free on the disk, used by this program, and free on the machine."""

    disk_free: int
    memory: int
    memory_free: int


Measure = Callable[[], Vitals]


def measure(folder: Path, proc: Path = _PROC) -> Vitals:
    """How the machine stands now; `folder` is where the station keeps its records. Raises `OSError`."""
    return Vitals(
        shutil.disk_usage(folder).free // _MEGABYTE,
        _kilobytes(proc / "self" / "status", "VmRSS") // 1024,
        _kilobytes(proc / "meminfo", "MemAvailable") // 1024,
    )


def _kilobytes(file: Path, name: str) -> int:
    for line in file.read_text("ascii", "replace").splitlines():
        known, _, figure = line.partition(":")
        if known == name:
            return int(figure.split()[0])
    raise OSError(f"{file} does not tell {name}")

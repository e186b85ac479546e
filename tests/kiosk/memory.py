"""Searching a running program's memory, as somebody would who got hold of it."""

import re
from collections.abc import Iterator
from pathlib import Path

_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)")


def remembers(pid: int, signs: list[str]) -> set[str]:
    """Which of the signs stand anywhere in what the program may write to, in one, two or four bytes a letter."""
    spelt = {sign: [sign.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-32-le")] for sign in signs}
    found: set[str] = set()
    for piece in _writable(pid):
        found |= {sign for sign, spellings in spelt.items() if any(spelling in piece for spelling in spellings)}
    return found


def _writable(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end, rights, _name in _MAP.findall(Path(f"/proc/{pid}/maps").read_text("utf-8")):
            if "rw" in rights:
                memory.seek(int(start, 16))
                try:
                    yield memory.read(int(end, 16) - int(start, 16))
                except OSError:
                    continue  # Let go in between, or a device's.


def holds(folder: Path, signs: list[str]) -> dict[str, set[str]]:
    """Which files below a folder hold which of the signs, by their names or inside."""
    held: dict[str, set[str]] = {}
    for file in folder.rglob("*"):
        content = str(file).encode() + (file.read_bytes() if file.is_file() else b"")
        if found := {sign for sign in signs if sign.encode() in content or sign.encode("utf-16-le") in content}:
            held[str(file)] = found
    return held

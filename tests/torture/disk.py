"""A disk that forgets: what was written since a file's last sync is only in memory when the power goes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal

from tests.torture.sqlite_vfs import OK

SECTOR = 512
IO_ERROR, DISK_FULL, WRITE_FAILED, SYNC_FAILED = 10, 13, 778, 1034  # SQLite's result codes
Operation = Literal["write", "truncate", "sync"]


@dataclass(slots=True)
class _Platter:
    """One file: what is safe, and what is not yet, in order: data at a place, or a new size."""

    safe: bytearray
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)

    def settle(self) -> None:
        """All that is pending is safe now."""
        for change in self.pending:
            _apply(self.safe, change)
        self.pending.clear()

    def lose_some(self, chance: Random) -> None:
        """The sync failed: some reached the platter, the rest never will, though reading still shows it."""
        for change in self.pending:
            if chance.random() < 0.5:
                _apply(self.safe, change)
        self.pending.clear()

    def after_a_cut(self, chance: Random) -> bytes:
        """What is found when the power is back: of each pending write all, nothing, or some of its sectors."""
        found = bytearray(self.safe)
        for change in self.pending:
            fate = chance.random()
            if fate < 0.5:
                _apply(found, change)
            elif fate < 0.75 and not isinstance(change, int):
                _apply_torn(found, change, chance)
        return bytes(found)


class Disk:
    """The files in `folder`. `before` is asked before each operation; what it answers but `OK` makes that one fail.

    Used from whichever thread SQLite writes on, one operation at a time.
    """

    def __init__(self, folder: Path, chance: Random, before: Callable[["Disk", Operation], int]) -> None:
        self.folder = folder
        self.operations = 0
        self._chance, self._before = chance, before
        self._platters = {
            file.name: _Platter(bytearray(file.read_bytes())) for file in folder.iterdir() if file.is_file()
        }

    def image(self) -> dict[str, bytes]:
        """The files as they would be found if the power went now."""
        return {name: platter.after_a_cut(self._chance) for name, platter in self._platters.items()}

    def watches(self, path: Path) -> bool:
        """Whether a file is on this disk."""
        return path.parent == self.folder

    def write(self, path: Path, at: int, data: bytes) -> int:
        """Data for a place in a file."""
        platter = self._platter(path)
        if refused := self._asked("write"):
            return refused
        platter.pending.append((at, data))
        return OK

    def truncate(self, path: Path, size: int) -> int:
        """A new size; 0 also when the file is removed."""
        platter = self._platter(path)
        if refused := self._asked("truncate"):
            return refused
        platter.pending.append(size)
        return OK

    def sync(self, path: Path) -> int:
        """Make a file's writes safe; when that fails some of them are lost for good, as on Linux."""
        platter = self._platter(path)
        if refused := self._asked("sync"):
            platter.lose_some(self._chance)
            return refused
        platter.settle()
        return OK

    def _asked(self, operation: Operation) -> int:
        self.operations += 1
        return self._before(self, operation)

    def _platter(self, path: Path) -> _Platter:
        return self._platters.setdefault(path.name, _Platter(bytearray()))


def _apply(content: bytearray, change: tuple[int, bytes] | int) -> None:
    if isinstance(change, int):
        del content[change:]
        return
    at, data = change
    content.extend(bytes(max(0, at + len(data) - len(content))))
    content[at : at + len(data)] = data


def _apply_torn(content: bytearray, change: tuple[int, bytes], chance: Random) -> None:
    at, data = change
    for start in range(0, len(data), SECTOR):
        if chance.random() < 0.5:
            _apply(content, (at + start, data[start : start + SECTOR]))

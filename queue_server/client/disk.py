"""Where a station keeps what must outlive a power cut: a few small files, each written so that it is whole or not."""

import fcntl
import os
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """Named files. What a method has returned from is durable; each raises `OSError` when it cannot be done."""

    def read(self, name: str) -> bytes:
        """All of a file; nothing when there is none."""

    def append(self, name: str, more: bytes) -> None:
        """Add to the end of a file; a power cut may leave a part of what was being added."""

    def replace(self, name: str, whole: bytes) -> None:
        """Put this in the place of a file: a power cut leaves the old one or the new one."""


class Memory:
    """Files that last as long as the program."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def close(self) -> None:
        """Forget them all."""
        self._files.clear()

    def read(self, name: str) -> bytes:
        """All of a file; nothing when there is none."""
        return self._files.get(name, b"")

    def append(self, name: str, more: bytes) -> None:
        """Add to the end of a file."""
        self._files[name] = self.read(name) + more

    def replace(self, name: str, whole: bytes) -> None:
        """Put this in the place of a file."""
        self._files[name] = whole


class Folder:
    """A folder of this machine's, held by one program at a time.

    Raises `BlockingIOError` when another program holds it, `OSError` when it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = (folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise

    def close(self) -> None:
        """Let another program have it."""
        self._lock.close()

    def read(self, name: str) -> bytes:
        """All of a file; nothing when there is none."""
        file = self._folder / name
        return file.read_bytes() if file.exists() else b""

    def append(self, name: str, more: bytes) -> None:
        """Add to the end of a file, and wait until it is on the disk."""
        file = self._folder / name
        fresh = not file.exists()
        _written(file, os.O_APPEND, more)
        if fresh:
            self._sync()

    def replace(self, name: str, whole: bytes) -> None:
        """Put this in the place of a file, and wait until it is on the disk."""
        beside = self._folder / f"{name}.new"
        _written(beside, os.O_TRUNC, whole)
        beside.replace(self._folder / name)
        self._sync()

    def _sync(self) -> None:
        """A file's name is durable only when its folder is."""
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _written(file: Path, how: int, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | how, 0o600)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def boot_name() -> str:
    """This start of the machine: the kernel's own name for it, which no copy of the disk has."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()

"""SQLite's files in our hands: the very library the product uses, its Unix file system wrapped where it writes.

The file system registered here is a copy of SQLite's own in which a watched file's `xWrite`, `xTruncate` and `xSync`
ask a `Disk` first. Everything else, locks and shared memory included, stays SQLite's own code.
"""

import _sqlite3
import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p, cast, pointer, string_at
from pathlib import Path
from typing import Protocol

OK = 0
# Names stay addresses: SQLite keeps the one it hands over, and reads on behind its end.
_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_Close = CFUNCTYPE(c_int, c_void_p)
_Write = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = CFUNCTYPE(c_int, c_void_p, c_int)


class _Methods(Structure):
    _fields_ = (
        ("version", c_int),
        ("close", _Close),
        ("read", c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        ("others", c_void_p * 13),
    )


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class _FileSystem(Structure):
    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_name", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("own", c_void_p),
        ("open", _Open),
        ("delete", _Delete),
        ("others", c_void_p * 14),
    )


class Disk(Protocol):
    """What decides over the writes to its files. Each answers SQLite's result code; `OK` lets it be done."""

    def watches(self, path: Path) -> bool: ...
    def write(self, path: Path, at: int, data: bytes) -> int: ...
    def truncate(self, path: Path, size: int) -> int: ...
    def sync(self, path: Path) -> int: ...


class _Shim:
    """The file system in place of SQLite's own; one for the whole process."""

    def __init__(self) -> None:
        # The symbols of the library Python's sqlite3 was linked with, and no other copy of it.
        self._library = ctypes.CDLL(_sqlite3.__file__)
        self._library.sqlite3_vfs_find.restype = POINTER(_FileSystem)
        self._real: _FileSystem = self._library.sqlite3_vfs_find(None).contents
        self.disk: Disk | None = None
        self._paths: dict[int, tuple[Disk, Path]] = {}
        self._known: dict[int, tuple[_Methods, _Methods]] = {}
        self._system = _FileSystem.from_buffer_copy(self._real)
        self._system.name = b"watched"
        self._system.open, self._system.delete = _Open(self._open), _Delete(self._delete)
        self._library.sqlite3_vfs_register(byref(self._system), 1)

    def _open(self, system: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        result: int = self._real.open(system, name, file, flags, out)
        if result == OK and name and self.disk is not None:
            path = Path(string_at(name).decode())
            if self.disk.watches(path):
                self._paths[file] = self.disk, path
                opened = cast(file, POINTER(_File)).contents
                opened.methods = pointer(self._ours(opened.methods.contents))
        return result

    def _ours(self, real: _Methods) -> _Methods:
        """SQLite's own methods with ours among them, once for each kind of file it has."""
        address = ctypes.addressof(real)
        if address not in self._known:
            ours = _Methods.from_buffer_copy(real)

            def close(file: int) -> int:
                self._paths.pop(file, None)
                return int(real.close(file))

            def write(file: int, data: int, size: int, at: int) -> int:
                disk, path = self._paths[file]
                return disk.write(path, at, string_at(data, size)) or int(real.write(file, data, size, at))

            def truncate(file: int, size: int) -> int:
                disk, path = self._paths[file]
                return disk.truncate(path, size) or int(real.truncate(file, size))

            def sync(file: int, flags: int) -> int:
                disk, path = self._paths[file]
                return disk.sync(path)  # Never the real one: what is durable here is the disk's decision.

            ours.close, ours.write, ours.truncate, ours.sync = (
                _Close(close),
                _Write(write),
                _Truncate(truncate),
                _Sync(sync),
            )
            self._known[address] = ours, real
        return self._known[address][0]

    def _delete(self, system: int, name: int, sync_folder: int) -> int:
        path = Path(string_at(name).decode())
        if self.disk is not None and self.disk.watches(path) and (refused := self.disk.truncate(path, 0)):
            return refused
        return int(self._real.delete(system, name, sync_folder))


_shim: _Shim | None = None


def put_in(disk: Disk) -> None:
    """From here on the files `disk` watches are in its hands, of whatever connection is opened in this process."""
    global _shim  # noqa: PLW0603  # SQLite has one default file system for the process, so have we.
    _shim = _shim or _Shim()
    _shim.disk = disk

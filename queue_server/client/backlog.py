"""A kiosk's own journal: visits gone through without the server, kept until they are handed over.

A line each: a checksum, a space, and JSON. A power cut can leave a torn line at the end, which was never acted on; a
line damaged elsewhere is put beside the journal for a person, and the others are read.
"""

from collections.abc import Iterator
from zlib import crc32

import msgspec
from msgspec import Struct

from queue_server import wire
from queue_server.client.disk import Disk

JOURNAL, DAMAGED, ASIDE = "journal", "damaged", "aside"


class Kept(Struct, frozen=True, tag="visit"):
    """A visit to hand over, under an idempotency key of its own."""

    key: str
    visit: wire.HandOver


class Over(Struct, frozen=True, tag="over"):
    """The visit under that key was handed over: taken or set aside."""

    key: str


class Used(Struct, frozen=True, tag="used"):
    """The numbers of a lease are used up to this one."""

    lease: str
    n: int


Record = Kept | Over | Used
_read = msgspec.json.Decoder(Record).decode


class Backlog:
    """What is still to be handed over, oldest first, and which numbers are used. Raises `OSError` of the disk."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._waiting: dict[str, Kept] = {}
        self._used: dict[str, int] = {}
        self._torn = False
        whole, damaged = _lines(disk.read(JOURNAL))
        for record in whole:
            self._take(record)
        if damaged is not None:
            if damaged:
                disk.append(DAMAGED, damaged)
            self._rewrite()

    @property
    def waiting(self) -> list[Kept]:
        """The visits to hand over, oldest first."""
        return list(self._waiting.values())

    def used(self, lease: str) -> int:
        """The last number used of a lease; 0 when none was."""
        return self._used.get(lease, 0)

    def keep(self, visit: wire.HandOver) -> Kept:
        """Keep a visit; when this returns it outlives whatever happens."""
        kept = Kept(f"{visit.visit}-{crc32(msgspec.json.encode(visit)):08x}", visit)
        if kept.key not in self._waiting:
            self._add(kept)
        return kept

    def burn(self, lease: str, n: int) -> None:
        """A number of which nobody knows whether it was kept is not given again while this program runs."""
        self._used[lease] = max(n, self.used(lease))

    def over(self, kept: Kept) -> None:
        """It was handed over. When nothing waits any more, no trace of the visits is left on the disk."""
        last = self._waiting.keys() == {kept.key}
        if not last:
            self._add(Over(kept.key))
            return
        del self._waiting[kept.key]
        try:
            self._rewrite()
        except OSError:
            self._waiting[kept.key] = kept  # It is handed over once more: the server knows it by its key.
            raise

    def put_aside(self, kept: Kept, code: str) -> None:
        """Keep for a person what the server could not even read, out of the way of the others."""
        self._disk.append(ASIDE, msgspec.json.encode({"code": code, "visit": kept.visit}) + b"\n")
        self.over(kept)

    def _add(self, record: Record) -> None:
        if self._torn:
            self._rewrite(record)
        else:
            try:
                self._disk.append(JOURNAL, _line(record))
            except OSError:
                self._torn = True  # What comes next must not be written behind half a line.
                raise
        self._take(record)

    def _take(self, record: Record) -> None:
        match record:
            case Kept(key=key, visit=visit):
                self._waiting[key] = record
                if visit.given is not None:
                    self.burn(visit.given.lease, visit.given.n)
            case Over(key=key):
                self._waiting.pop(key, None)
            case Used(lease=lease, n=n):
                self.burn(lease, n)

    def _rewrite(self, *more: Record) -> None:
        used = (Used(*used) for used in self._used.items())
        self._disk.replace(JOURNAL, b"".join(map(_line, [*used, *self._waiting.values(), *more])))
        self._torn = False


def _line(record: Record) -> bytes:
    said = msgspec.json.encode(record)
    return b"%08x %b\n" % (crc32(said), said)


def _lines(journal: bytes) -> tuple[list[Record], bytes | None]:
    """The records that are whole, and the damaged lines before the last whole one; None when every line is whole."""
    whole: list[Record] = []
    doubtful: list[bytes] = []
    damaged: list[bytes] = []
    broken = False
    for line in journal.splitlines(keepends=True):
        record = next(_record(line), None)
        if record is None:
            broken = True
            doubtful.append(line.rstrip(b"\n") + b"\n")
        else:
            damaged += doubtful
            doubtful = []
            whole.append(record)
    return whole, b"".join(damaged) if broken else None


def _record(line: bytes) -> Iterator[Record]:
    sum_, _, said = line.removesuffix(b"\n").partition(b" ")
    if line.endswith(b"\n") and sum_ == b"%08x" % crc32(said):
        yield _read(said)

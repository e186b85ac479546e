"""A disk in memory, from which the power can be taken."""

from random import Random


class FakeDisk:
    """Keeps what it is given. `full` makes the next writes fail; of an append that fails so, some may be there."""

    def __init__(self, chance: Random | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.full = False
        self._chance = chance or Random(1)

    def read(self, name: str) -> bytes:
        return self.files.get(name, b"")

    def append(self, name: str, more: bytes) -> None:
        if self.full:
            self.files[name] = self.read(name) + more[: self._chance.randint(0, len(more))]
            raise OSError("no space left")
        self.files[name] = self.read(name) + more

    def replace(self, name: str, whole: bytes) -> None:
        if self.full:
            raise OSError("no space left")
        self.files[name] = whole

    def copy(self) -> "FakeDisk":
        """The same disk in another machine."""
        other = FakeDisk(self._chance)
        other.files = dict(self.files)
        return other

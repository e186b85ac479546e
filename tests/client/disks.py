"""A disk in memory: what is on it can be copied, torn, or refuse to be written."""


class MemoryDisk:
    """Files by name; `full` makes every writing fail."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files = dict(files or {})
        self.full = False

    def copied(self) -> "MemoryDisk":
        """Another machine's disk with the same on it."""
        return MemoryDisk(self.files)

    def read(self, name: str) -> bytes:
        return self.files.get(name, b"")

    def append(self, name: str, more: bytes) -> None:
        self._writable()
        self.files[name] = self.read(name) + more

    def replace(self, name: str, whole: bytes) -> None:
        self._writable()
        self.files[name] = whole

    def _writable(self) -> None:
        if self.full:
            raise OSError("no space left")

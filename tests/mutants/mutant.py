"""A planted fault: one small edit of one file of the queue, and the tests that must not let it pass."""

from dataclasses import dataclass


class Rotted(Exception):
    """The text a fault is planted in does not stand exactly once in its file any more."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault that real queues had. `old` stands exactly once in `file`; with `new` in its place one of `tests` fails.

    `tests` are given as pytest takes them, and few, so that each fault takes seconds.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def planted(self, source: str) -> str:
        """The source with the fault in it. Raises `Rotted`."""
        found = source.count(self.old)
        if found != 1:
            raise Rotted(f"{self.name}: its text stands {found} times in {self.file}, not once")
        return source.replace(self.old, self.new)

"""Stand-ins for time and chance, so that a test decides both."""

from datetime import UTC, datetime, timedelta
from itertools import count


class FakeClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, at: datetime = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)) -> None:
        self._at = at

    def now(self) -> datetime:
        """The moment the test chose."""
        return self._at

    def passes(self, **time: float) -> None:
        """Let time pass, as `clock.passes(minutes=5)`; backwards when negative."""
        self._at += timedelta(**time)


class FakeChance:
    """Ids one after another, the same in every run."""

    def __init__(self) -> None:
        self._next = count(1)

    def id(self) -> str:
        """The next id."""
        return f"id{next(self._next):04d}"

    def secret(self) -> str:
        """The next secret."""
        return f"secret-{next(self._next):028d}"

    def code(self) -> str:
        """The next code."""
        n = next(self._next)
        return "".join("BCDFGHJKLM"[int(digit)] for digit in f"{n:08d}")

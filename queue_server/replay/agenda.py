"""Time that passes only when it is told to, and what is to happen when."""

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count


class VirtualClock:
    """A clock that shows the moment of whatever happens now."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The moment reached, UTC."""
        return self._at

    def reach(self, at: datetime) -> None:
        """Let time pass until then; it never goes back."""
        self._at = max(self._at, at)


class Agenda:
    """What happens next. Of two things at the same moment the one entered first happens first."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._next = count()
        self._heap: list[tuple[datetime, int, Callable[[], object]]] = []

    def __bool__(self) -> bool:
        return bool(self._heap)

    def at(self, moment: datetime, happens: Callable[[], object]) -> None:
        """Enter something to happen at a moment."""
        heappush(self._heap, (moment, next(self._next), happens))

    def after(self, seconds: float, happens: Callable[[], object]) -> None:
        """Enter something to happen so many seconds from now."""
        self.at(self._clock.now() + timedelta(seconds=seconds), happens)

    def go_on(self) -> None:
        """Let time pass until the next thing, and let it happen."""
        moment, _order, happens = heappop(self._heap)
        self._clock.reach(moment)
        happens()

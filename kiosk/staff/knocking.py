"""How the service page is asked for: a sequence nobody meets by chance. No Qt."""

from collections import deque
from collections.abc import Sequence

TOUCHES = ("left", "right") * 3
"""The two upper corners by turns."""
KEYS = ("escape", "up", "escape", "down") * 2
"""For a kiosk with four keys."""
WITHIN = 8.0
"""Seconds for the whole of it."""


class Knock:
    """Hears one kind of signs; the same sign again at once counts once, as a finger that bounces or a key held down."""

    def __init__(self, sequence: Sequence[str]) -> None:
        self._sequence = tuple(sequence)
        self._heard: deque[tuple[str, float]] = deque(maxlen=len(sequence))

    def hear(self, sign: str, now: float) -> bool:
        """Whether the sequence is complete with this sign, heard at `now` in seconds."""
        if self._heard and self._heard[-1][0] == sign:
            return False
        self._heard.append((sign, now))
        complete = tuple(each for each, _ in self._heard) == self._sequence and now - self._heard[0][1] <= WITHIN
        if complete:
            self._heard.clear()
        return complete

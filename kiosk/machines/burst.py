"""Telling a scanner that types from a person who does: nobody types six signs with less than 50 ms between each."""

SLOWEST = 0.05
"""Seconds between two signs of a scanner, at most."""
SHORTEST = 6


class Burst:
    """The signs that came fast one after another. Times are seconds on any clock."""

    def __init__(self) -> None:
        self._signs = ""
        self._last = 0.0

    def sign(self, sign: str, at: float) -> bool:
        """Take a sign; whether it goes on what came before, rather than beginning anew."""
        goes_on = bool(self._signs) and at - self._last <= SLOWEST
        self._signs = self._signs + sign if goes_on else sign
        self._last = at
        return goes_on

    def end(self, at: float) -> str | None:
        """Enter was pressed: the text, when a scanner sent it."""
        scanned = self._signs if at - self._last <= SLOWEST and len(self._signs) >= SHORTEST else None
        self._signs = ""
        return scanned

"""One screen may be on several televisions; only one of them speaks, or a hall would hear an echo."""

HELD_SECONDS = 30.0
"""How long one that fell silent keeps the others from speaking: longer than a call takes to be said."""


class OneSpeaks:
    """Which television speaks for a screen: the one that asked first, as long as it goes on asking."""

    def __init__(self) -> None:
        self._speaking: dict[str, tuple[str, float]] = {}

    def may_speak(self, screen: str, television: str, now: float) -> bool:
        """Whether this one speaks at `now`, in seconds of a clock that never goes back."""
        speaker, until = self._speaking.get(screen, (television, now))
        if speaker != television and now < until:
            return False
        self._speaking[screen] = television, now + HELD_SECONDS
        return True

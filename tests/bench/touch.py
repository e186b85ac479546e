"""What a hand with a stopwatch notes, handed from the process that was touched to the one that judges."""

from typing import NamedTuple


class Touch(NamedTuple):
    """One touch. Times are seconds of `time.perf_counter`, which on Linux all processes share."""

    page: str
    led_to: str
    left: float
    """When the finger left the screen."""
    drawn: float
    """When the picture of what it led to was drawn."""
    rested: float
    """When the last picture was drawn before the page came to rest."""
    worked: float
    """Seconds of processor time from `left` to `drawn`."""

    @property
    def seconds(self) -> float:
        """From the finger that leaves to the page that is there."""
        return self.drawn - self.left

"""What a station may ask of its printer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

from assets.words import say


class PrinterState(StrEnum):
    """How the printer stands. Silence is `UNKNOWN`, never taken for fine; `NONE` is a station meant to have none."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"
    NONE = "none"

    @property
    def can_print(self) -> bool:
        """Whether a slip is worth sending: a silent printer may still print."""
        return self in {PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.UNKNOWN}

    def explain(self, language: str) -> str:
        """One sentence for the person in front of the printer."""
        return say(_SENTENCES[self], language)


_SENTENCES = {
    PrinterState.READY: "The printer is ready.",
    PrinterState.PAPER_LOW: "The printer's paper is nearly used up.",
    PrinterState.NO_PAPER: "The printer has no paper.",
    PrinterState.COVER_OPEN: "The printer's cover is open.",
    PrinterState.OFFLINE: "The printer is off or needs attention.",
    PrinterState.UNKNOWN: "The printer does not say whether it printed.",
    PrinterState.NONE: "There is no printer here.",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """How a slip fared.

    `printed`: the printer said it worked through every byte. `failed`: nothing came out. `uncertain`: all, some or
    nothing may have come out. `trouble` is the state that needs a person's hand, None when nothing does.
    """

    result: Literal["printed", "uncertain", "failed"]
    trouble: PrinterState | None = None


class Printer(Protocol):
    """Prints one slip at a time. Both acts may take seconds: never call them on a screen's thread."""

    def print(self, slip: bytes) -> Printed:
        """Print the slip's bytes. Raises nothing: every fault is in the answer."""
        ...

    def state(self) -> PrinterState:
        """How the printer stands now."""
        ...

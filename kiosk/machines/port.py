"""The one thing the kiosk knows of its machines."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Kind: TypeAlias = Literal["code", "lines"]
"""What may be read: a barcode or QR code, or the lines at the foot of a passport or card."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a machine read, as text. Of lines, the text may hold other print too."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Blind:
    """The machine cannot see: it was unplugged, or what it reads with is not there. `why` is for the log."""

    why: str


Heard: TypeAlias = Callable[[Seen | Blind], None]


class Machine(Protocol):
    """Reads from `start` to `stop`, and keeps nothing of what it saw.

    `reads` is what it can read at all. `heard` may be called on any thread, and again and again for the same paper;
    after `stop` it is not called any more.
    """

    @property
    def reads(self) -> frozenset[Kind]:
        """What this machine can read."""
        ...

    def start(self, kinds: frozenset[Kind], heard: Heard) -> None:
        """Look for these kinds of things from now on, as far as it can read them."""
        ...

    def stop(self) -> None:
        """Look no more, and forget the last picture."""
        ...

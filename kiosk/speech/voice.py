"""A voice, as the kiosk needs one."""

from typing import Literal, Protocol, TypeAlias

Fluency: TypeAlias = Literal["own", "borrowed", "none"]
"""How a voice speaks a language: as its own, with the sounds of a neighbour, or not at all."""

LOUDEST = 5
USUAL = 3


class Voice(Protocol):
    """Says texts one after another. No call waits for what is being said."""

    def fluency(self, language: str) -> Fluency:
        """How well it speaks a language."""
        ...

    def speak(self, text: str, language: str) -> None:
        """Say a text after those before it; one in a language it does not speak is passed over."""
        ...

    def hush(self) -> None:
        """Be silent at once, and forget what was still to be said."""
        ...

    def chime(self) -> None:
        """Sound a bell that needs no language."""
        ...

    def loud(self, level: int) -> None:
        """How loud from now on: 1 to `LOUDEST`."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether anything is being said or still to be said."""
        ...

    def close(self) -> None:
        """Be silent for good."""
        ...


class Mute:
    """No voice on this machine: it says so when asked, and nothing else."""

    speaking = False

    def fluency(self, _language: str) -> Fluency:
        """None at all."""
        return "none"

    def speak(self, text: str, language: str) -> None:
        """Nothing is said."""

    def hush(self) -> None:
        """It is silent already."""

    def chime(self) -> None:
        """No bell either."""

    def loud(self, level: int) -> None:
        """Silence has no volume."""

    def close(self) -> None:
        """It never began."""

"""A slip as a short list of blocks, from top to bottom. Lengths are printer's dots, eight to a millimetre."""

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TypeAlias

from queue_server.slips.text import safe_text


class Size(IntEnum):
    """Heights of letters: 24 dots are 3 mm."""

    SMALL = 25
    BODY = 30
    LARGE = 42


class Align(Enum):
    """Where a line of words stands; START is the right in Arabic, the left in English."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in one language, wrapped to the paper.

    A `mark` stands in the margin before it; an empty one indents all the same.
    """

    text: str
    language: str
    size: Size = Size.BODY
    bold: bool = False
    align: Align = Align.CENTRE
    mark: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", safe_text(self.text, 400))
        if self.mark is not None:
            object.__setattr__(self, "mark", safe_text(self.mark, 4))


@dataclass(frozen=True, slots=True)
class Big:
    """A number or a code across the whole paper, left to right, at most `tallest` dots high."""

    text: str
    tallest: int = 190

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", safe_text(self.text, 32))


@dataclass(frozen=True, slots=True)
class Banner:
    """White words on a black band."""

    text: str
    language: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", safe_text(self.text, 60))


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code, about `width` dots wide with its quiet zone."""

    text: str
    width: int = 240

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", safe_text(self.text, 300))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks in columns of equal width, the first at the side where reading starts."""

    columns: tuple[tuple["Block", ...], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class Space:
    """Blank paper."""

    height: int = 16


Block: TypeAlias = Words | Big | Banner | Code | SideBySide | Rule | Space

"""Whether a file that should stand for a paper can be read; never whether it is the right one."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 8 * 1024 * 1024
"""A photo of a telephone is 2 to 6 MB."""
MOST_PAGES = 20
MOST_PIXELS = 60_000_000
LOOKED_AT = 1_200
"""Pixels of the longer side a page is judged at: A4 has 100 to the inch then, and print of 8 points is just legible."""

_LEAST_SIDE = 700
"""Pixels of a photo's shorter side: below it A4 has fewer than 85 to the inch."""
_LEAST_LIGHT = 60
"""Mean of 0 to 255; a sheet in a lit room is above 120."""
_LEAST_INK = 0.0002
"""Share of a page that differs from its ground: a line of print on A4 is three times that."""
_LEAST_SHARPNESS = 0.35
"""Of `Look.sharpness`. Print is above 1.5 when sharp, 0.8 when softened by 2 dots at 300 to the inch, 0.3 by 3."""


class FileFault(StrEnum):
    """Why a file will not do."""

    NONE = "none"
    TYPE = "type"
    TOO_LARGE = "too_large"
    BROKEN = "broken"
    LOCKED = "locked"
    PAGES = "pages"
    SMALL = "small"
    BLANK = "blank"
    DARK = "dark"
    BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class Look:
    """One page, seen in grey at `LOOKED_AT`.

    `light`: mean, 0 to 255. `ink`: share of the page that differs from its ground. `sharpness`: how much of the marks'
    contrast lies in their edges, as the variance of the Laplacian to that of the marks.
    """

    light: float
    ink: float
    sharpness: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a file; `shorter` is a photo's shorter side in pixels, None for a PDF."""

    pages: tuple[Look, ...]
    shorter: int | None = None


def fault(seen: Seen) -> FileFault | None:
    """The first thing to mend; None when the file can be read.

    An empty page among others is none: many papers have an empty back.
    """
    if seen.shorter is not None and seen.shorter < _LEAST_SIDE:
        return FileFault.SMALL
    if all(page.light < _LEAST_LIGHT for page in seen.pages):
        return FileFault.DARK
    written = [page for page in seen.pages if page.ink >= _LEAST_INK]
    if not written:
        return FileFault.BLANK
    if any(page.light < _LEAST_LIGHT for page in written):
        return FileFault.DARK
    if any(page.sharpness < _LEAST_SHARPNESS for page in written):
        return FileFault.BLURRED
    return None

"""The typefaces of the slips: IBM Plex Sans Arabic, which holds Latin as well, and Noto for the scripts of India."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from math import ceil

from PIL import ImageDraw, ImageFont, features

from assets.typefaces import SCRIPTS, noto, plex
from assets.words import is_right_to_left

_IN_EVERY_SCRIPT = frozenset(" !\"#%'()*+,-./0123456789:;<=>?[\\]^_{|}~–—…‘’“”\u200c\u200d")
"""What Noto has in each of its scripts; anything else that is not the script's own, Plex has."""


class CannotShape(RuntimeError):
    """Arabic cannot be shaped on this machine; the message says what to install."""


class Face:
    """The letters of one language at a size in dots: its own script, with Latin words among it. Raises CannotShape."""

    def __init__(self, language: str, size: float, bold: bool = False) -> None:
        self._language = language
        self._plex, self._own = font(size, bold), _own(language, size, bold)
        self._direction = "rtl" if is_right_to_left(language) else "ltr"

    def length(self, text: str) -> float:
        """How many dots a line takes."""
        return sum(self._advance(face, run) for face, run in self._runs(text))

    def depth(self, text: str) -> int:
        """How many dots a line reaches below its baseline."""
        boxes = (
            face.getbbox(run, direction=self._direction, language=self._language, anchor="ls")
            for face, run in self._runs(text)
        )
        return ceil(max((bottom for _left, _top, _right, bottom in boxes), default=0))

    def write(self, draw: ImageDraw.ImageDraw, x: float, baseline: int, text: str, ink: int) -> None:
        """Write a line from its left end on."""
        for face, run in self._runs(text):
            at = (round(x), baseline)
            draw.text(at, run, ink, face, "ls", direction=self._direction, language=self._language)
            x += self._advance(face, run)

    def _advance(self, face: ImageFont.FreeTypeFont, run: str) -> float:
        """How far a run reaches: of one script, some typefaces draw one language wider than another."""
        return face.getlength(run, direction=self._direction, language=self._language)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        if self._own is None:
            yield self._plex, text
            return
        for own, run in groupby(text, _is_own):
            yield self._own if own else self._plex, "".join(run)


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The typeface of Arabic and Latin at a size in dots. Raises CannotShape."""
    if not features.check("raqm"):
        # Without it Arabic would come out as unjoined letters in the wrong order, and nobody would be told.
        raise CannotShape("slips need FriBidi to shape Arabic: install the Debian package libfribidi0")
    return ImageFont.truetype(str(plex("Bold" if bold else "Medium")), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _own(language: str, size: float, bold: bool) -> ImageFont.FreeTypeFont | None:
    """The typeface of the language's own script; None where Plex has it, or nothing has."""
    file = noto(SCRIPTS[language], "Bold" if bold else "Regular") if language in SCRIPTS else None
    return None if file is None else ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.RAQM)


def _is_own(character: str) -> bool:
    """Whether a character is of the script itself: the Indian ones stand together, from Devanagari to Sinhala."""
    return character in _IN_EVERY_SCRIPT or "\u0900" <= character <= "\u0dff"

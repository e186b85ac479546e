"""The typefaces of the slips: IBM Plex Sans Arabic, which holds Latin as well, and Noto for the scripts of India."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby

from PIL import ImageDraw, ImageFont, features

from assets.words import is_right_to_left

_SCRIPTS = {
    "bn": "Bengali",
    "hi": "Devanagari",
    "ml": "Malayalam",
    "ne": "Devanagari",
    "si": "Sinhala",
    "ta": "Tamil",
    "te": "Telugu",
}
"""The languages Plex has no letters for."""

_BY_PLEX = frozenset({"ar", "en", "fil", "ur"})
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
        return sum(face.getlength(run, direction=self._direction) for face, run in self._runs(text))

    def write(self, draw: ImageDraw.ImageDraw, x: float, baseline: int, text: str, ink: int) -> None:
        """Write a line from its left end on."""
        for face, run in self._runs(text):
            at = (round(x), baseline)
            draw.text(at, run, ink, face, "ls", direction=self._direction, language=self._language)
            x += face.getlength(run, direction=self._direction)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        if self._own is None:
            yield self._plex, text
            return
        for own, run in groupby(text, _is_own):
            yield self._own if own else self._plex, "".join(run)


def drawable(language: str) -> bool:
    """Whether this machine has the letters of a language."""
    return language in _BY_PLEX or (language in _SCRIPTS and _own(language, 20, False) is not None)


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The typeface of Arabic and Latin at a size in dots. Raises CannotShape."""
    if not features.check("raqm"):
        # Without it Arabic would come out as unjoined letters in the wrong order, and nobody would be told.
        raise CannotShape("slips need FriBidi to shape Arabic: install the Debian package libfribidi0")
    file = files("fontpkg_ibm_plex_sans_arabic") / "files" / f"IBMPlexSansArabic-{'Bold' if bold else 'Medium'}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _own(language: str, size: float, bold: bool) -> ImageFont.FreeTypeFont | None:
    """The typeface of the language's own script; None where Plex has it, or nothing has."""
    if language not in _SCRIPTS:
        return None
    name = f"NotoSans{_SCRIPTS[language]}UI-{'Bold' if bold else 'Regular'}.ttf"
    try:
        return ImageFont.truetype(name, size, layout_engine=ImageFont.Layout.RAQM)
    except OSError:  # The Debian package fonts-noto-ui-core is not installed.
        return None


def _is_own(character: str) -> bool:
    """Whether a character is of the script itself: the Indian ones stand together, from Devanagari to Sinhala."""
    return character in _IN_EVERY_SCRIPT or "\u0900" <= character <= "\u0dff"

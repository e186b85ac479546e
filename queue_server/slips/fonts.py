"""The typeface of the slips: IBM Plex Sans Arabic, which holds Latin as well."""

from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import ImageFont, features


class CannotShape(RuntimeError):
    """Arabic cannot be shaped on this machine; the message says what to install."""


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The typeface at a size in dots. Raises CannotShape."""
    if not features.check("raqm"):
        # Without it Arabic would come out as unjoined letters in the wrong order, and nobody would be told.
        raise CannotShape("slips need FriBidi to shape Arabic: install the Debian package libfribidi0")
    file = files("fontpkg_ibm_plex_sans_arabic") / "files" / f"IBMPlexSansArabic-{'Bold' if bold else 'Medium'}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.RAQM)

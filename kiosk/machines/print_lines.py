"""The lines at the foot of a passport or card in a picture, by Tesseract: as text, with whatever else was taken for it.

Pictures go to it through a pipe and are never written anywhere.
"""

import shutil
import subprocess
from io import BytesIO
from statistics import pvariance

from PIL import ImageOps
from PIL.Image import Image, Resampling

_COMMAND = (
    "tesseract", "stdin", "stdout", "--psm", "6", "-c", "tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<",
)  # fmt: skip
_PATIENCE = 8.0
_LOWEST = 0.34
"""The part of a paper's height its lines stand in, with room for a paper held a little too high."""
_WIDTHS = (1800, 800, 1400)
"""Pixels a picture is made wide, one after another: what one size hides from Tesseract another shows."""
_MOST_TILT = 6.0
_STEP = 0.5
_SMALL = 400


def can_read_lines() -> bool:
    """Whether Tesseract is installed."""
    return shutil.which("tesseract") is not None


def read_lines(picture: Image, attempt: int = 0) -> str:
    """What stands in the lowest part of a picture; empty when it takes too long or cannot be done.

    Each `attempt` at the same paper looks at it in another size.
    """
    ready = prepared(picture, _WIDTHS[attempt % len(_WIDTHS)])
    data = BytesIO()
    ready.save(data, "PPM")
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command, fed by a pipe
            _COMMAND, input=data.getvalue(), capture_output=True, timeout=_PATIENCE, check=False,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def prepared(picture: Image, width: int) -> Image:
    """The lowest part of a picture in grey, level, with its contrast drawn out, so many pixels wide."""
    grey = picture.convert("L")
    foot = grey.crop((0, round(grey.height * (1 - _LOWEST)), grey.width, grey.height))
    level = foot.rotate(tilt(foot), resample=Resampling.BICUBIC, fillcolor=255)
    drawn_out = ImageOps.autocontrast(level, cutoff=1)
    return drawn_out.resize((width, max(1, drawn_out.height * width // drawn_out.width)), Resampling.LANCZOS)


def tilt(picture: Image) -> float:
    """The degrees to turn a picture by so that its lines of print lie level: where rows differ most from each other."""
    small = ImageOps.autocontrast(picture.resize((_SMALL, max(1, picture.height * _SMALL // picture.width))), cutoff=1)
    steps = range(round(-_MOST_TILT / _STEP), round(_MOST_TILT / _STEP) + 1)
    return max((step * _STEP for step in steps), key=lambda degrees: (_rows_differ(small, degrees), -abs(degrees)))


def _rows_differ(picture: Image, degrees: float) -> float:
    turned = picture.rotate(degrees, resample=Resampling.BILINEAR, fillcolor=255)
    # Each row's mean: the picture pressed to one column.
    return pvariance(turned.resize((1, turned.height), Resampling.BOX).tobytes())

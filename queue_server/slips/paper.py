"""What a slip's bytes look like on paper: a reader of the few commands our own slips are made of."""

from PIL import Image


class NotOurs(ValueError):
    """The bytes hold a command our slips never use."""


def paper(slip: bytes) -> Image.Image:
    """The printed strip up to the cut. Raises NotOurs."""
    bands: list[Image.Image] = []
    at = 0
    while at < len(slip):
        match slip[at : at + 2]:
            case b"\x1b@":  # reset
                at += 2
            case b"\x1dv":  # GS v 0: a band of the picture
                across, rows = (int.from_bytes(slip[at + n : at + n + 2], "little") for n in (4, 6))
                bands.append(_band(slip[at + 8 : at + 8 + across * rows], across * 8, rows))
                at += 8 + across * rows
            case b"\x1bd" | b"\x1dV":  # feed and cut: nothing to see
                at += 3
            case other:
                raise NotOurs(f"unknown command {other!r} at byte {at}")
    strip = Image.new("1", (max((band.width for band in bands), default=1), sum(band.height for band in bands) or 1), 1)
    top = 0
    for band in bands:
        strip.paste(band, (0, top))
        top += band.height
    return strip


def _band(rows: bytes, width: int, height: int) -> Image.Image:
    if len(rows) != width // 8 * height:
        raise NotOurs("the picture ends too early")
    return Image.frombytes("1", (width, height), rows, "raw", "1;I")

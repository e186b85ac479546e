"""A slip as the bytes a receipt printer understands: a picture only, so that every script prints on every printer."""

import logging
import os
import shutil
import struct
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from PIL import Image, ImageChops

from queue_server.slips.layout import Block
from queue_server.slips.raster import PAPER, raster

_BAND = 256  # Rows a command: cheap printers lose rows of a taller picture.


def to_bytes(blocks: list[Block], width: int = PAPER) -> bytes:
    """The slip as ESC/POS: reset, the picture in bands, feed, cut. Same blocks, same bytes. Raises CannotShape."""
    begin, end = _around()
    return b"".join([begin, *_bands(raster(blocks, width)), end])


@cache
def _around() -> tuple[bytes, bytes]:
    """What comes before the picture and after it."""
    # The profile tells that there is a cutter; nothing else of it is used.
    before, after = (python_escpos("printer").Dummy(profile="TM-T20II") for _ in range(2))
    before.hw("INIT")
    after.cut()
    return before.output, after.output


def _bands(picture: Image.Image) -> Iterator[bytes]:
    """The picture as commands `GS v 0`: rows of whole bytes, a bit a dot, 1 for black.

    (python-escpos converts pictures of any kind, which takes ten times as long as drawing ours.)
    """
    dots, row = ImageChops.invert(picture).tobytes(), -(-picture.width // 8)
    for top in range(0, picture.height, _BAND):
        rows = min(_BAND, picture.height - top)
        yield b"\x1dv0\x00" + struct.pack("<HH", row, rows) + dots[top * row : (top + rows) * row]


def python_escpos(module: str) -> ModuleType:
    """A module of python-escpos, without what importing it leaves behind."""
    _import_cleanly()
    return import_module(f"escpos.{module}")


@cache
def _import_cleanly() -> None:
    """WORKAROUND for python-escpos 3.1, which at import sets up the root logger and leaves a directory in /tmp."""
    handlers = logging.root.handlers.copy()
    given = os.environ.get("ESCPOS_CAPABILITIES_PICKLE_DIR")
    capabilities = import_module("escpos.capabilities")
    logging.root.handlers[:] = handlers
    if given is None:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

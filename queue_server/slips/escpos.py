"""A slip as the bytes a receipt printer understands: a picture only, so that every script prints on every printer."""

import logging
import os
import shutil
from functools import cache
from importlib import import_module
from types import ModuleType

from queue_server.slips.layout import Block
from queue_server.slips.raster import PAPER, raster

_BAND = 256  # Rows a command: cheap printers lose rows of a taller picture.


def to_bytes(blocks: list[Block], width: int = PAPER) -> bytes:
    """The slip as ESC/POS: reset, the picture in bands, feed, cut. Same blocks, same bytes. Raises CannotShape."""
    # The profile tells how wide a picture may be and that there is a cutter; nothing else of it is used.
    printer = python_escpos("printer").Dummy(profile="TM-T20II")
    printer.hw("INIT")
    printer.image(raster(blocks, width), impl="bitImageRaster", fragment_height=_BAND)
    printer.cut()
    output: bytes = printer.output
    return output


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

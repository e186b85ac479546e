"""Barcodes and QR codes in a picture, by zxing-cpp."""

from importlib.util import find_spec
from typing import Any

from PIL.Image import Image


def can_read_codes() -> bool:
    """Whether what reads codes is installed."""
    return find_spec("zxingcpp") is not None


def read_codes(picture: Image) -> list[str]:
    """The texts of all codes in a picture, in no order."""
    import zxingcpp

    found: list[Any] = zxingcpp.read_barcodes(picture)
    return [code.text.strip() for code in found if code.text.strip()]

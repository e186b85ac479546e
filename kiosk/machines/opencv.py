"""Pictures from a camera by OpenCV, which is an extra: `pip install dawr[device]`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import Any

from PIL import Image

from kiosk.machines.camera import NoPictures, Source

_WIDTH, _HEIGHT = 1920, 1080


def can_take_pictures() -> bool:
    """Whether OpenCV is installed."""
    return find_spec("cv2") is not None


def source(device: str) -> Source:
    """The pictures of a camera such as `/dev/video0`; a film will do as well."""
    return partial(_opened, device)


@contextmanager
def _opened(device: str) -> Iterator[Iterator[Image.Image]]:
    import cv2

    capture = cv2.VideoCapture(device)
    try:
        if not capture.isOpened():
            raise NoPictures(f"{device} cannot be opened")
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        # What is read must be what lies there now, not what lay there while the last picture was looked at.
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        yield _pictures(capture, device)
    finally:
        capture.release()


def _pictures(capture: Any, device: str) -> Iterator[Image.Image]:
    import cv2

    while True:
        taken, frame = capture.read()
        if not taken:
            raise NoPictures(f"{device} gives no picture")
        yield Image.fromarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY))

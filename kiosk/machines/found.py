"""Which camera there is to read with; what it lacks is said at the start, once."""

import logging

from kiosk.machines import opencv
from kiosk.machines.camera import Camera
from kiosk.machines.port import Machine

log = logging.getLogger(__name__)


def cameras(device: str) -> list[Machine]:
    """The camera of that name, ready to read; none when none is wanted, or nothing here could read its pictures."""
    if not device:
        return []
    if not opencv.can_take_pictures():
        log.warning("The camera is not used: OpenCV is not installed (see docs/scanners.md)")
        return []
    camera = Camera(opencv.source(device))
    if "lines" not in camera.reads:
        log.warning("The camera cannot read passports: Tesseract is not installed (see docs/scanners.md)")
    if "code" not in camera.reads:
        log.warning("The camera cannot read codes: zxing-cpp is not installed (see docs/scanners.md)")
    return [camera] if camera.reads else []

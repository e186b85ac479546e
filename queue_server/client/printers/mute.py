"""Printers that cannot be asked: one behind a device file, and none at all."""

import logging
import os
from pathlib import Path

from queue_server.client.printers.port import Printed, PrinterState

_log = logging.getLogger(__name__)


class FilePrinter:
    """A printer behind a device file: it takes bytes and says nothing."""

    def __init__(self, device: Path) -> None:
        self._device = device

    def print(self, slip: bytes) -> Printed:
        """Hand the bytes over; whether they reached paper nobody knows."""
        try:
            # Never created: an unplugged printer must not become a plain file of that name.
            descriptor = os.open(self._device, os.O_WRONLY)
        except OSError as error:
            _log.warning("printer not reached: %s", error)
            return Printed("failed", PrinterState.OFFLINE)
        try:
            with os.fdopen(descriptor, "wb") as device:
                device.write(slip)
        except OSError as error:
            _log.warning("printer lost in the middle of a slip: %s", error)
        return Printed("uncertain", PrinterState.UNKNOWN)

    def state(self) -> PrinterState:
        """Known only when it is not there."""
        return PrinterState.UNKNOWN if self._device.exists() else PrinterState.OFFLINE


class NoPrinter:
    """A station without a printer."""

    def print(self, slip: bytes) -> Printed:
        """Nothing comes out."""
        del slip
        return Printed("failed", PrinterState.NONE)

    def state(self) -> PrinterState:
        """There is none, and none is missed."""
        return PrinterState.NONE

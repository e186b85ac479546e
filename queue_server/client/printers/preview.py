"""A printer for the eye: pictures in a folder instead of paper."""

import logging
from pathlib import Path

from queue_server.client.printers.port import Printed, PrinterState
from queue_server.slips.paper import NotOurs, paper

_log = logging.getLogger(__name__)


class PreviewPrinter:
    """Writes each slip as `001.bin`, the very bytes, and `001.png`, what a printer would make of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, slip: bytes) -> Printed:
        """Write the next pair of files."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._next_file()
            file.write_bytes(slip)
            paper(slip).save(file.with_suffix(".png"))
        except (OSError, NotOurs) as error:
            _log.warning("slip not drawn: %s", error)
            return Printed("failed", PrinterState.OFFLINE)
        return Printed("printed")

    def state(self) -> PrinterState:
        """A folder never runs out of paper."""
        return PrinterState.READY

    def _next_file(self) -> Path:
        # Claimed by creating it, so that two stations may share a folder.
        n = 1 + max((int(file.stem) for file in self._folder.glob("*.bin") if file.stem.isdigit()), default=0)
        while True:
            file = self._folder / f"{n:03}.bin"
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                n += 1
            else:
                return file

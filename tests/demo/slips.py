"""The slips that came out of the preview printer, read back from the very bytes."""

from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image

from queue_server.slips.layout import Big, Block
from queue_server.slips.paper import paper
from queue_server.slips.raster import raster


@dataclass(frozen=True, slots=True)
class Number:
    """A number in somebody's hand: what is printed, and the address of the page its code leads to."""

    text: str
    page: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, as it looks on paper."""

    image: Image.Image

    @property
    def code(self) -> str:
        """What a phone reads from it."""
        (found,) = zxingcpp.read_barcodes(self.image)
        return found.text

    def shows(self, block: Block) -> bool:
        """Whether these words stand on it, dot for dot."""
        return raster([block]).tobytes() in self.image.tobytes()

    def shows_number(self, number: str) -> bool:
        return self.shows(Big(number))


class Tray:
    """Where slips fall, in the order they were printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._taken = 0

    @property
    def url(self) -> str:
        """The printer's address."""
        return f"preview://{self.folder.resolve()}"

    def take(self) -> Slip:
        """The one slip printed since the last was taken."""
        printed = sorted(self.folder.glob("*.bin"))[self._taken :]
        assert len(printed) == 1, f"{len(printed)} slips came out instead of one"
        assert printed[0].with_suffix(".png").exists(), "the slip was not drawn"
        self._taken += 1
        return Slip(paper(printed[0].read_bytes()))

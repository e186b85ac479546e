"""A camera that reads: pictures from a source, each looked at once and let go."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from PIL.Image import Image

from kiosk.machines.codes import can_read_codes, read_codes
from kiosk.machines.port import Blind, Heard, Kind, Seen
from kiosk.machines.print_lines import can_read_lines, read_lines

Source = Callable[[], AbstractContextManager[Iterator[Image]]]
"""Opens the camera and gives its pictures, the newest each time; raises `NoPictures` when it cannot."""
_END_SECONDS = 0.5


class NoPictures(Exception):
    """The camera cannot be opened, or gives no pictures any more."""


class Camera:
    """The machine over a source of pictures. It is off but between `start` and `stop`.

    Looking goes on on a thread of its own; a picture lives as long as one look at it, in memory only.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._gone = threading.Event()
        self._thread: threading.Thread | None = None
        able: dict[Kind, bool] = {"code": can_read_codes(), "lines": can_read_lines()}
        self.reads = frozenset(kind for kind in able if able[kind])

    def start(self, kinds: frozenset[Kind], heard: Heard) -> None:
        """Open the eye."""
        self.stop()
        self._gone = threading.Event()
        self._thread = threading.Thread(
            target=self._look, args=(kinds & self.reads, heard, self._gone), name="camera", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Close the eye. A look under way is finished by itself, and nothing comes of it."""
        self._gone.set()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join(_END_SECONDS)
        self._thread = None

    def _look(self, kinds: frozenset[Kind], heard: Heard, gone: threading.Event) -> None:
        try:
            with self._source() as pictures:
                for attempt, picture in enumerate(pictures):
                    seen = list(_read(picture, kinds, attempt))
                    if gone.is_set():
                        return
                    for each in seen:
                        heard(each)
        except NoPictures as why:
            if not gone.is_set():
                heard(Blind(str(why)))
        except Exception as fault:  # noqa: BLE001  # a fault of ours must reach the screen, not die with the thread
            if not gone.is_set():
                heard(Blind(repr(fault)))


def _read(picture: Image, kinds: frozenset[Kind], attempt: int) -> Iterator[Seen]:
    if "code" in kinds:
        for code in read_codes(picture):
            yield Seen("code", code)
    if "lines" in kinds:
        text = read_lines(picture, attempt)
        if text.strip():
            yield Seen("lines", text)

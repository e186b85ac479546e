"""The client's one Qt file: slow work off the screen's thread, the journal as signals, words by gettext."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, QTranslator, Signal, Slot

from assets.words import say
from queue_server.client.stream import Stream
from queue_server.wire import Event


class Operations(QObject):
    """The one way to do slow work from a screen: `run(work, done, failed)`.

    `work` runs on a pool thread and must not touch the screen; `done(result)` or `failed(error)` runs on the thread
    that owns this object. `busy` tells how many works are under way.
    """

    busyChanged = Signal(int)
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._busy = 0
        # Emitted on the pool's thread, received on ours: Qt queues it in between.
        self._landed.connect(self._land)

    @property
    def busy(self) -> int:
        """How many works are under way."""
        return self._busy

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Do `work` elsewhere, then answer here."""

        def job() -> None:
            try:
                answer = partial(done, work())
            except Exception as error:  # noqa: BLE001  # A fault of ours must reach the screen, not die with the thread.
                answer = partial(failed, error)
            self._landed.emit(answer)

        self._count(+1)
        self._pool.start(job)

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait for the works under way, at the end of the program."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _land(self, answer: Callable[[], None]) -> None:
        self._count(-1)
        answer()

    def _count(self, step: int) -> None:
        self._busy += step
        self.busyChanged.emit(self._busy)


class StreamSignals(QObject):
    """The journal as signals on the screen's thread."""

    heard = Signal(object)
    lively = Signal(bool)

    def __init__(
        self, server: str, token: Callable[[], str], since: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stream = Stream(server, token, self._tell, self.lively.emit, since=since)

    def _tell(self, event: Event) -> None:
        self.heard.emit(event)

    def start(self) -> None:
        """Begin to listen."""
        self._stream.start()

    def stop(self) -> None:
        """Stop listening."""
        self._stream.stop()


class Translator(QTranslator):
    """Qt's words by the one gettext catalogue: `qsTr` and `tr` speak `language`."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = language

    def speak(self, language: str) -> None:
        """Change the language; the pages ask again when they are told to retranslate."""
        self._spoken = language

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return say(text, self._spoken)

    def isEmpty(self) -> bool:
        return False


def collect_here(application: QObject) -> None:
    """From here on collect garbage on the screen's thread only, once a minute.

    Python would collect on whatever thread allocates last, and a thing of the screen's freed on another thread takes
    the program with it.
    """
    gc.disable()
    minute = QTimer(application, interval=60_000)
    minute.timeout.connect(gc.collect)
    minute.start()

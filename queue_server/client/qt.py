"""The client's one Qt file: slow work off the screen's thread, the journal as signals, words by gettext."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTranslator, Signal, Slot

from assets.words import say
from queue_server.client.errors import StationError
from queue_server.client.stream import Stream
from queue_server.wire import Event


class _Answer(QObject):
    """Carries one answer from the worker's thread to the screen's."""

    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._work, self._answer = work, answer

    def run(self) -> None:
        try:
            result = self._work()
        except StationError as error:
            self._answer.failed.emit(error)
        except Exception as error:  # A fault of ours must reach the screen too, not die with the thread.
            self._answer.failed.emit(error)
        else:
            self._answer.done.emit(result)


class Operations(QObject):
    """The one way to do slow work from a screen: `run(work, done, failed)`.

    `work` runs on a pool thread and must not touch the screen; `done(result)` or `failed(error)` runs on the thread
    that owns this object. `busy` tells how many works are under way.
    """

    busyChanged = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._under_way: set[_Answer] = set()

    @property
    def busy(self) -> int:
        """How many works are under way."""
        return len(self._under_way)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work` elsewhere, then answer here."""
        answer = _Answer(self)
        self._under_way.add(answer)
        self.busyChanged.emit(self.busy)

        def settle(tell: Callable[[Any], None], value: Any) -> None:
            self._under_way.discard(answer)
            self.busyChanged.emit(self.busy)
            answer.deleteLater()
            tell(value)

        # The lambdas are called through the queue of the thread owning `answer`, since the pool emits from its own.
        answer.done.connect(_Landing(self, lambda value: settle(done, value)).land)
        answer.failed.connect(_Landing(self, lambda error: settle(failed, error)).land)
        self._pool.start(_Work(work, answer))

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait for the works under way, at the end of the program."""
        return self._pool.waitForDone(milliseconds)


class _Landing(QObject):
    """A slot living on the screen's thread: what it is told lands there."""

    def __init__(self, parent: QObject, tell: Callable[[Any], None]) -> None:
        super().__init__(parent)
        self._tell = tell

    @Slot(object)
    def land(self, value: Any) -> None:
        self._tell(value)
        self.deleteLater()


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
        self.language = language

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return say(source, self.language)

    def isEmpty(self) -> bool:
        return False

"""Whether the server can be heard, and what it tells."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from queue_server.client.qt import StreamSignals


class Link(QObject):
    """Follows the journal while somebody is signed in. `restored` asks everyone to catch up."""

    noticed = Signal(bool)
    """For `Api(noticed=…)`, which speaks from any thread."""
    changed = Signal()
    restored = Signal()
    heard = Signal(object)

    def __init__(self, follow: Callable[[], StreamSignals], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._follow = follow
        self._stream: StreamSignals | None = None
        self._answering = self._lively = True
        self.noticed.connect(self._on_noticed)

    @property
    def up(self) -> bool:
        """Whether what the screen shows is current."""
        return self._answering and self._lively

    def start(self) -> None:
        """Begin to follow; harmless when following already."""
        if self._stream is None:
            self._stream = self._follow()
            self._stream.setParent(self)
            self._stream.heard.connect(self.heard)
            self._stream.lively.connect(self._on_lively)
            self._stream.start()

    def stop(self) -> None:
        """Follow no more."""
        if self._stream is not None:
            self._stream.stop()
            self._stream.heard.disconnect(self.heard)
            self._stream.lively.disconnect(self._on_lively)
            self._stream = None
        self._lively = True
        self.changed.emit()

    def _on_noticed(self, answering: bool) -> None:
        self._set(answering, self._lively)

    def _on_lively(self, lively: bool) -> None:
        self._set(self._answering, lively)
        if lively:
            self.restored.emit()

    def _set(self, answering: bool, lively: bool) -> None:
        before = self.up
        self._answering, self._lively = answering, lively
        if self.up != before:
            self.changed.emit()

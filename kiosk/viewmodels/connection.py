"""Whether the server can be reached."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Connection(QObject):
    """What the client notices of the server, on the screen's thread.

    `turnedAway(token)` when the server does not know a token.
    """

    changed = Signal()
    turnedAway = Signal(str)
    _noticed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lost = False
        self._goes_on: Callable[[], bool] = lambda: False
        self._noticed.connect(self._show)

    def notice(self, reachable: bool) -> None:
        """The server was or was not reached; may be called from any thread."""
        self._noticed.emit(reachable)

    def turn_away(self, token: str) -> None:
        """The server does not know a token; may be called from any thread."""
        self.turnedAway.emit(token)

    def goes_on_by(self, goes_on: Callable[[], bool]) -> None:
        """Ask this whether a visit can go on without the server."""
        self._goes_on = goes_on

    @property
    def reachable(self) -> bool:
        """Whether the server answered when it was last asked."""
        return not self._lost

    @Property(bool, notify=changed)
    def goesOn(self) -> bool:
        return self._goes_on()

    @Property(bool, notify=changed)
    def lost(self) -> bool:
        return self._lost

    @Slot(bool)
    def _show(self, reachable: bool) -> None:
        if self._lost == reachable:
            self._lost = not reachable
            self.changed.emit()

"""Whether somebody is at the desk."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desk.viewmodels.lock import Lock

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Tells the lock of every key and touch a window gets. What is typed into other programs it cannot see."""

    def __init__(self, lock: Lock, window: QWidget) -> None:
        super().__init__(window)
        self._lock = lock
        window.winId()  # From here on the window has the handle all its keys and touches come through.
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._lock.touch()
        return False

"""No way out of a kiosk for whoever stands before it: not by keys, not by touches, not by a mouse left plugged in."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

LEFT = 3
"""What the program ends with when staff leave it; the host's unit does not start it again after that."""
LOOK_MILLISECONDS = 1000

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick})
_NEVER = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.Shortcut,
    }
)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_OURS = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Shift),
        *(Qt.Key.Key_F1, Qt.Key.Key_F15, Qt.Key.Key_F16),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown),
    }
)
"""The keys of docs/kiosk.md; of all others only signs are let through, which a scanner types."""


class Lockdown(QObject):
    """Holds one window over the whole screen, on top and open, until staff `leave`.

    Only what a visitor needs reaches the window: the keys a kiosk has, signs, touches and the left button. A window
    that was hidden, made smaller or lost the keyboard comes back. What never reaches a program, as the keys that
    change consoles, is the host's to prevent: docs/kiosk.md.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held = True
        QGuiApplication.setQuitOnLastWindowClosed(False)
        window.setFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        window.setCursor(Qt.CursorShape.BlankCursor)
        window.installEventFilter(self)
        for changed in (window.visibilityChanged, window.activeChanged):
            # Later: a window is not brought back from within its own going away.
            changed.connect(self.hold, Qt.ConnectionType.QueuedConnection)
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.hold)
        timer.start()
        window.showFullScreen()

    @Slot()
    def hold(self) -> None:
        """Bring the window back, if it is not there."""
        if not self._held:
            return
        if self._window.visibility() != QWindow.Visibility.FullScreen:
            self._window.showFullScreen()
        # On Wayland no program may ask for the keyboard; there the screen's own program gives it to the only window.
        if not self._window.isActive() and QGuiApplication.platformName() != "wayland":
            self._window.raise_()
            self._window.requestActivate()

    @Slot()
    def leave(self) -> None:
        """Staff end the kiosk: the program ends with `LEFT`."""
        self._held = False
        QCoreApplication.exit(LEFT)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            return not _is_ours(cast(QKeyEvent, event))
        if kind in _BUTTONS:
            return cast(QMouseEvent, event).button() != Qt.MouseButton.LeftButton
        if kind is QEvent.Type.Close:
            event.ignore()
        return kind in _NEVER


def _is_ours(event: QKeyEvent) -> bool:
    if event.modifiers() & _COMMANDS:
        return False
    return event.key() in _OURS or (len(event.text()) == 1 and event.text().isprintable())

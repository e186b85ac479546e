"""One desk, two windows: whichever the clerk wants is there, the other is not."""

from PySide6.QtCore import QObject

from desk.ui.strip_window import StripWindow
from desk.ui.window import Window
from desk.viewmodels.shape import Shape


class Views(QObject):
    """Shows the one before it hides the other, so that the program never looks closed."""

    def __init__(self, window: Window, strip: StripWindow, shape: Shape, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._strip, self._shape = window, strip, shape
        shape.changed.connect(self._on_shape)

    def _on_shape(self) -> None:
        if self._shape.compact:
            self._strip.take_ask()
            self._strip.appear()
            self._window.hide()
        else:
            self._window.take_ask()
            self._window.show()
            self._window.activateWindow()
            self._strip.hide()

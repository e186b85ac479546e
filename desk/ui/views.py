"""One desk, two windows: whichever the clerk wants is there, the other is not."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject

from desk.ui.strip_window import StripWindow
from desk.ui.window import Window
from desk.viewmodels.shape import Shape


class Views(QObject):
    """Shows the one before it hides the other, so that the program never looks closed."""

    def __init__(
        self, window: Window, make_strip: Callable[[], StripWindow], shape: Shape, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._make_strip, self._shape = window, make_strip, shape
        shape.changed.connect(self._on_shape)

    @cached_property
    def strip(self) -> StripWindow:
        """The strip, made when it is first wanted: many a desk never wants it."""
        return self._make_strip()

    def close(self) -> None:
        """Put away what there is."""
        for window in (self._window, *([self.strip] if "strip" in vars(self) else [])):
            window.close()
            window.deleteLater()

    def _on_shape(self) -> None:
        if self._shape.compact:
            self.strip.take_ask()
            self.strip.appear()
            self._window.hide()
        else:
            self._window.take_ask()
            self._window.show()
            self._window.activateWindow()
            self.strip.hide()

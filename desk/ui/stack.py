"""Pages one of which is seen."""

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget


class Stack(QStackedWidget):
    """Needs the room of the page that is seen, at least `width` pixels across; Qt's own needs that of the largest."""

    def __init__(self, width: int = 0) -> None:
        super().__init__()
        self._least = QSize(width, 0)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self._seen().minimumSizeHint().expandedTo(self._least)

    def sizeHint(self) -> QSize:
        return self._seen().sizeHint().expandedTo(self._least)

    def hasHeightForWidth(self) -> bool:
        return self._seen().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._seen().heightForWidth(width)

    def _seen(self) -> QWidget:
        return cast(QWidget, self.currentWidget())  # It has pages from where it is made on.


class Least(QVBoxLayout):
    """Asks for the least room only, not for what wrapped words would like: those find theirs where there is some."""

    def hasHeightForWidth(self) -> bool:
        return False

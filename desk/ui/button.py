"""Buttons that show their key and, when reached by the keyboard, a ring nobody can miss."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desk.ui.plain import Plain, restyle
from desk.ui.style import TOKENS

_GREAT, _USUAL = 104, 52
"""Heights in pixels."""


class Button(QPushButton):
    """A button with the desk's focus ring."""

    def __init__(self, look: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for inset, colour in ((1.0, "ink"), (3.0, "call")):
                painter.setPen(QPen(QColor(TOKENS[colour]), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)


class KeyButton(Button):
    """An act with its key: pressing the key is pressing the button. One that `wraps` takes the width it is given."""

    def __init__(self, key: str, *, height: int = _USUAL, wraps: bool = False) -> None:
        super().__init__()
        self._height = height
        self.setMinimumHeight(height)
        self._title, self._key = Plain("act", wraps=wraps), Plain("key")
        self._key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 12, 4)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        across = QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._shortcut = QShortcut(self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)
        self.set_key(key)

    def set_key(self, key: str, *also: str) -> None:
        """Which key presses the button, as `Shift+F12`, and which others do; none when empty."""
        self._shortcut.setKeys([QKeySequence(each) for each in (key, *also) if each])
        self._key.show_text(key.replace("Return", "Enter").replace("+", " "))

    def show_title(self, title: str) -> None:
        """What the act is called."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_marked(self, marked: bool) -> None:
        """The act that is usually done next, among buttons of one size."""
        restyle(self, "look", "primary" if marked else "plain")
        self._title.set_look("current act" if marked else "act")
        self._key.set_look("great key" if marked else "key")

    def set_great(self, great: bool) -> None:
        """The act that is usually done next is the largest on the screen."""
        restyle(self, "rank", "great" if great else "usual")
        restyle(self, "look", "primary" if great else "plain")
        self._title.set_look("great act" if great else "act")
        self._key.set_look("great key" if great else "key")
        self.setFixedHeight(_GREAT if great else self._height)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), self._height)

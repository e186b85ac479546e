"""A label that shows data as it is."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Plain(QLabel):
    """Text, never markup: what a visitor or a server said cannot become anything but letters."""

    def __init__(self, look: str = "body", *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(wraps)
        self._centred = False
        self._align()

    def centre(self) -> "Plain":
        """Stand in the middle; the label itself, for building."""
        self._centred = True
        self._align()
        return self

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Left to itself, Qt aligns by the text's own direction, and a number would stray from its Arabic name.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        across = Qt.AlignmentFlag.AlignHCenter if self._centred else side | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, text: str) -> None:
        """Show `text`, or nothing at all when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))

    def set_look(self, look: str) -> None:
        """Take another look of the style sheet."""
        restyle(self, "look", look)


class Elided(Plain):
    """Words on one line that give way, and say so by …, where there is no room for them all."""

    def __init__(self, look: str = "body") -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # Else the … would stand before Arabic words.
        self.style().drawItemText(
            painter, self.rect(), self.alignment(), self.palette(), True, shown, self.foregroundRole()
        )


class Panel(QFrame):
    """A white surface that holds things belonging together."""

    def __init__(self, look: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)


def literal(text: str) -> str:
    """Words for a button: an ampersand in them is an ampersand, not the mark of a key."""
    return text.replace("&", "&&")


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet asks for, and draw the widget by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()

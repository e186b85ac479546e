"""The three signs that go with the three colours, drawn, so that no font can lack them."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.style import TOKENS

Tone = Literal["good", "careful", "stop", "quiet"]

_STROKES: dict[Tone, list[list[tuple[float, float]]]] = {
    "good": [[(0.28, 0.53), (0.44, 0.68), (0.73, 0.34)]],
    "careful": [[(0.5, 0.25), (0.5, 0.56)], [(0.5, 0.74), (0.5, 0.745)]],
    "stop": [[(0.33, 0.33), (0.67, 0.67)], [(0.67, 0.33), (0.33, 0.67)]],
    "quiet": [[(0.32, 0.5), (0.68, 0.5)]],
}


class Mark(QWidget):
    """✓, ! or ✕ in a disc; a dash for what is not known yet. It always stands beside its word."""

    def __init__(self, size: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._tone: Tone = "quiet"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def set_tone(self, tone: Tone) -> None:
        """Show another sign."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _draw(QPainter(self), self._tone, float(self._size))


@cache
def icon(tone: Tone, size: int = 32) -> QIcon:
    """The sign as a picture, for the row of a table."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _draw(painter, tone, float(size))
    painter.end()
    sign = QIcon(pixmap)
    sign.addPixmap(pixmap, QIcon.Mode.Selected)  # The same on the row stood on, untinted.
    return sign


def _draw(painter: QPainter, tone: Tone, size: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TOKENS[tone]))
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    pen = QPen(QColor(TOKENS["surface"]), size / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in _STROKES[tone]:
        painter.drawPolyline(QPolygonF([QPointF(x * size, y * size) for x, y in stroke]))

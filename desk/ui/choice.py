"""A list to choose one from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class Choice(QComboBox):
    """Keeps its choice when it is filled anew, and writes it on the side where reading begins.

    Under a style sheet Qt draws the chosen words on the left, whatever the direction; hence the painting.
    """

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Offer values with their words."""
        if choices == [(self.itemData(place), self.itemText(place)) for place in range(self.count())]:
            return
        chosen = self.currentData()
        was_blocked = self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(was_blocked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self.currentText())

"""A date of a paper, typed as it is printed: day, month, year."""

from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from desk.ui.plain import restyle

_FORM = "%d/%m/%Y"
_BLANK = "//"


class DayEdit(QLineEdit):
    """Eight figures, and nothing at all until somebody gave a date.

    Qt's own date field always holds some date, and refuses 31 while the month still reads November.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setInputMask("99/99/9999;_")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(136)
        self.textEdited.connect(self._judge)

    @property
    def day(self) -> date | None:
        """The day given; None while there is none, or none that the calendar knows."""
        try:
            return datetime.strptime(self.text(), _FORM).date()  # noqa: DTZ007  # A day printed on paper has no zone.
        except ValueError:
            return None

    @property
    def is_wrong(self) -> bool:
        """Whether something was typed that is no day."""
        return self.text() != _BLANK and self.day is None

    def show_day(self, day: date | None) -> None:
        """Show what was said before; what the clerk typed stands."""
        if day is not None and self.text() == _BLANK:
            self.setText(day.strftime(_FORM))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # After a click Qt still sets the cursor where the mouse was; typing is to begin at the day.
        QTimer.singleShot(0, self, self.selectAll)

    def _judge(self) -> None:
        done = "_" not in self.displayText()
        restyle(self, "look", "wrong" if done and self.is_wrong else "plain")

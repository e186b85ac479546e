"""A date of a paper, typed or picked."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateEdit

from desk.ui.plain import restyle


class DayEdit(QDateEdit):
    """A day that counts only once the clerk has touched it, or it was said before.

    Qt's date field always holds some date; one nobody gave must not be sent.
    """

    def __init__(self, today: date) -> None:
        super().__init__(QDate(today.year, today.month, today.day))
        self.given = False
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setLocale(QLocale.c())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setProperty("look", "unset")
        self.lineEdit().textEdited.connect(self._touched)
        self.userDateChanged.connect(self._touched)

    @property
    def day(self) -> date | None:
        """The day given, if any."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self.given else None

    def show_day(self, day: date | None) -> None:
        """Show what was said before; what the clerk typed stands."""
        if day is not None and not self.given:
            self.setDate(QDate(day.year, day.month, day.day))
            self._touched()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def _touched(self) -> None:
        self.given = True
        restyle(self, "look", "set")

"""The information desk: who comes | the check in hand | what is given."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desk.ui.arrivals import Arrivals
from desk.ui.booking import Booking
from desk.ui.check_sheet import CheckSheet
from desk.ui.found_appointment import FoundAppointment
from desk.ui.found_visit import FoundVisit
from desk.ui.information_acts import InformationActs
from desk.ui.new_check import NewCheck
from desk.ui.welcome import Welcome
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language


class InformationPage(QWidget):
    """A clerk's whole screen on the ground floor."""

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        # However many models change at once, the page is drawn anew once, in the event loop's next turn.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._information, self._language = information, language
        self._new = NewCheck(information, hall, language)
        self._sheet = CheckSheet(information, hall, language)
        self._visit = FoundVisit(information, language)
        self._appointment = FoundAppointment(information, hall, language)
        self._booking = Booking(information, hall, language)
        self._welcome = Welcome(hall, language)
        self._arrivals = Arrivals(information, language)
        self._acts = InformationActs(information, language)
        self._arrivals.begin.connect(self._ask_new)
        self._welcome.quick.connect(self._ask_new)
        self._welcome.book.connect(self._ask_booking)
        self._appointment.check_in.connect(self._ask_new)
        for asking in (self._new, self._booking):
            asking.closed.connect(self._show_in_hand)
        self._in_hand: tuple[str, str] = ("", "")
        self._middle = QStackedWidget()
        self._parts = (self._welcome, self._new, self._sheet, self._visit, self._appointment, self._booking)
        for page in self._parts:
            self._middle.addWidget(page)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(16)
        columns.addWidget(self._arrivals, 5)
        columns.addWidget(self._middle, 11)
        columns.addWidget(self._acts, 5)
        for model in (information, hall, language):
            model.changed.connect(self._soon.start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now, when somebody sees it."""
        if not self.isVisible():
            return
        self._welcome.helping = self._information.helping
        for part in (*self._parts, self._arrivals, self._acts):
            part.refresh()
        in_hand, _page = self._what()
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self._show_in_hand()

    def _what(self) -> tuple[tuple[str, str], QWidget]:
        """What is in hand, and the page that shows it."""
        information, appointment = self._information, self._information.appointments.in_hand
        if information.check:
            return ("check", information.check.id), self._sheet
        if information.found:
            return ("number", information.found.id), self._visit
        if appointment:
            return ("appointment", appointment.id), self._appointment
        return ("", ""), self._welcome

    def _ask_new(self, service: str = "") -> None:
        self._middle.setCurrentWidget(self._new)
        helping = self._information.helping
        self._new.ask(service or (helping.service or "" if helping else ""))
        if helping:
            self._new.speak(helping.language)

    def _ask_booking(self) -> None:
        self._middle.setCurrentWidget(self._booking)
        self._booking.begin()

    def _show_in_hand(self) -> None:
        self._middle.setCurrentWidget(self._what()[1])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

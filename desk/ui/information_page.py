"""The information desk: who comes | the check in hand | what is given."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.arrivals import Arrivals
from desk.ui.check_sheet import CheckSheet
from desk.ui.information_acts import InformationActs
from desk.ui.new_check import NewCheck
from desk.ui.plain import Panel, Plain
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language


class InformationPage(QWidget):
    """A clerk's whole screen on the ground floor."""

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._language = information, language
        self._advice = Plain("title", wraps=True).centre()
        self._new = NewCheck(information, hall, language)
        self._sheet = CheckSheet(information, language)
        self._arrivals = Arrivals(information, language)
        self._acts = InformationActs(information, language)
        self._arrivals.begin.connect(self._ask_new)
        self._new.closed.connect(self._show_advice)
        self._in_hand: str | None = None
        self._middle = QStackedWidget()
        self._nobody = Panel()
        QVBoxLayout(self._nobody).addWidget(self._advice)
        for page in (self._nobody, self._new, self._sheet):
            self._middle.addWidget(page)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(16)
        columns.addWidget(self._arrivals, 5)
        columns.addWidget(self._middle, 11)
        columns.addWidget(self._acts, 5)
        for model in (information, hall, language):
            model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now."""
        self._advice.setText(self._language.say("Take the next visitor, open a code, or begin a new check."))
        for part in (self._new, self._sheet, self._arrivals, self._acts):
            part.refresh()
        in_hand = self._information.check.id if self._information.check else None
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self._middle.setCurrentWidget(self._sheet if in_hand else self._nobody)

    def _ask_new(self) -> None:
        self._middle.setCurrentWidget(self._new)
        self._new.focus()

    def _show_advice(self) -> None:
        self._middle.setCurrentWidget(self._sheet if self._in_hand else self._nobody)

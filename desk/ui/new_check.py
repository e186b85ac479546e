"""A check begun at the desk: what for, typed; who, by one figure; and in which language."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.ui.button import KeyButton
from desk.ui.choice import Choice
from desk.ui.plain import Panel, Plain
from desk.ui.service_search import ServiceSearch
from desk.ui.words import language_word
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire


class NewCheck(Panel):
    """Service, caller and language of a visitor who comes without a check. The figure of who asks begins it."""

    closed = Signal()

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._hall, self._language = information, hall, language
        self._service: wire.ServiceEntry | None = None
        self._last = ""
        self._title, self._who, self._speaks_label = Plain("title", wraps=True), Plain("heading"), Plain("heading")
        self._search, self._speaks = ServiceSearch("new", language), Choice()
        self._speaks.setObjectName("new-speaks")
        self._speaks.setMinimumHeight(40)
        self._speaks_label.setBuddy(self._speaks)
        self._callers: dict[str, KeyButton] = {}
        self._row = QVBoxLayout()
        self._row.setSpacing(8)
        self._back = KeyButton("Esc")
        self._back.setObjectName("new-back")
        self._back.clicked.connect(self.closed)
        self._search.chosen.connect(self._on_chosen)
        self._lay_out()

    def refresh(self) -> None:
        """Offer the office's services."""
        say, catalogue = self._language.say, self._hall.catalogue
        self._title.setText(self._language.of(self._service.name) if self._service else say("New check"))
        self._who.setText(say("Who is asking") if self._service else "")
        self._speaks_label.setText(say("The visitor's language"))
        self._speaks.setAccessibleName(say("The visitor's language"))
        self._back.show_title(say("Back"))
        if catalogue is None:
            return
        self._search.offer(catalogue.services)
        self._search.setVisible(self._service is None)
        self._speaks.offer([(code, language_word(code)) for code in catalogue.languages])
        self._show_callers(catalogue)

    def ask(self, service: str = "") -> None:
        """Ask anew, for a service that is known already if one is given."""
        self._service = None
        self.refresh()
        if service:
            self._on_chosen(service)
        else:
            self._search.begin()

    def speak(self, language: str) -> None:
        """Choose the visitor's language, as the kiosk told it."""
        self._speaks.setCurrentIndex(max(0, self._speaks.findData(language)))

    def _on_chosen(self, service: str) -> None:
        catalogue = self._hall.catalogue
        if catalogue is None:
            return
        self._service = next((each for each in catalogue.services if each.id == service), None)
        self.refresh()
        if self._service and len(self._service.callers) == 1:
            self._begin(self._service.callers[0])
        elif self._service:
            self._callers[self._likely()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_callers(self, catalogue: wire.Catalogue) -> None:
        asking = self._service.callers if self._service else []
        words = {caller.value: self._language.of(caller.text) for caller in catalogue.callers}
        for caller in words:
            if caller not in self._callers:
                button = self._callers[caller] = KeyButton("")
                button.setObjectName(f"caller-{caller}")
                button.clicked.connect(partial(self._begin, caller))
                self._row.addWidget(button)
        for caller, button in self._callers.items():
            button.setVisible(caller in asking)
            figure = str(asking.index(caller) + 1) if caller in asking else ""
            button.set_key(figure, *(("Return", "Enter") if figure and caller == self._likely() else ()))
            button.show_title(words.get(caller, caller))
            button.setEnabled(not self._information.busy)

    def _likely(self) -> str:
        """Who Enter stands for: whoever asked last, if they may ask for this."""
        asking = self._service.callers if self._service else [""]
        return self._last if self._last in asking else asking[0]

    def _begin(self, caller: str) -> None:
        if self._service:
            self._last = caller
            self._information.begin(self._service.id, caller, self._speaks.currentData())

    def _lay_out(self) -> None:
        speaks = QHBoxLayout()
        speaks.addWidget(self._speaks_label)
        speaks.addWidget(self._speaks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._search, 1)
        column.addWidget(self._who)
        column.addLayout(self._row)
        column.addLayout(speaks)
        column.addWidget(self._back)
        column.addStretch(0)

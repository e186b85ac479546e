"""A check begun at the desk: what for, who, and in which language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout

from desk.ui.button import Button
from desk.ui.choice import Choice
from desk.ui.plain import Panel, Plain
from desk.ui.words import language_word
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire


class NewCheck(Panel):
    """Service, caller and language of a visitor who comes without a check."""

    closed = Signal()

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._hall, self._language = information, hall, language
        self._title = Plain("title")
        self._service, self._caller, self._speaks = Choice(), Choice(), Choice()
        self._labels = {box: Plain("body") for box in (self._service, self._caller, self._speaks)}
        self._begin, self._back = Button("primary"), Button()
        for name, widget in (("service", self._service), ("caller", self._caller), ("speaks", self._speaks)):
            widget.setObjectName(f"new-{name}")
        self._begin.setObjectName("new-begin")
        self._service.currentIndexChanged.connect(self._show_callers)
        self._begin.clicked.connect(self._on_begin)
        self._back.clicked.connect(self.closed)
        self._lay_out()

    def refresh(self) -> None:
        """Offer the office's services."""
        say, catalogue = self._language.say, self._hall.catalogue
        self._title.setText(say("New check"))
        for box, words in zip(
            self._labels, (say("Service"), say("Who is asking"), say("The visitor's language")), strict=True
        ):
            self._labels[box].setText(words)
            box.setAccessibleName(words)
        self._begin.setText(say("Begin"))
        self._begin.setEnabled(not self._information.busy)
        self._back.setText(say("Back"))
        if catalogue is not None:
            services = [(service.id, self._language.of(service.name)) for service in catalogue.services]
            self._service.offer(services)
            self._speaks.offer([(code, language_word(code)) for code in catalogue.languages])
            self._show_callers()

    def focus(self) -> None:
        """Begin with the service."""
        self._service.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_callers(self) -> None:
        catalogue = self._hall.catalogue
        if catalogue is None:
            return
        chosen: wire.ServiceEntry | None = next(
            (service for service in catalogue.services if service.id == self._service.currentData()), None
        )
        asking = chosen.callers if chosen else []
        callers = [(caller.value, self._language.of(caller.text)) for caller in catalogue.callers]
        self._caller.offer([(value, words) for value, words in callers if value in asking])

    def _on_begin(self) -> None:
        chosen = [box.currentData() for box in (self._service, self._caller, self._speaks)]
        if all(chosen):
            self._information.begin(*chosen)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        for box, label in self._labels.items():
            box.setMinimumHeight(40)
            label.setBuddy(box)
            form.addRow(label, box)
        buttons = QHBoxLayout()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addStretch(1)

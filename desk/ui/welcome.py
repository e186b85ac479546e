"""The middle of the information desk while nobody is there: what can be begun by one key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desk.ui.arrival_words import referral_words
from desk.ui.button import KeyButton
from desk.ui.plain import Panel, Plain
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class Welcome(Panel):
    """Advice, or the visitor taken without a check; the quick services by their figures, and booking an appointment."""

    quick = Signal(str)
    book = Signal()

    def __init__(self, hall: Hall, language: Language) -> None:
        super().__init__()
        self._hall, self._language = hall, language
        self._advice, self._heading = Plain("title", wraps=True).centre(), Plain("heading")
        self.helping: wire.Referral | None = None
        self._topics: dict[str, KeyButton] = {}
        self._book = KeyButton("F10")
        self._book.setObjectName("book")
        self._book.clicked.connect(self.book)
        self._row = QVBoxLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._advice)
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addLayout(self._row)
        column.addSpacing(8)
        column.addWidget(self._book)

    def refresh(self) -> None:
        """Offer what the office gives without a number, and its appointments."""
        say, catalogue = self._language.say, self._hall.catalogue
        self._advice.setText(
            "\n".join(
                [*referral_words(self.helping, self._language), say("Help this visitor here, or begin a new check.")]
            )
            if self.helping
            else say("Take the next visitor, open a code, or begin a new check.")
        )
        self._heading.setText(say("Settled here, without a number"))
        self._book.show_title(say("Book an appointment"))
        services = catalogue.services if catalogue else []
        quick = [service for service in services if service.line is None]
        self._heading.setVisible(bool(quick))
        self._book.setVisible(any(line.appointments for line in catalogue.lines) if catalogue else False)
        for place, service in enumerate(quick, 1):
            self._topic(service).set_key(str(place) if place <= 9 else "")
            self._topic(service).show_title(self._language.of(service.name))

    def _topic(self, service: wire.ServiceEntry) -> KeyButton:
        if service.id not in self._topics:
            button = self._topics[service.id] = KeyButton("", height=44)
            button.setObjectName(f"quick-{service.id}")
            button.clicked.connect(partial(self.quick.emit, service.id))
            self._row.addWidget(button)
        return self._topics[service.id]

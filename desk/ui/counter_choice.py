"""Which counter the clerk sits at, when the desk was not told."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desk.ui.button import Button
from desk.ui.plain import Panel, Plain, literal
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class CounterChoice(Panel):
    """One button a counter; those another clerk holds say so and cannot be taken."""

    chosen = Signal(int)

    def __init__(self, hall: Hall, language: Language) -> None:
        super().__init__()
        self._hall, self._language = hall, language
        self._question = Plain("title", wraps=True)
        self._buttons: dict[int, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(8)
        self._column.addWidget(self._question)
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Offer the counters as they stand."""
        self._question.setText(self._language.say("Which counter are you at?"))
        for place in self._hall.floor.counters if self._hall.floor else []:
            button = self._button(place.n)
            button.setText(literal(self._words(place)))
            button.setEnabled(place.clerk is None)

    def _words(self, place: wire.CounterStatus) -> str:
        if place.clerk is None:
            return place.name
        return self._language.say("{counter} — {clerk} is there", counter=place.name, clerk=place.clerk)

    def _button(self, n: int) -> Button:
        if n not in self._buttons:
            button = self._buttons[n] = Button()
            button.setObjectName(f"counter-{n}")
            button.setMinimumHeight(48)
            button.clicked.connect(partial(self.chosen.emit, n))
            self._column.insertWidget(self._column.count() - 1, button)
        return self._buttons[n]

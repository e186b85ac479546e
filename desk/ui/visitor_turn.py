"""One visitor's turn: found by number, given a priority with a reason."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.choice import Choice
from desk.ui.confirm import LEAST_REASON
from desk.ui.plain import Plain
from desk.ui.words import figures, minutes, priority_word, visitor_words
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.language import Language
from queue_server import wire

_RANKS: tuple[wire.Priority, ...] = ("elderly", "pregnant", "disabled", "none")


class VisitorTurn(QWidget):
    """The number, who that is, and the priority to give."""

    def __init__(self, arranging: Arranging, language: Language) -> None:
        super().__init__()
        self._arranging, self._language = arranging, language
        self._title, self._about = Plain("heading"), Plain("strong", wraps=True)
        self._number, self._find = QLineEdit(), Button()
        self._rank, self._why, self._give = Choice(), QLineEdit(), Button()
        names = ("turn-number", "turn-find", "turn-priority", "turn-why", "turn-give")
        for name, part in zip(names, (self._number, self._find, self._rank, self._why, self._give), strict=True):
            part.setObjectName(name)
        self._number.setMaxLength(16)
        self._why.setMaxLength(500)
        self._number.returnPressed.connect(self._on_find)
        self._find.clicked.connect(self._on_find)
        self._why.textChanged.connect(self._judge)
        self._why.returnPressed.connect(self._on_give)
        self._give.clicked.connect(self._on_give)
        arranging.settled.connect(self._why.clear)
        self._lay_out()

    def refresh(self) -> None:
        """Show who was found."""
        say, found = self._language.say, self._arranging.found
        self._title.setText(say("A visitor's turn"))
        self._number.setPlaceholderText(say("Number"))
        self._number.setAccessibleName(say("The visitor's number"))
        self._find.setText(say("Find"))
        self._rank.setAccessibleName(say("Priority"))
        self._rank.offer([(rank, priority_word(rank, self._language)) for rank in _RANKS])
        self._why.setPlaceholderText(say("Why? Your name stands beside it."))
        self._why.setAccessibleName(say("Why? Your name stands beside it."))
        self._give.setText(say("Give priority"))
        self._about.show_text(self._in_words(found) if found else "")
        for part in (self._rank, self._why, self._give):
            part.setVisible(found is not None)
        self._judge()

    def _in_words(self, found: wire.Ticket) -> str:
        waits = any(leg.state == "waiting" for leg in found.legs)
        parts = (
            figures(found.number),
            found.service_name,
            minutes(found.waited, self._language),
            *visitor_words(found, self._language),
            "" if waits else self._language.say("This visitor is not waiting."),
        )
        return " · ".join(f"\u2068{part}\u2069" for part in parts if part)  # Each by its own direction.

    def _judge(self) -> None:
        said_why = len(self._why.text().strip()) >= LEAST_REASON
        self._give.setEnabled(self._arranging.may_prioritise and said_why)

    def _on_find(self) -> None:
        number = self._number.text().strip()
        if number:
            self._arranging.find(number)

    def _on_give(self) -> None:
        if self._give.isEnabled():
            self._arranging.prioritise(self._rank.currentData(), self._why.text().strip())

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._number, 1)
        first.addWidget(self._find)
        second.addWidget(self._rank)
        second.addWidget(self._why, 1)
        second.addWidget(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(first)
        column.addWidget(self._about)
        column.addLayout(second)

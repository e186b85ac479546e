"""The lines and who is next in each."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.mark import Mark
from desk.ui.plain import Panel, Plain, restyle
from desk.ui.words import figures, minutes, standing_word, visitor_words
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class LineCard(Panel):
    """One line: how many wait, the longest wait against the target, and whose turn it is."""

    def __init__(self, hall: Hall, language: Language) -> None:
        super().__init__("card")
        self._hall, self._language = hall, language
        self._name, self._waiting, self._longest = Plain("strong"), Plain("large"), Plain("small", wraps=True)
        self._mark, self._standing = Mark(18), Plain("small")
        self._next = Plain("strong")
        self._service = Plain("small", wraps=True)
        self._papers, self._papers_mark = Plain("small"), Mark(16)
        self._edge = Panel("edge")
        column = QVBoxLayout()
        column.setSpacing(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._edge)
        row.addLayout(column, 1)
        column.addLayout(_row(self._name, None, self._waiting))
        column.addLayout(_row(self._mark, self._standing, None, self._longest))
        column.addSpacing(4)
        column.addLayout(_row(self._next, None, self._papers_mark, self._papers))
        column.addWidget(self._service)

    def show_line(self, line: wire.LineStatus, *, with_next: bool) -> None:
        """Show the line as it stands now."""
        say = self._language.say
        standing = self._hall.standing(line)
        restyle(self._edge, "tone", standing if line.waiting else "quiet")
        self._name.setText(line.name)
        self._waiting.setText(say("{count} waiting", count=line.waiting))
        self._mark.set_tone(standing)
        self._mark.setVisible(line.waiting > 0)
        self._standing.setText(standing_word(standing, self._language) if line.waiting else say("Nobody is waiting."))
        self._standing.set_look(standing if line.waiting else "small")
        longest = self._hall.longest(line) // 60
        self._longest.show_text(
            say("longest {minutes} of {target} min", minutes=longest, target=line.target_minutes)
            if line.waiting
            else ""
        )
        self._show_next(line.next if with_next else None)
        self.setAccessibleName(f"{line.name}: {self._waiting.text()}, {self._standing.text()}, {self._longest.text()}")

    def _show_next(self, visitor: wire.NextInLine | None) -> None:
        for widget in (self._next, self._service, self._papers, self._papers_mark):
            widget.setVisible(visitor is not None)
        if visitor is None:
            return
        say = self._language.say
        self._next.setText(say("Next {number}", number=figures(visitor.number)))
        waited = minutes(self._hall.waited(visitor), self._language)
        self._service.setText(" · ".join((visitor.service_name, waited, *visitor_words(visitor, self._language))))
        self._papers_mark.set_tone("good" if visitor.papers == "ready" else "careful")
        self._papers.setText(say("Papers complete") if visitor.papers == "ready" else say("A paper was waived"))


class Lines(QWidget):
    """This counter's lines first, then the others more quietly."""

    def __init__(self, hall: Hall, counter: Counter, language: Language) -> None:
        super().__init__()
        self._hall, self._counter, self._language = hall, counter, language
        self._own, self._rest = Plain("heading"), Plain("heading")
        self._cards: dict[str, LineCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._own)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Show the floor as it stands now."""
        own, rest = self._hall.lines_of(self._counter.n)
        self._own.setText(self._language.say("Lines of this counter"))
        self._rest.show_text(self._language.say("Other lines") if rest else "")
        for place, line in enumerate(own):
            self._card(line, 1 + place).show_line(line, with_next=True)
        self._column.removeWidget(self._rest)
        self._column.insertWidget(1 + len(own), self._rest)
        for place, line in enumerate(rest):
            self._card(line, 2 + len(own) + place).show_line(line, with_next=False)

    def _card(self, line: wire.LineStatus, place: int) -> LineCard:
        card = self._cards.get(line.line)
        if card is None:
            card = self._cards[line.line] = LineCard(self._hall, self._language)
            card.setObjectName(f"line-{line.line}")
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
        return card


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None stretches."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row

"""The questions of a check, one line each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desk.ui.plain import Panel, Plain, literal
from queue_server import wire


class QuestionRow(QWidget):
    """A question with its answers."""

    answered = Signal(str, str)

    def __init__(self, question: wire.Question) -> None:
        super().__init__()
        self._text = Plain("body", wraps=True)
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        for option in question.options:
            choice = self._choices[option.value] = QRadioButton()
            choice.setObjectName(f"answer-{question.fact}-{option.value}")
            choice.clicked.connect(partial(self._answer, question.fact, option.value))
            self._group.addButton(choice)
            row.addWidget(choice)

    def show_question(self, question: wire.Question, *, asked: bool) -> None:
        """Show the question and its answer, if it has one; the one `asked` now shows the figures that answer it."""
        self._text.setText(question.text)
        self._group.setExclusive(question.answer is not None)
        for figure, option in enumerate(question.options, 1):
            choice = self._choices[option.value]
            choice.setText(literal(f"{figure} · {option.text}" if asked else option.text))
            choice.setAccessibleName(f"{question.text} {option.text}")
            choice.setChecked(option.value == question.answer)

    def _answer(self, fact: str, value: str) -> None:
        self.answered.emit(fact, value)


class Questions(Panel):
    """Every question asked so far; a change of answer is allowed until there is a number.

    A figure answers the first that is still open.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("card")
        self._rows: dict[str, QuestionRow] = {}
        self._open: wire.Question | None = None
        self._figures = [QShortcut(QKeySequence(str(figure)), self) for figure in range(1, 10)]
        for place, shortcut in enumerate(self._figures):
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(partial(self._answer, place))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)

    def show_questions(self, questions: list[wire.Question]) -> None:
        """Show the questions as they stand, in the server's order."""
        self.setVisible(bool(questions))
        self._open = next((question for question in questions if question.answer is None), None)
        for shortcut in self._figures:
            shortcut.setEnabled(self._open is not None)
        asked = {question.fact for question in questions}
        for gone in self._rows.keys() - asked:
            self._rows.pop(gone).deleteLater()
        for place, question in enumerate(questions):
            row = self._rows.get(question.fact)
            if row is None:
                row = self._rows[question.fact] = QuestionRow(question)
                row.answered.connect(self.answered)
            self._column.insertWidget(place, row)
            row.show_question(question, asked=question is self._open)

    def _answer(self, place: int) -> None:
        if self._open is not None and place < len(self._open.options):
            self.answered.emit(self._open.fact, self._open.options[place].value)

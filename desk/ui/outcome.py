"""How a visit ended, chosen by one digit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.button import KeyButton
from desk.ui.findings import documents
from desk.ui.plain import Plain
from desk.viewmodels.counter import Counter, Outcome
from desk.viewmodels.language import Language


class OutcomeChoice(QWidget):
    """1 completed, 2 not completed, 3 the papers were wrong after all: then which. Escape goes back."""

    closed = Signal()

    def __init__(self, counter: Counter, language: Language) -> None:
        super().__init__()
        self._counter, self._language = counter, language
        self._question = Plain("large", wraps=True)
        self._buttons: list[KeyButton] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        self._back = KeyButton("Esc")
        self._back.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addLayout(self._choices)
        column.addWidget(self._back)
        column.addStretch(1)

    def ask(self) -> None:
        """How did it end?"""
        say = self._language.say
        self._question.setText(say("How did the visit end?"))
        self._offer(
            (say("Completed"), partial(self._finish, "completed")),
            (say("Not completed"), partial(self._finish, "not_completed")),
            (say("Papers were wrong"), self._ask_paper),
        )

    def _ask_paper(self) -> None:
        self._question.setText(self._language.say("Which paper was wrong?"))
        findings = self._counter.check.findings if self._counter.check else []
        self._offer(*((documents(finding), partial(self._papers_wrong, finding.requirement)) for finding in findings))

    def _offer(self, *answers: tuple[str, Callable[[], None]]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for digit, (words, choose) in enumerate(answers, start=1):
            # The tenth paper and on have no digit of their own and are reached by Tab.
            button = KeyButton(str(digit) if digit <= 9 else "", height=60, wraps=True)
            button.setObjectName(f"outcome-{digit}")
            button.show_title(words)
            button.clicked.connect(choose)
            self._choices.addWidget(button)
            self._buttons.append(button)
        self._back.show_title(self._language.say("Back"))

    def _finish(self, outcome: Outcome) -> None:
        self.closed.emit()
        self._counter.finish(outcome)

    def _papers_wrong(self, requirement: str) -> None:
        self.closed.emit()
        self._counter.finish("papers_wrong", requirement)

"""The clerk's acts with their keys; what is usually done next is on top and the largest."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desk.ui.button import Button, KeyButton
from desk.ui.outcome import OutcomeChoice
from desk.ui.plain import Panel, Plain
from desk.viewmodels.counter import Act, Counter
from desk.viewmodels.language import Language

_KEYS: dict[Act, str] = {
    "open": "F10",
    "next": "F2",
    "start": "F4",
    "finish": "F9",
    "recall": "F3",
    "no_show": "F8",
    "break": "F12",
    "close": "Shift+F12",
}


class CounterActs(Panel):
    """One button an act; only those possible now can be pressed."""

    def __init__(self, counter: Counter, language: Language) -> None:
        super().__init__()
        self._counter, self._language = counter, language
        self._heading = Plain("heading")
        self._buttons = {act: KeyButton(key) for act, key in _KEYS.items()}
        for act, press in self._presses().items():
            self._buttons[act].setObjectName(f"act-{act}")
            self._buttons[act].clicked.connect(press)
        self._elsewhere = Button()
        self._elsewhere.setObjectName("act-elsewhere")
        self._elsewhere.clicked.connect(lambda: counter.choose(None))
        self._outcome = OutcomeChoice(counter, language)
        self._pages = QStackedLayout()
        self._outcome.closed.connect(partial(self._pages.setCurrentIndex, 0))
        self._pages.addWidget(self._acts_page())
        self._pages.addWidget(self._outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._heading)
        column.addLayout(self._pages, 1)

    def refresh(self) -> None:
        """Say and allow the acts as things stand."""
        self._heading.setText(self._language.say("What to do"))
        if self._counter.phase != "serving":
            self._pages.setCurrentIndex(0)
        for act, words in self._words().items():
            button = self._buttons[act]
            button.show_title(words)
            button.setEnabled(self._counter.may(act))
            button.set_great(act == self._counter.primary)
        for act in ("open", "next", "start", "finish"):
            self._buttons[act].setVisible(act == self._counter.primary)
        self._elsewhere.setText(self._language.say("Another counter"))
        self._elsewhere.setVisible(self._counter.phase == "closed" and not self._counter.told)

    def _acts_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for act, button in self._buttons.items():
            if act in {"recall", "break"}:
                column.addSpacing(8)
            column.addWidget(button)
        column.addWidget(self._elsewhere)
        column.addStretch(1)
        return page

    def _ask_outcome(self) -> None:
        if self._counter.may("finish"):
            self._outcome.ask()
            self._pages.setCurrentIndex(1)

    def _presses(self) -> dict[Act, Callable[[], None]]:
        counter = self._counter
        return {
            "open": counter.open,
            "next": counter.call_next,
            "start": counter.start,
            "finish": self._ask_outcome,
            "recall": counter.recall,
            "no_show": counter.no_show,
            "break": counter.take_break,
            "close": counter.close,
        }

    def _words(self) -> dict[Act, str]:
        say = self._language.say
        return {
            "open": say("Come back") if self._counter.phase == "break" else say("Open counter"),
            "next": say("Call next"),
            "start": say("Start"),
            "finish": say("Finish"),
            "recall": say("Recall"),
            "no_show": say("Did not come"),
            "break": say("Break"),
            "close": say("Close counter"),
        }

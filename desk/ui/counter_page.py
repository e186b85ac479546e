"""The counter: lines and who is next | the visitor and the papers | acts with their keys."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.asking import Asking
from desk.ui.counter_acts import CounterActs
from desk.ui.counter_choice import CounterChoice
from desk.ui.lines import Lines
from desk.ui.stack import Stack
from desk.ui.strip import Strip
from desk.ui.visitor import Visitor
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language


class CounterPage(QWidget):
    """A clerk's whole screen upstairs."""

    def __init__(self, asking: Asking, counter: Counter, hall: Hall, language: Language, keys: Keys) -> None:
        super().__init__()
        # However many models change at once, the page is drawn anew once, in the event loop's next turn.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._counter = counter
        self._choice = CounterChoice(hall, language)
        self._choice.chosen.connect(counter.choose)
        self._lines = Lines(hall, counter, language)
        self._acts = CounterActs(asking, counter, language, keys)
        self._parts = (
            self._choice,
            self._lines,
            Strip(counter, hall, language),
            Visitor(counter, language, keys),
            self._acts,
        )
        self._pages = Stack()
        self._pages.addWidget(self._choice_page())
        self._pages.addWidget(self._work_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        for model in (counter, hall, language):
            model.changed.connect(self._soon.start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def take_ask(self) -> None:
        """What is asked is asked here from now on."""
        self._acts.take_ask()

    def refresh(self) -> None:
        """Show everything as it stands now, when somebody sees it."""
        if not self.isVisible():
            return
        self._pages.setCurrentIndex(0 if self._counter.n is None else 1)
        for part in self._parts:
            part.refresh()

    def _choice_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 32, 16, 32)
        row.addStretch(1)
        row.addWidget(self._choice, 2)
        row.addStretch(1)
        return page

    def _work_page(self) -> QWidget:
        _, _, strip, visitor, acts = self._parts
        side = QVBoxLayout()
        side.setSpacing(8)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._lines.setObjectName("scrolled")
        scrolled.setWidget(self._lines)
        columns = QHBoxLayout()
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(16)
        side.addWidget(scrolled, 1)
        side.addWidget(self._acts.looks)
        columns.addLayout(side, 5)
        columns.addWidget(visitor, 10)
        columns.addWidget(acts, 4)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(columns, 1)
        return page

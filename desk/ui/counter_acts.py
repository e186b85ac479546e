"""The clerk's acts with their keys; what is usually done next is on top and the largest."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.ask import Ask
from desk.ui.button import Button, KeyButton
from desk.ui.counter_asks import CounterAsks
from desk.ui.looking import Looking
from desk.ui.plain import Panel, Plain
from desk.ui.words import act_word
from desk.viewmodels.counter import Act, Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language

_HEIGHT = 44
"""Pixels of a usual button: all acts of a visit, and two notices, fit the smallest screen."""

_ORDER: tuple[Act, ...] = (
    "open",
    "next",
    "start",
    "finish",
    "recall",
    "no_show",
    "park",
    "return",
    "transfer",
    "add",
    "number",
    "walk_in",
    "break",
    "close",
    "undo",
)


class CounterActs(Panel):
    """One button an act; those that do not belong to the moment are not there."""

    def __init__(self, counter: Counter, hall: Hall, language: Language, keys: Keys) -> None:
        super().__init__()
        self._counter, self._language = counter, language
        self._heading = Plain("heading")
        self._ask = Ask(language)
        self._asked: Act | None = None
        self._looking = Looking(self._ask, counter, hall, language)
        self._buttons = {act: KeyButton("", height=_HEIGHT) for act in _ORDER}
        for act, press in self._presses(CounterAsks(self._ask, counter, hall, language)).items():
            self._buttons[act].set_key(*keys[act])
            self._buttons[act].setObjectName(f"act-{act}")
            self._buttons[act].clicked.connect(press)
        self.looks = QWidget()
        """What may be looked up, to stand where there is room for it."""
        self._looks = {name: KeyButton("", height=_HEIGHT) for name in ("search", "why")}
        for name, look in (("search", self._looking.search), ("why", self._looking.why)):
            self._looks[name].set_key(*keys[name])
            self._looks[name].setObjectName(f"look-{name}")
            self._looks[name].clicked.connect(look)
            self._looks[name].clicked.connect(self.refresh)
        self._elsewhere = Button()
        self._elsewhere.setObjectName("act-elsewhere")
        self._elsewhere.clicked.connect(lambda: counter.choose(None))
        self._pages = QStackedLayout()
        self._pages.addWidget(self._acts_page())
        self._pages.addWidget(self._ask)
        counter.done.connect(self._on_done)
        self._ask.closed.connect(self._on_closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._heading)
        column.addLayout(self._pages, 1)

    def refresh(self) -> None:
        """Say and allow the acts as things stand."""
        counter, say = self._counter, self._language.say
        self._heading.setText(say("One moment …") if counter.busy else say("What to do"))
        if self._asked is not None and not counter.possible(self._asked):
            self._ask.leave()
        self._pages.setCurrentIndex(1 if self._ask.asking else 0)
        for act, button in self._buttons.items():
            button.show_title(act_word(act, counter, self._language))
            if button.hasFocus() and not counter.may(act):
                self.setFocus()  # Qt would hand it to whatever comes next, and Space would press that.
            button.setVisible(counter.possible(act))
            button.setEnabled(counter.may(act))
            button.set_great(act == counter.primary)
        self.looks.setEnabled(not self._ask.asking)
        self._looks["search"].show_title(say("Find a number"))
        self._looks["why"].show_title(say("Why this order?"))
        self._elsewhere.setText(say("Another counter"))
        self._elsewhere.setVisible(counter.phase == "closed" and not counter.told)

    def _acts_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addWidget(self._elsewhere)
        column.addStretch(1)
        looks = QVBoxLayout(self.looks)
        looks.setContentsMargins(0, 0, 0, 0)
        looks.setSpacing(6)
        for look in self._looks.values():
            looks.addWidget(look)
        return page

    def _asking(self, act: Act, ask: Callable[[], None]) -> Callable[[], None]:
        def begin() -> None:
            if self._counter.may(act):
                self._asked = act
                ask()
                self.refresh()

        return begin

    def _on_done(self, act: str) -> None:
        if act == self._asked:
            self._ask.leave()

    def _on_closed(self) -> None:
        self._asked = None
        self.setFocus()
        self.refresh()

    def _presses(self, asks: CounterAsks) -> dict[Act, Callable[[], None]]:
        counter = self._counter
        return {
            "open": counter.open,
            "next": counter.call_next,
            "start": counter.start,
            "finish": self._asking("finish", asks.finish),
            "recall": counter.recall,
            "no_show": counter.no_show,
            "park": self._asking("park", asks.park),
            "return": counter.send_back,
            "transfer": self._asking("transfer", asks.transfer),
            "add": self._asking("add", asks.add_service),
            "number": self._asking("number", asks.call_number),
            "walk_in": self._asking("walk_in", asks.walk_in),
            "break": self._asking("break", asks.take_break),
            "close": counter.close,
            "undo": counter.undo,
        }

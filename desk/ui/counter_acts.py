"""The clerk's acts with their keys; what is usually done next is on top and the largest."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.asking import Asking
from desk.ui.button import Button, KeyButton
from desk.ui.plain import Panel, Plain
from desk.ui.words import act_word, look_word
from desk.viewmodels.counter import Act, Counter
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

    def __init__(self, asking: Asking, counter: Counter, language: Language, keys: Keys) -> None:
        super().__init__()
        self._asking, self._counter, self._language = asking, counter, language
        self._heading = Plain("heading")
        self._buttons = {act: KeyButton("", height=_HEIGHT) for act in _ORDER}
        for act, button in self._buttons.items():
            button.set_key(*keys[act])
            button.setObjectName(f"act-{act}")
            button.clicked.connect(asking.acts[act])
        self.looks = QWidget()
        """What may be looked up, to stand where there is room for it."""
        self._looks = {name: KeyButton("", height=_HEIGHT) for name in asking.looks}
        for name, button in self._looks.items():
            button.set_key(*keys[name])
            button.setObjectName(f"look-{name}")
            button.clicked.connect(asking.looks[name])
        self._elsewhere = Button()
        self._elsewhere.setObjectName("act-elsewhere")
        self._elsewhere.clicked.connect(lambda: counter.choose(None))
        self._pages = QStackedLayout()
        self._pages.addWidget(self._acts_page())
        asking.ask.closed.connect(self._on_closed)
        asking.changed.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._heading)
        column.addLayout(self._pages, 1)

    def take_ask(self) -> None:
        """What is asked is asked here from now on."""
        self._pages.addWidget(self._asking.ask)
        self.refresh()
        if self._asking.ask.asking:
            self._asking.ask.focus()

    def refresh(self) -> None:
        """Say and allow the acts as things stand."""
        counter, say = self._counter, self._language.say
        self._heading.setText(say("One moment …") if counter.busy else say("What to do"))
        self._asking.refresh()
        asked_here = self._asking.ask.asking and self._pages.count() > 1
        self._pages.setCurrentIndex(1 if asked_here else 0)
        for act, button in self._buttons.items():
            button.show_title(act_word(act, counter, self._language))
            if button.hasFocus() and not counter.may(act):
                self.setFocus()  # Qt would hand it to whatever comes next, and Space would press that.
            button.setVisible(counter.possible(act))
            button.setEnabled(counter.may(act))
            button.set_great(act == counter.primary)
        self.looks.setEnabled(not asked_here)
        for name, button in self._looks.items():
            button.show_title(look_word(name, self._language))
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

    def _on_closed(self) -> None:
        self.setFocus()
        self.refresh()

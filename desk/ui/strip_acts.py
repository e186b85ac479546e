"""The acts of the moment beside the strip: the likeliest as buttons, all others in a menu and by their keys."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.keys import Keys
from desk.ui.asking import Asking
from desk.ui.button import Button, KeyButton
from desk.ui.plain import literal
from desk.ui.words import act_word, look_word
from desk.viewmodels.counter import Act, Counter
from desk.viewmodels.language import Language
from desk.viewmodels.lock import Lock

HEIGHT = 48
"""Pixels of a button in the strip."""

_SHOWN: tuple[Act, ...] = ("open", "next", "start", "finish", "recall", "no_show", "undo")
"""Acts that have a button of their own in their moment; with little room only the first five."""


class StripActs(QWidget):
    """What is usually done next is marked, and the act just done can be taken back."""

    def __init__(self, asking: Asking, counter: Counter, language: Language, keys: Keys, lock: Lock) -> None:
        super().__init__()
        self._counter, self._language = counter, language
        self._roomy = True
        self._buttons = {act: KeyButton("", height=HEIGHT) for act in _SHOWN}
        self._acts, self._looks = tuple(asking.acts), tuple(asking.looks)
        self._more = Button()
        self._more.setObjectName("strip-more")
        self._more.setMinimumHeight(HEIGHT)
        menu = QMenu(self._more)
        self._more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for act, button in self._buttons.items():
            button.set_key(*keys[act])
            button.setObjectName(f"strip-{act}")
            button.clicked.connect(asking.acts[act])
            row.addWidget(button)
        row.addWidget(self._more)
        self._others: dict[str, QAction] = {}
        for name, press in (*asking.acts.items(), *asking.looks.items(), ("lock", lock.lock)):
            action = self._others[name] = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys[name]])
            action.setAutoRepeat(False)
            action.triggered.connect(lambda _checked, press=press: press())
            menu.addAction(action)
            self.addAction(action)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for all buttons; else some acts are in the menu."""
        self._roomy = roomy

    def refresh(self) -> None:
        """Say and allow the acts as things stand."""
        counter = self._counter
        shown = [act for act in (_SHOWN if self._roomy else _SHOWN[:5]) if counter.possible(act)]
        for act, button in self._buttons.items():
            button.show_title(act_word(act, counter, self._language))
            button.set_marked(act == counter.primary)
            button.setVisible(act in shown)
            button.setEnabled(counter.may(act))
        for act in self._acts:
            self._show_other(act, act_word(act, counter, self._language), counter.possible(act) and act not in shown)
            self._others[act].setEnabled(counter.may(act))
        for name in self._looks:
            self._show_other(name, look_word(name, self._language), visible=True)
        self._show_other("lock", self._language.say("Lock"), visible=True)
        self._more.setText("⋯")
        self._more.setAccessibleName(self._language.say("More"))

    def _show_other(self, name: str, words: str, visible: bool) -> None:
        self._others[name].setText(literal(words))
        self._others[name].setVisible(visible)  # One that is not there has no key either: its button has it.

"""The window's top: the office, the clerk, where they work, the language, and the way out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from assets.words import CLERKS_READ
from desk.keys import Keys
from desk.ui.button import Button
from desk.ui.plain import Plain
from desk.ui.words import figures, language_word
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from desk.viewmodels.lock import Lock
from desk.viewmodels.session import Place, Session
from desk.viewmodels.shape import Shape

_ROOMY = 1100
"""Pixels: in a narrower window the office's name makes room for what can be pressed."""


class Top(QFrame):
    """Always there, never in the way; of a locked desk it tells no more than the office."""

    sign_out = Signal()

    def __init__(self, session: Session, hall: Hall, language: Language, keys: Keys, shape: Shape, lock: Lock) -> None:
        super().__init__()
        self._keys, self._shape, self._lock = keys, shape, lock
        self._session, self._hall, self._language = session, hall, language
        self.setObjectName("top")
        self.setFixedHeight(56)
        self._office, self._clerk, self._out = Plain("strong"), Plain(), Button("top")
        self._places: dict[Place, Button] = {
            place: Button("top") for place in ("supervision", "counter", "information")
        }
        self._languages = {code: Button("top") for code in CLERKS_READ}
        for place, button in self._places.items():
            button.setObjectName(f"place-{place}")
            button.setCheckable(True)
            button.clicked.connect(partial(session.choose, place))
        for code, button in self._languages.items():
            button.setObjectName(f"language-{code}")
            button.setCheckable(True)
            button.setText(language_word(code))
            button.clicked.connect(partial(language.choose, code))
        self._strip, self._away = Button("top"), Button("top")
        for name, button, press in (("strip", self._strip, shape.toggle), ("lock", self._away, lock.lock)):
            button.setObjectName(f"top-{name}")
            button.clicked.connect(press)
            shortcut = QShortcut(button)
            shortcut.setAutoRepeat(False)
            shortcut.setKeys([QKeySequence(key) for key in keys[name]])
            shortcut.activated.connect(press)
        self._out.setObjectName("sign-out")
        self._out.clicked.connect(self.sign_out)
        self._lay_out()

    def refresh(self) -> None:
        """Show who is here and what may be chosen."""
        say, catalogue = self._language.say, self._hall.catalogue
        here = self._session.clerk is not None and not self._lock.locked
        self._office.setText(self._language.of(catalogue.name) if catalogue else say("Dawr"))
        self._clerk.setText(self._session.clerk.name if self._session.clerk else "")
        words: dict[Place, str] = {
            "supervision": say("Supervision"),
            "counter": say("Counter"),
            "information": say("Information desk"),
        }
        for place, button in self._places.items():
            button.setText(words[place])
            button.setVisible(here and len(self._session.places) > 1)
            button.setChecked(place == self._session.place)
        for code, button in self._languages.items():
            button.setChecked(code == self._language.code)
        self._out.setText(say("Sign out"))
        self._strip.setText(f"{say('Strip')}  {figures(self._keys['strip'][0])}")
        self._strip.setVisible(here and self._shape.possible)
        self._away.setText(f"{say('Lock')}  {figures(self._keys['lock'][0])}")
        for button in (self._away, self._out):
            button.setVisible(here)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._office.setVisible(self.width() >= _ROOMY or self._out.isHidden())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._office)
        row.addSpacing(24)
        for button in self._places.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._clerk)
        row.addSpacing(8)
        for button in (*self._languages.values(), self._strip, self._away, self._out):
            row.addWidget(button)

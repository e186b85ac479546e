"""How this visitor wants the kiosk: larger, stronger, lower, slower, calmer. It ends with the visit."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MODES = {
    "large": "Larger letters",
    "strong": "Strong contrast",
    "seated": "I am sitting: buttons lower",
    "unhurried": "More time",
    "still": "Nothing moves",
}
"""What can be turned on, with its words."""

_PICTURES = {"large": "larger", "strong": "contrast", "seated": "seated", "unhurried": "more-time", "still": "still"}

UNHURRIED = 3
"""How many times as long a visitor who asked for time may take."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One thing to turn on or off."""

    mode: str
    label: str
    picture: str
    on: bool


@QmlElement
class Comfort(QObject):
    """The modes that are on. Each visitor begins with none."""

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._on: frozenset[str] = frozenset()
        self._modes = Rows(Mode, self)
        visit.begun.connect(self._forget)
        visit.changed.connect(self._show)

    @Slot()
    def _forget(self) -> None:
        self._on = frozenset()
        self._show()

    @Slot()
    def _show(self) -> None:
        language = self._visit.language
        self._modes.show([Mode(mode, say(MODES[mode], language), _PICTURES[mode], mode in self._on) for mode in MODES])
        self.changed.emit()

    @property
    def in_use(self) -> bool:
        """Whether anything is other than the next visitor would have it."""
        return bool(self._on)

    @property
    def patience(self) -> int:
        """How many times as long as usual the kiosk waits."""
        return UNHURRIED if "unhurried" in self._on else 1

    @Slot(str)
    def turn(self, mode: str) -> None:
        """Turn a mode on, or off again."""
        self._on ^= {mode}
        self._show()

    @Property(QObject, notify=changed)
    def modes(self) -> QObject:
        return self._modes

    @Property(bool, notify=changed)
    def large(self) -> bool:
        return "large" in self._on

    @Property(bool, notify=changed)
    def strong(self) -> bool:
        return "strong" in self._on

    @Property(bool, notify=changed)
    def seated(self) -> bool:
        return "seated" in self._on

    @Property(bool, notify=changed)
    def still(self) -> bool:
        return "still" in self._on

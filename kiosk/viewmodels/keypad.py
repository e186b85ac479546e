"""What is typed on the kiosk's own keys."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.flow import Page
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

APPLICATION_KEYS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-"
APPLICATION_LENGTH = 32
CODE_KEYS = "BCDFGHJKLMNPQRSTVWXZ"
"""The letters codes are made of: nothing that reads as a word or looks like a digit."""
CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Key:
    """One key."""

    sign: str


@QmlElement
class Keypad(QObject):
    """Keys for an application number or for a code, and what was typed so far."""

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._page: Page | None = None
        self._typed = ""
        self._keys = Rows(Key, self)
        visit.changed.connect(self._listen)
        visit.begun.connect(self._forget)

    @Slot()
    def _listen(self) -> None:
        page = self._visit.step.page
        if page in {Page.APPLICATION, Page.CODE} and page is not self._page:
            self._typed = ""
            self._keys.show([Key(sign) for sign in (CODE_KEYS if page is Page.CODE else APPLICATION_KEYS)])
        # Asking a person keeps what was typed; walking on does not.
        if page is not Page.PERSON:
            self._page = page
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._typed, self._page = "", None
        self.changed.emit()

    @property
    def _length(self) -> int:
        return CODE_LENGTH if self._page is Page.CODE else APPLICATION_LENGTH

    @property
    def _complete(self) -> bool:
        return len(self._typed) == CODE_LENGTH if self._page is Page.CODE else bool(self._typed)

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._typed

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return self._complete

    @Property(QObject, notify=changed)
    def keys(self) -> QObject:
        return self._keys

    @Slot(str)
    def press(self, sign: str) -> None:
        self._typed = (self._typed + sign)[: self._length]
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        if self._complete:
            self._visit.choose(self._typed)

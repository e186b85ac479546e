"""Choosing a service by typing a few letters of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.ui.plain import Plain
from desk.viewmodels.language import Language
from desk.viewmodels.search import matching
from queue_server import wire

_SERVICE = Qt.ItemDataRole.UserRole


class ServiceSearch(QWidget):
    """A field with the services that fit what is typed under it; the arrow keys go through them, Enter takes one."""

    chosen = Signal(str)

    def __init__(self, name: str, language: Language) -> None:
        super().__init__()
        self._language = language
        self._services: Sequence[wire.ServiceEntry] = ()
        self._offered: list[tuple[str, str]] = []
        self._label, self._typed, self._list = Plain("heading"), _Field(), QListWidget()
        self._none = Plain("quiet", wraps=True)
        self._typed.setObjectName(f"{name}-search")
        self._list.setObjectName(f"{name}-services")
        self._typed.setMinimumHeight(40)
        self._typed.textChanged.connect(self._narrow)
        self._typed.moved.connect(self._move)
        self._typed.returnPressed.connect(self._take)
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._label.setBuddy(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._label, self._typed, self._none):
            column.addWidget(widget)
        column.addWidget(self._list, 1)

    def offer(self, services: Sequence[wire.ServiceEntry]) -> None:
        """Offer these; what is typed stands."""
        say = self._language.say
        self._label.setText(say("Service"))
        self._typed.setAccessibleName(say("Service"))
        self._typed.setPlaceholderText(say("Letters of its name, in any language, or its code"))
        self._list.setAccessibleName(say("Services that fit"))
        self._none.setText(say("No service is called that."))
        self._services = services
        self._narrow()

    def begin(self) -> None:
        """Be typed into anew."""
        self._typed.clear()
        self._list.setCurrentRow(0)
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> None:
        fitting = [
            (service.id, self._language.of(service.name)) for service in matching(self._services, self._typed.text())
        ]
        self._none.setVisible(not fitting)
        if fitting == self._offered:
            return
        self._offered = fitting
        before = self._selected()
        self._list.clear()
        for service, name in fitting:
            item = QListWidgetItem(name, self._list)
            item.setData(_SERVICE, service)
            if service == before:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        self._list.setCurrentRow(min(max(0, self._list.currentRow() + step), self._list.count() - 1))

    def _take(self) -> None:
        service = self._selected()
        if service is not None:
            self.chosen.emit(service)

    def _selected(self) -> str | None:
        return next((item.data(_SERVICE) for item in self._list.selectedItems()), None)


class _Field(QLineEdit):
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

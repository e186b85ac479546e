"""The side of the information desk where visitors come in: sent by a kiosk, with a code, or with nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk.ui.arrival_words import arrival_words
from desk.ui.button import Button, KeyButton
from desk.ui.plain import Panel, Plain
from desk.viewmodels.arrivals import Arrival
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language

_WHO = Qt.ItemDataRole.UserRole


class Arrivals(Panel):
    """Visitors to take, oldest first."""

    begin = Signal()

    def __init__(self, information: Information, language: Language) -> None:
        super().__init__()
        self._information, self._language = information, language
        self._heading, self._list, self._empty = Plain("heading"), QListWidget(), Plain("quiet", wraps=True)
        self._take, self._new = KeyButton("F2"), KeyButton("F4")
        self._code_label, self._code, self._open = Plain("heading"), QLineEdit(), Button()
        names = ("take", "new-check", "code", "open", "arrivals")
        for name, widget in zip(names, (self._take, self._new, self._code, self._open, self._list), strict=True):
            widget.setObjectName(name)
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._take_chosen)
        self._code.setMaxLength(32)
        self._code.returnPressed.connect(self._resume)
        information.opened.connect(self._code.clear)
        self._open.clicked.connect(self._resume)
        self._take.clicked.connect(self._take_chosen)
        self._new.clicked.connect(self.begin)
        QShortcut(QKeySequence("F3"), self, self._code.setFocus)
        self._lay_out()

    def refresh(self) -> None:
        """Show who was sent here."""
        say, waiting = self._language.say, self._information.arrivals
        self._heading.setText(say("Sent here by the kiosks: {count}", count=len(waiting)))
        self._empty.show_text("" if waiting else say("Nobody is waiting for this desk."))
        self._list.setVisible(bool(waiting))
        self._list.setAccessibleName(say("Visitors sent here"))
        self._show_waiting(waiting)
        self._take.show_title(say("Take next"))
        self._take.setEnabled(bool(waiting) and not self._information.busy)
        self._take.set_great(bool(waiting) and self._information.check is None and not self._information.helping)
        self._new.show_title(say("New check"))
        self._code_label.setText(say("Code, number or appointment (F3)"))
        self._code.setAccessibleName(say("The visitor's code or number"))
        self._open.setText(say("Open"))
        self._open.setEnabled(not self._information.busy)

    def _show_waiting(self, waiting: list[Arrival]) -> None:
        in_hand = self._information.check.id if self._information.check else None
        chosen = in_hand or self._chosen()
        self._list.clear()
        for arrival in waiting:
            item = QListWidgetItem("\n".join(arrival_words(arrival, self._language)), self._list)
            item.setData(_WHO, arrival.key)
            if arrival.key == chosen:
                self._list.setCurrentItem(item)

    def _chosen(self) -> str | None:
        return next((item.data(_WHO) for item in self._list.selectedItems()), None)

    def _take_chosen(self) -> None:
        first = next((arrival.key for arrival in self._information.arrivals), None)
        who = self._chosen() or first
        if who is not None:
            self._information.take(who)

    def _resume(self) -> None:
        code = self._code.text().strip()
        if code:
            self._information.look_up(code)

    def _lay_out(self) -> None:
        code = QHBoxLayout()
        code.addWidget(self._code, 1)
        code.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty)
        column.addStretch(0)
        column.addWidget(self._take)
        column.addSpacing(8)
        column.addWidget(self._code_label)
        column.addLayout(code)
        column.addSpacing(8)
        column.addWidget(self._new)

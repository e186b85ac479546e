"""The side of the information desk where visitors come in: sent by a kiosk, with a code, or with nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from assets.words import in_fours
from desk.ui.button import Button, KeyButton
from desk.ui.plain import Panel, Plain
from desk.ui.words import figures, outcome_word
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire

_CHECK = Qt.ItemDataRole.UserRole


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
        say, checks = self._language.say, self._information.referred
        self._heading.setText(say("Sent here by the kiosks: {count}", count=len(checks)))
        self._empty.show_text("" if checks else say("Nobody is waiting for this desk."))
        self._list.setVisible(bool(checks))
        self._list.setAccessibleName(say("Visitors sent here"))
        self._show_checks(checks)
        self._take.show_title(say("Take next"))
        self._take.setEnabled(bool(checks) and not self._information.busy)
        self._take.set_great(bool(checks) and self._information.check is None)
        self._new.show_title(say("New check"))
        self._code_label.setText(say("Code, number or appointment (F3)"))
        self._code.setAccessibleName(say("The visitor's code or number"))
        self._open.setText(say("Open"))
        self._open.setEnabled(not self._information.busy)

    def _show_checks(self, checks: list[wire.Check]) -> None:
        in_hand = self._information.check.id if self._information.check else None
        chosen = in_hand or self._chosen()
        self._list.clear()
        for check in checks:
            words = check.refer_reason or outcome_word(check.outcome, self._language)
            item = QListWidgetItem(
                f"{check.service_name}\n{figures(in_fours(check.resume_code))} · {words}", self._list
            )
            item.setData(_CHECK, check.id)
            if check.id == chosen:
                self._list.setCurrentItem(item)

    def _chosen(self) -> str | None:
        return next((item.data(_CHECK) for item in self._list.selectedItems()), None)

    def _take_chosen(self) -> None:
        first = next((check.id for check in self._information.referred), None)
        check = self._chosen() or first
        if check is not None:
            self._information.take(check)

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

"""Letting a finding pass: the reason, and where the office asks for two, the other clerk's name and password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.plain import Plain
from desk.viewmodels.language import Language
from queue_server import wire

_LEAST_REASON = 3


class LettingPass(QWidget):
    """`given` tells the reason and the second clerk, None where one will do. A password does not stay in its field."""

    given = Signal(str, object)

    def __init__(self, requirement: str, language: Language) -> None:
        super().__init__()
        self._language = language
        self._two, self._allowed = False, True
        self._why, self._confirm = QLineEdit(), Button()
        self._ask, self._name, self._password = Plain("small", wraps=True), QLineEdit(), QLineEdit()
        self._fields = (self._why, self._name, self._password)
        names = ("why", "second", "second-password", "confirm")
        for name, widget in zip(names, (*self._fields, self._confirm), strict=True):
            widget.setObjectName(f"{name}-{requirement}")
        self._why.setMaxLength(500)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in self._fields:
            field.returnPressed.connect(self._go_on)
            field.textChanged.connect(self._judge)
        self._confirm.clicked.connect(self._give)
        self._lay_out()
        self.hide()

    def show_fields(self, *, two: bool, enabled: bool) -> None:
        """Say everything anew; `two` clerks must agree."""
        say = self._language.say
        self._two, self._allowed = two, enabled
        self._confirm.setText(say("Let it pass"))
        self._why.setPlaceholderText(say("Why may this pass? Your name stands beside it."))
        self._why.setAccessibleName(say("The reason for letting it pass"))
        self._ask.show_text(say("Another clerk must agree here:") if two else "")
        for field, words in ((self._name, say("Their user name")), (self._password, say("Their password"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setVisible(two)
        self._judge()

    @property
    def is_typed_in(self) -> bool:
        """Whether one of the fields has the focus."""
        return any(field.hasFocus() for field in self._fields)

    def focus(self) -> None:
        """Begin with the reason."""
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Enter goes to what is still empty; with nothing empty it lets pass."""
        empty = next((field for field in self._fields if not field.text().strip() and not field.isHidden()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give()

    def _judge(self) -> None:
        two = not self._two or bool(self._name.text().strip() and self._password.text())
        self._confirm.setEnabled(self._allowed and two and len(self._why.text().strip()) >= _LEAST_REASON)

    def _give(self) -> None:
        if self._confirm.isEnabled():
            second = wire.SignIn(self._name.text().strip(), self._password.text()) if self._two else None
            self._password.clear()
            self.given.emit(self._why.text().strip(), second)

    def _lay_out(self) -> None:
        why = QHBoxLayout()
        why.addWidget(self._why, 1)
        why.addWidget(self._confirm)
        second = QHBoxLayout()
        second.addWidget(self._ask)
        second.addWidget(self._name, 1)
        second.addWidget(self._password, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(why)
        column.addLayout(second)

"""Clerks: who may sign in; somebody new, a new password, and who no longer may."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.choice import Choice
from desk.ui.confirm import Confirm
from desk.ui.plain import Plain
from desk.ui.supervisor_words import role_word
from desk.ui.table import Cell, Row, Table
from desk.ui.words import figures
from desk.viewmodels.clerks import LEAST_PASSWORD, Clerks
from desk.viewmodels.language import Language
from queue_server import wire

_ROLES = ("clerk", "information")


class ClerksSheet(QWidget):
    """The table of clerks, what is done for the one stood on, and the form for somebody new."""

    def __init__(self, clerks: Clerks, language: Language) -> None:
        super().__init__()
        self._clerks, self._language = clerks, language
        self._title = Plain("heading")
        self._username, self._name, self._password, self._role = QLineEdit(), QLineEdit(), QLineEdit(), Choice()
        self._labels = {field: Plain() for field in (self._username, self._name, self._role, self._password)}
        self._add, self._new_password, self._advice = Button("primary"), Button(), Plain("small", wraps=True)
        self._table, self._disable = Table("clerks", stretched=1), Confirm("disable")
        names = ("clerk-username", "clerk-name", "clerk-role", "clerk-password", "add-clerk", "new-password")
        for name, part in zip(names, (*self._labels, self._add, self._new_password), strict=True):
            part.setObjectName(name)
        for field, most in ((self._username, 64), (self._name, 64), (self._password, 256)):
            field.setMaxLength(most)
            field.textChanged.connect(self._judge)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._add.clicked.connect(self._on_add)
        self._new_password.clicked.connect(self._on_password)
        self._disable.confirmed.connect(lambda _reason: clerks.dismiss(self._table.chosen or ""))
        self._table.chosen_changed.connect(self._judge)
        clerks.settled.connect(self._begin_again)
        self._lay_out()

    def focus(self) -> None:
        """Begin with the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show who there is."""
        say = self._language.say
        self._title.setText(say("Somebody new"))
        words = (say("User name"), say("Full name"), say("What they do"), say("Password"))
        for (field, label), word in zip(self._labels.items(), words, strict=True):
            label.setText(word)
            field.setAccessibleName(word)
        self._role.offer([(role, role_word(role, self._language)) for role in _ROLES])
        self._add.setText(say("Add"))
        self._new_password.setText(say("Give this password"))
        self._advice.setText(
            say("A password has {least} letters or more. Tell it to nobody else.", least=LEAST_PASSWORD)
        )
        self._table.setAccessibleName(say("Clerks"))
        heads = (say("User name"), say("Full name"), say("What they do"), say("State"))
        self._table.show_rows(heads, [Row(clerk.username, self._cells(clerk)) for clerk in self._clerks.all])
        self._judge()

    def _cells(self, clerk: wire.Clerk) -> list[Cell]:
        say = self._language.say
        if clerk.disabled:
            state = Cell(say("May not sign in"), "stop")
        elif clerk.counter is not None:
            state = Cell(say("At counter {n}", n=clerk.counter), "good")
        else:
            state = Cell(say("May sign in"))
        return [Cell(clerk.username), Cell(clerk.name), Cell(role_word(clerk.role, self._language)), state]

    def _judge(self) -> None:
        say = self._language.say
        good = len(self._password.text()) >= LEAST_PASSWORD
        named = bool(self._username.text().strip() and self._name.text().strip())
        chosen = next((clerk for clerk in self._clerks.all if clerk.username == self._table.chosen), None)
        mine = chosen is not None and chosen.yours
        self._add.setEnabled(good and named)
        self._new_password.setEnabled(good and mine and not named)
        self._disable.set_enabled(mine and chosen is not None and not chosen.disabled)
        self._disable.show_words(
            say("Disable …"),
            say("{name} is signed out at once and may not sign in.", name=figures(chosen.name if chosen else "")),
            say("Disable"),
            say("Back"),
        )

    def _on_add(self) -> None:
        username, name = self._username.text().strip(), self._name.text().strip()
        self._clerks.engage(wire.NewClerk(username, name, self._role.currentData(), self._password.text()))

    def _on_password(self) -> None:
        self._clerks.give_password(self._table.chosen or "", self._password.text())

    def _begin_again(self) -> None:
        if self.isVisible():
            self.focus()
        for field in (self._username, self._name, self._password):
            field.clear()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(6)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._new_password)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._table, 1)
        column.addWidget(self._disable)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(self._advice)
        column.addLayout(buttons)

"""What a locked desk shows: whose it is, and nothing of the visitor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.plain import Panel, Plain
from desk.viewmodels.acts import Acts
from desk.viewmodels.language import Language
from desk.viewmodels.lock import Lock
from desk.viewmodels.session import Session


class LockPage(QWidget):
    """The clerk's password, or a supervisor's name and password to sign the clerk out."""

    def __init__(self, lock: Lock, session: Session, acts: Acts, language: Language) -> None:
        super().__init__()
        self._lock, self._session, self._acts, self._language = lock, session, acts, language
        self._title, self._kept = Plain("title", wraps=True), Plain("body", wraps=True)
        self._label, self._or = Plain("strong"), Plain("quiet", wraps=True)
        self._password, self._name, self._theirs = _secret("unlock-password"), QLineEdit(), _secret("send-off-password")
        self._name.setObjectName("send-off-name")
        self._name.setMaxLength(64)
        self._open, self._send = Button("primary"), Button()
        self._open.setObjectName("unlock")
        self._send.setObjectName("send-off")
        self._password.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._name.returnPressed.connect(self._theirs.setFocus)
        self._theirs.returnPressed.connect(self._on_send)
        self._send.clicked.connect(self._on_send)
        for model in (lock, session, acts, language):
            model.changed.connect(self.refresh)
        lock.changed.connect(self._begin_again)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Say everything in the language of the moment."""
        say, clerk = self._language.say, self._session.clerk
        self._title.setText(say("Locked for {clerk}", clerk=clerk.name if clerk else ""))
        self._kept.setText(say("The visitor and what was typed are kept."))
        self._label.setText(say("Password"))
        self._password.setAccessibleName(say("Password"))
        self._open.setText(say("One moment …") if self._acts.busy else say("Unlock"))
        self._or.setText(say("A supervisor can sign this clerk out."))
        for field, words in ((self._name, say("Supervisor's user name")), (self._theirs, say("Supervisor's password"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self._send.setText(say("Sign this clerk out"))
        for button in (self._open, self._send):
            button.setEnabled(not self._acts.busy)

    def focus(self) -> None:
        """Be ready to be typed into."""
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_again(self) -> None:
        for field in (self._password, self._name, self._theirs):
            field.clear()

    def _on_open(self) -> None:
        said = self._password.text()
        if said:
            self._password.clear()
            self._lock.open(said)

    def _on_send(self) -> None:
        name, said = self._name.text().strip(), self._theirs.text()
        if name and said:
            self._theirs.clear()
            self._lock.send_off(name, said)

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setFixedWidth(460)
        form = QVBoxLayout(panel)
        form.setContentsMargins(40, 32, 40, 40)
        form.setSpacing(8)
        for part in (self._title, self._kept, self._label, self._password):
            form.addWidget(part)
        form.addSpacing(8)
        form.addWidget(self._open)
        form.addSpacing(24)
        for theirs in (self._or, self._name, self._theirs, self._send):
            form.addWidget(theirs)
        for line in (self._password, self._name, self._theirs):
            line.setMinimumHeight(44)
        for button in (self._open, self._send):
            button.setMinimumHeight(44)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setMaxLength(256)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field

"""Who sits at this desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.plain import Panel, Plain
from desk.viewmodels.acts import Acts
from desk.viewmodels.language import Language
from desk.viewmodels.session import Session


class SignInPage(QWidget):
    """User name and password; after an ended session it says that nothing is lost."""

    def __init__(self, session: Session, acts: Acts, language: Language) -> None:
        super().__init__()
        self._session, self._acts, self._language = session, acts, language
        self._title, self._ended = Plain("title"), Plain("body", wraps=True)
        self._username, self._password, self._go = QLineEdit(), QLineEdit(), Button("primary")
        self._username_label, self._password_label = Plain("strong"), Plain("strong")
        self._username.setObjectName("username")
        self._username.setMaxLength(64)
        self._password.setObjectName("password")
        self._password.setMaxLength(256)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._go.setObjectName("sign-in")
        self._username.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._sign_in)
        self._go.clicked.connect(self._sign_in)
        self._lay_out()
        for model in (session, acts, language):
            model.changed.connect(self.refresh)
        session.changed.connect(self._begin_again)
        self.refresh()

    def refresh(self) -> None:
        """Say everything in the language of the moment."""
        say = self._language.say
        self._title.setText(say("Sign in to this desk"))
        ended = say("Your session has ended. Sign in to go on: nothing is lost.") if self._session.ended else ""
        self._ended.show_text("\n".join(filter(None, (self._session.ended_because, ended))))
        for label, field, words in (
            (self._username_label, self._username, say("User name")),
            (self._password_label, self._password, say("Password")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        signing_in = self._acts.busy == "sign_in"
        self._go.setText(say("One moment …") if signing_in else say("Sign in"))
        self._go.setEnabled(not self._acts.busy)

    def focus(self) -> None:
        """Be ready to be typed into."""
        field = self._password if self._username.text() else self._username
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_again(self) -> None:
        """A password is never kept on the screen; the name only for the clerk whose session ended."""
        self._password.clear()
        if self._session.clerk is None:
            self._username.setText(self._session.last_username)

    def _sign_in(self) -> None:
        username, password = self._username.text().strip(), self._password.text()
        if username and password:
            self._session.sign_in(username, password)

    def _lay_out(self) -> None:
        panel = Panel()
        panel.setFixedWidth(460)
        form = QVBoxLayout(panel)
        form.setContentsMargins(40, 32, 40, 40)
        form.setSpacing(8)
        form.addWidget(self._title)
        form.addWidget(self._ended)
        form.addWidget(self._username_label)
        form.addWidget(self._username)
        form.addSpacing(8)
        form.addWidget(self._password_label)
        form.addWidget(self._password)
        form.addSpacing(16)
        form.addWidget(self._go)
        for tall in (self._username, self._password, self._go):
            tall.setMinimumHeight(44)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

"""An act that is asked for twice, since it cannot be taken back; some with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.plain import Plain

LEAST_REASON = 3


class Confirm(QWidget):
    """A button; pressed, it asks, and only the second press acts. Esc, or leaving it, takes the question away."""

    confirmed = Signal(str)

    def __init__(self, name: str, *, with_reason: bool = False) -> None:
        super().__init__()
        self._with_reason = with_reason
        self._ask, self._question, self._yes, self._no = (
            Button(),
            Plain("strong", wraps=True),
            Button("primary"),
            Button(),
        )
        self._reason = QLineEdit()
        self._reason.setMaxLength(500)
        for widget, part in ((self._ask, "ask"), (self._yes, "yes"), (self._no, "no"), (self._reason, "reason")):
            widget.setObjectName(f"{name}-{part}")
        self._ask.clicked.connect(self._on_ask)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self.put_away)
        self._reason.textChanged.connect(self._judge)
        self._reason.returnPressed.connect(self._on_yes)
        escape = QShortcut(QKeySequence("Esc"), self, self.put_away)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._may = True
        self.setFocusProxy(self._ask)
        self._lay_out()
        self.put_away()

    @property
    def asking(self) -> bool:
        """Whether the question is on the screen."""
        return self._ask.isHidden()

    def show_words(self, ask: str, question: str, yes: str, no: str, reason: str = "") -> None:
        """What is said at each step."""
        self._ask.setText(ask)
        self._question.setText(question)
        self._yes.setText(yes)
        self._no.setText(no)
        self._reason.setPlaceholderText(reason)
        self._reason.setAccessibleName(reason)

    def set_enabled(self, may: bool) -> None:
        """Whether the act is possible now."""
        self._may = may
        self._ask.setEnabled(may)
        self._judge()

    def put_away(self) -> None:
        """Ask no more."""
        was_asking = self.asking and self.isVisible()
        self._reason.clear()
        self._show(asking=False)
        if was_asking:
            self._ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ask(self) -> None:
        self._show(asking=True)
        (self._reason if self._with_reason else self._no).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_yes(self) -> None:
        if self._yes.isEnabled() and self.asking:
            reason = self._reason.text().strip()
            self.put_away()
            self.confirmed.emit(reason)

    def _judge(self) -> None:
        said_why = not self._with_reason or len(self._reason.text().strip()) >= LEAST_REASON
        self._yes.setEnabled(self._may and said_why)

    def _show(self, *, asking: bool) -> None:
        for widget in (self._question, self._yes, self._no):
            widget.setVisible(asking)
        self._reason.setVisible(asking and self._with_reason)
        self._ask.setVisible(not asking)
        self._judge()

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.addWidget(self._yes)
        answers.addWidget(self._no)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self._ask)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._question)
        column.addWidget(self._reason)
        column.addLayout(answers)

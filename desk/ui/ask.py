"""The one small panel in which an act asks what it still has to know, step by step, by keys alone."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desk.ui.button import KeyButton
from desk.ui.plain import Plain
from desk.viewmodels.language import Language

Step: TypeAlias = Callable[[], None]
Answer: TypeAlias = tuple[str, Callable[[], None]]

_KEYS = (*"123456789", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Ask(QWidget):
    """Answers by digit or letter, or a line to write; Escape goes one step back, from the first step out.

    What was written stays until `leave`: going back, a language changed and an act refused lose nothing.
    """

    closed = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._steps: list[Step] = []
        self._written: dict[str, str] = {}
        self._name = ""
        self._said: Callable[[str], None] = lambda _text: None
        self._question, self._told, self._wrong = (
            Plain("large", wraps=True),
            Plain("body", wraps=True),
            Plain("stop", wraps=True),
        )
        self._field = QLineEdit()
        self._field.setObjectName("ask-field")
        self._field.textEdited.connect(self._keep)
        self._go = KeyButton("Return")
        self._go.set_key("Return", "Enter")
        self._go.setObjectName("ask-go")
        self._go.clicked.connect(self._go_on)
        self._back = KeyButton("Esc")
        self._back.setObjectName("ask-back")
        self._back.clicked.connect(self._step_back)
        self._buttons: list[KeyButton] = []
        self._lay_out()
        self._clear()
        language.changed.connect(self._draw)

    @property
    def asking(self) -> bool:
        """Whether something is being asked."""
        return bool(self._steps)

    @property
    def step(self) -> Step | None:
        """What is asked now; None for nothing."""
        return self._steps[-1] if self._steps else None

    def focus(self) -> None:
        """Take the keys: those typed, or those of the answers."""
        part = self._back if self._field.isHidden() else self._field
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, step: Step) -> None:
        """Ask something new."""
        self._steps, self._written = [], {}
        self.go(step)

    def go(self, step: Step) -> None:
        """Ask the next thing; Escape comes back to this one. A step says `choose`, `write` or `tell` when called."""
        self._steps.append(step)
        self._draw()

    def leave(self) -> None:
        """Ask nothing any more, and forget what was written."""
        if self._steps:
            self._steps, self._written = [], {}
            self._clear()
            self.closed.emit()

    def choose(self, question: str, *answers: Answer, told: str = "") -> None:
        """One of these, by its key."""
        self._show(question, told)
        for place, (words, chosen) in enumerate(answers):
            # The thirty-sixth answer and on have no key of their own and are reached by Tab.
            button = KeyButton(_KEYS[place] if place < len(_KEYS) else "", height=60, wraps=True)
            button.setObjectName(f"ask-{place + 1}")
            button.show_title(words)
            button.clicked.connect(chosen)
            self._answers.addWidget(button)
            self._buttons.append(button)
        self._scrolled.setVisible(bool(answers))
        self.focus()

    def write(
        self, name: str, question: str, go: str, said: Callable[[str], None], *, most: int, told: str = ""
    ) -> None:
        """A line of at most `most` letters, then `go` by Enter; `name` is what it is kept under."""
        self._show(question, told)
        self._name, self._said = name, said
        self._field.setMaxLength(most)
        self._field.setAccessibleName(question)
        self._field.setText(self._written.get(name, ""))
        self._go.show_title(go)
        self._field.show()
        self._go.show()
        self.focus()

    def tell(self, question: str, told: str) -> None:
        """Something to read."""
        self.choose(question, told=told)

    def complain(self, wrong: str) -> None:
        """Say why what was written will not do; it stays."""
        self._wrong.show_text(wrong)

    def _draw(self) -> None:
        if self._steps:
            self._steps[-1]()

    def _step_back(self) -> None:
        if len(self._steps) > 1:
            self._steps.pop()
            self._draw()
        else:
            self.leave()

    def _go_on(self) -> None:
        self._wrong.show_text("")
        self._said(self._field.text().strip())

    def _keep(self, text: str) -> None:
        self._written[self._name] = text
        self._wrong.show_text("")

    def _show(self, question: str, told: str) -> None:
        self._clear()
        self._question.setText(question)
        self._told.show_text(told)
        self._back.show_title(self._language.say("Back"))
        self.setAccessibleName(question)

    def _clear(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for part in (self._field, self._go, self._scrolled):
            part.hide()
        self._told.show_text("")
        self._wrong.show_text("")

    def _lay_out(self) -> None:
        self._answers_page = QWidget()
        self._answers_page.setObjectName("scrolled")
        self._answers = QVBoxLayout(self._answers_page)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(8)
        self._answers.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scrolled = QScrollArea()
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setWidget(self._answers_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._question, self._told, self._field, self._wrong, self._go):
            column.addWidget(part)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self._back)
        column.addStretch(0)
        self._field.setMinimumHeight(40)

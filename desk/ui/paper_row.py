"""One paper on the information desk: what is asked, what was said, and what the clerk sees."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.button import Button, KeyButton
from desk.ui.day_edit import DayEdit
from desk.ui.plain import Plain
from desk.viewmodels.language import Language
from queue_server import wire


class PaperRow(QWidget):
    """Seen (by one key) or missing, with the details that matter for this paper."""

    presented = Signal(object)

    def __init__(self, paper: wire.PaperAsked, language: Language) -> None:
        super().__init__()
        self._language, self._document = language, paper.document
        self._name, self._hint = Plain("strong", wraps=True), Plain("small", wraps=True)
        self._seen, self._missing = KeyButton("", height=40), Button()
        self._seen.setObjectName(f"seen-{paper.document}")
        self._missing.setMinimumHeight(40)
        self._missing.setObjectName(f"missing-{paper.document}")
        self._seen.clicked.connect(partial(self._present, "have"))
        self._missing.clicked.connect(partial(self._present, "missing"))
        self._days = {"expires": DayEdit(), "issued": DayEdit()}
        self._ticks = {"attested": QCheckBox(), "original": QCheckBox()}
        self._labels = {detail: Plain("small") for detail in self._days}
        for detail, field in (self._days | self._ticks).items():
            field.setObjectName(f"{detail}-{paper.document}")
            field.hide()
        for day in self._days.values():
            day.returnPressed.connect(self._seen.click)
        self._lay_out()

    def show_paper(self, paper: wire.PaperAsked, *keys: str) -> None:
        """Show the paper as it stands; what the clerk typed and did not send yet stands too. The first key is shown."""
        say, said = self._language.say, paper.said
        self._name.setText(paper.name)
        self._hint.show_text(paper.hint)
        self._seen.set_key(*keys or ("",))
        self._seen.show_title(say("Seen"))
        self._seen.setAccessibleName(say("Seen: {paper}", paper=paper.name))
        self._missing.setText(say("Missing"))
        self._missing.setAccessibleName(say("Missing: {paper}", paper=paper.name))
        self._say_details(paper.name)
        for detail, day in self._days.items():
            known = getattr(said, detail, None)
            day.show_day(known)
            self._labels[detail].setVisible(detail in paper.needs or known is not None)
            day.setVisible(detail in paper.needs or known is not None)
        for detail, tick in self._ticks.items():
            known = getattr(said, detail, None)
            if known is not None and tick.isHidden():
                tick.setChecked(known)
            tick.setVisible(detail in paper.needs or known is not None)

    def set_enabled(self, enabled: bool) -> None:
        """Allow or forbid what goes to the server; typing goes on meanwhile."""
        self._seen.setEnabled(enabled)
        self._missing.setEnabled(enabled)

    def press(self, state: wire.DocumentState) -> None:
        """As if its button were pressed."""
        (self._seen if state == "have" else self._missing).click()

    def focus_first_need(self, paper: wire.PaperAsked) -> None:
        """Go to the first detail still asked for."""
        field = (self._days | self._ticks)[paper.needs[0]]
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _present(self, state: wire.DocumentState) -> None:
        paper = wire.Paper(self._document, state, evidence="clerk")
        wrong = next((edit for edit in self._days.values() if edit.is_wrong and not edit.isHidden()), None)
        if state == "have" and wrong:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if state == "have":
            paper = replace(
                paper,
                **{detail: edit.day for detail, edit in self._days.items() if not edit.isHidden()},
                **{detail: tick.isChecked() for detail, tick in self._ticks.items() if not tick.isHidden()},
            )
        self.presented.emit(paper)

    def _say_details(self, paper: str) -> None:
        say = self._language.say
        words = {
            "expires": say("Valid until"),
            "issued": say("Issued on"),
            "attested": say("Attested"),
            "original": say("Original"),
        }
        for detail, label in self._labels.items():
            label.setText(words[detail])
        for detail, tick in self._ticks.items():
            tick.setText(words[detail])
        for detail, field in (self._days | self._ticks).items():
            field.setAccessibleName(f"{words[detail]}: {paper}")

    def _lay_out(self) -> None:
        details = QHBoxLayout()
        details.setSpacing(8)
        for detail, day in self._days.items():
            details.addWidget(self._labels[detail])
            details.addWidget(day)
        for tick in self._ticks.values():
            details.addWidget(tick)
        details.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        words.addLayout(details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignTop)

"""One requirement on the information desk: its sign, why it is asked, its papers, and letting it pass."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.ui.button import Button
from desk.ui.findings import details
from desk.ui.mark import Mark
from desk.ui.paper_row import PaperRow
from desk.ui.plain import Panel, Plain
from desk.ui.words import evidence_word, finding_tone, finding_word
from desk.viewmodels.language import Language
from queue_server import wire

_LEAST_REASON = 3


class RequirementCard(Panel):
    """Redrawn in place, so that nothing half typed is lost when another paper is confirmed."""

    presented = Signal(object)
    waived = Signal(str, str)
    grown = Signal()
    """There is more to see than a moment ago."""

    def __init__(self, requirement: str, language: Language) -> None:
        super().__init__("card")
        self._requirement, self._language = requirement, language
        self._mark, self._because, self._state = Mark(), Plain("small", wraps=True), Plain("strong")
        self._evidence = Plain("small")
        self._reason, self._remedy = Plain("body", wraps=True), Plain("small", wraps=True)
        self._rows: dict[str, PaperRow] = {}
        self._papers = QVBoxLayout()
        self._papers.setSpacing(6)
        self._waive, self._why, self._confirm = Button(), QLineEdit(), Button()
        for name, widget in (("waive", self._waive), ("why", self._why), ("confirm", self._confirm)):
            widget.setObjectName(f"{name}-{requirement}")
        self._why.setMaxLength(500)
        self._waive.setCheckable(True)
        self._waive.toggled.connect(self._ask_why)
        self._why.returnPressed.connect(self._let_pass)
        self._why.textChanged.connect(self._judge_reason)
        self._confirm.clicked.connect(self._let_pass)
        self._lay_out()

    def show_finding(self, finding: wire.Finding, keys: dict[str, str], *, enabled: bool) -> None:
        """Show how the requirement stands; `keys` are the keys of its papers."""
        tone = finding_tone(finding)
        self._mark.set_tone(tone)
        self._because.setText(finding.because)
        self._evidence.show_text(evidence_word(finding, self._language))
        self._state.setText(finding_word(finding, self._language))
        self._state.set_look("quiet" if tone == "quiet" else tone)
        self._reason.show_text(" ".join(details(finding, self._language)))
        self._remedy.show_text(finding.remedy)
        self._show_papers(finding, keys, enabled=enabled)
        self._show_waiver(finding, enabled=enabled)
        self.setAccessibleName(f"{finding.because} {self._state.text()}")

    def focus_need(self, finding: wire.Finding) -> bool:
        """Go to the first detail still asked for, if there is one."""
        for paper in finding.documents:
            if paper.needs and paper.said and paper.said.state == "have":
                self._rows[paper.document].focus_first_need(paper)
                return True
        return False

    def _show_papers(self, finding: wire.Finding, keys: dict[str, str], *, enabled: bool) -> None:
        asked = {paper.document: paper for paper in finding.documents}
        for gone in self._rows.keys() - asked.keys():
            self._rows.pop(gone).deleteLater()
        for document, paper in asked.items():
            if document not in self._rows:
                row = self._rows[document] = PaperRow(paper, self._language)
                row.presented.connect(self.presented)
                self._papers.addWidget(row)
            self._rows[document].show_paper(paper, keys.get(document, ""))
            self._rows[document].set_enabled(enabled and finding.result != "on_file")

    def _show_waiver(self, finding: wire.Finding, *, enabled: bool) -> None:
        say = self._language.say
        settled = finding.result in {"on_file", "waived"} or (finding.result == "presented" and finding.proven)
        self._waive.setText(say("Let it pass …"))
        self._waive.setVisible(not settled)
        self._waive.setEnabled(enabled)
        self._confirm.setText(say("Let it pass"))
        self._why.setPlaceholderText(say("Why may this pass? Your name stands beside it."))
        self._why.setAccessibleName(say("The reason for letting it pass"))
        if settled:
            self._waive.setChecked(False)
        self._ask_why(self._waive.isChecked())

    def _ask_why(self, asking: bool) -> None:
        begun = asking and self._why.isHidden()
        self._why.setVisible(asking)
        self._confirm.setVisible(asking)
        self._judge_reason(self._why.text())
        if begun:
            self._why.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grown.emit()

    def _judge_reason(self, reason: str) -> None:
        self._confirm.setEnabled(self._waive.isEnabled() and len(reason.strip()) >= _LEAST_REASON)

    def _let_pass(self) -> None:
        if self._confirm.isEnabled():
            self.waived.emit(self._requirement, self._why.text().strip())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._state)
        head.addWidget(self._evidence)
        head.addWidget(self._because, 1)
        head.addWidget(self._waive)
        why = QHBoxLayout()
        why.addWidget(self._why, 1)
        why.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._papers)
        column.addWidget(self._reason)
        column.addWidget(self._remedy)
        column.addLayout(why)

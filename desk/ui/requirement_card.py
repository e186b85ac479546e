"""One requirement on the information desk: its sign, why it is asked, its papers, and letting it pass."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.ui.button import Button
from desk.ui.findings import details
from desk.ui.letting_pass import LettingPass
from desk.ui.mark import Mark
from desk.ui.paper_row import PaperRow
from desk.ui.plain import Panel, Plain
from desk.ui.words import evidence_word, finding_tone, finding_word
from desk.viewmodels.language import Language
from queue_server import wire

Keys = dict[str, tuple[str, ...]]
"""The keys of each paper, the one that is shown first."""


class RequirementCard(Panel):
    """Redrawn in place, so that nothing half typed is lost when another paper is confirmed."""

    presented = Signal(object)
    waived = Signal(str, str, object)
    left = Signal()
    """What had the focus is no longer there."""
    grown = Signal()
    """There is more to see than a moment ago."""

    def __init__(self, requirement: str, language: Language) -> None:
        super().__init__("card")
        self._language = language
        self._mark, self._because, self._state = Mark(), Plain("small", wraps=True), Plain("strong")
        self._evidence = Plain("small")
        self._reason, self._remedy = Plain("body", wraps=True), Plain("small", wraps=True)
        self._rows: dict[str, PaperRow] = {}
        self._papers = QVBoxLayout()
        self._papers.setSpacing(6)
        self._waive, self._why = Button(), LettingPass(requirement, language)
        self._waive.setObjectName(f"waive-{requirement}")
        self._waive.setCheckable(True)
        self._waive.toggled.connect(self._ask_why)
        self._why.given.connect(lambda reason, second: self.waived.emit(requirement, reason, second))
        self._lay_out()

    def show_finding(self, finding: wire.Finding, keys: Keys, *, enabled: bool) -> None:
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

    def may_waive(self) -> bool:
        """Whether letting it pass can be begun."""
        return not self._waive.isHidden() and self._waive.isEnabled()

    def begin_waiver(self) -> None:
        """Ask for the reason."""
        self._waive.setChecked(True)
        self._why.focus()

    def press(self, document: str, state: wire.DocumentState) -> None:
        """As if that button of a paper were pressed."""
        self._rows[document].press(state)

    def _show_papers(self, finding: wire.Finding, keys: Keys, *, enabled: bool) -> None:
        asked = {paper.document: paper for paper in finding.documents}
        for gone in self._rows.keys() - asked.keys():
            self._rows.pop(gone).deleteLater()
        for document, paper in asked.items():
            if document not in self._rows:
                row = self._rows[document] = PaperRow(paper, self._language)
                row.presented.connect(self.presented)
                self._papers.addWidget(row)
            self._rows[document].show_paper(paper, *keys.get(document, ()))
            self._rows[document].set_enabled(enabled and finding.result != "on_file")

    def _show_waiver(self, finding: wire.Finding, *, enabled: bool) -> None:
        say = self._language.say
        settled = finding.result in {"on_file", "waived"} or (finding.result == "presented" and finding.proven)
        self._waive.setText(say("Let it pass …"))
        self._waive.setVisible(not settled)
        self._waive.setEnabled(enabled)
        self._why.show_fields(two=finding.four_eyes, enabled=enabled)
        if settled:
            if self._why.is_typed_in:
                self.left.emit()
            self._waive.setChecked(False)
        self._ask_why(self._waive.isChecked())

    def _ask_why(self, asking: bool) -> None:
        begun = asking and self._why.isHidden()
        self._why.setVisible(asking)
        if begun:
            self._why.focus()
            self.grown.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._state)
        head.addWidget(self._evidence)
        head.addWidget(self._because, 1)
        head.addWidget(self._waive)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._papers)
        column.addWidget(self._reason)
        column.addWidget(self._remedy)
        column.addWidget(self._why)

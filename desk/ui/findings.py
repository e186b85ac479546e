"""The papers of the visitor at the counter, to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.ui.mark import Mark
from desk.ui.plain import Panel, Plain
from desk.ui.words import evidence_word, finding_tone, finding_word
from desk.viewmodels.language import Language
from queue_server import wire


class FindingRow(Panel):
    """One requirement: its sign, its papers, how it stands, and who waived it why."""

    def __init__(self, finding: wire.Finding, language: Language) -> None:
        super().__init__("card")
        tone = finding_tone(finding)
        mark, name, word = Mark(), Plain("strong", wraps=True), Plain("body" if tone == "quiet" else tone)
        evidence = Plain("small")
        mark.set_tone(tone)
        name.setText(documents(finding))
        word.setText(finding_word(finding, language))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        for text in details(finding, language):
            line = Plain("small", wraps=True)
            line.setText(text)
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(evidence, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
        evidence.show_text(evidence_word(finding, language))  # Shown before it has its place it would be a window.
        self.setAccessibleName(f"{name.text()}: {word.text()}")


class Findings(QScrollArea):
    """Every requirement of the visitor's check."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_check(self, check: wire.Check | None) -> None:
        """Show a check's findings; nothing is drawn anew unless something changed."""
        wanted = (check and check.findings, self._language.code)
        if wanted == self._shown:
            return
        self._shown = wanted
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for finding in check.findings if check else []:
            column.addWidget(FindingRow(finding, self._language))
        column.addStretch(1)
        self.setWidget(page)
        self.setAccessibleName(self._language.say("The visitor's papers"))


def documents(finding: wire.Finding) -> str:
    """The papers of a finding, by name."""
    return " + ".join(paper.name for paper in finding.documents) or finding.because


def details(finding: wire.Finding, language: Language) -> list[str]:
    """What else is to be said of a finding: why it is short, and who let it pass."""
    waived = ""
    if finding.waived_with:
        waived = language.say(
            "Waived by {clerk} and {second}: {reason}",
            clerk=finding.waived_by,
            second=finding.waived_with,
            reason=finding.waiver_reason,
        )
    elif finding.waived_by:
        waived = language.say("Waived by {clerk}: {reason}", clerk=finding.waived_by, reason=finding.waiver_reason)
    return [text for text in (waived or finding.reason,) if text]

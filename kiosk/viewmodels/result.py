"""What came of the papers: what is in order, what is missing, and where to go."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import in_fours
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit
from queue_server import wire

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper on a list: what is wrong, or why it is asked for, and what to do."""

    name: str
    picture: str
    reason: str
    remedy: str


@QmlElement
class Result(QObject):
    """The check's outcome. `code` brings the visitor back to it here or at a desk."""

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._passed, self._open = Rows(PaperRow, self), Rows(PaperRow, self)
        visit.changed.connect(self._listen)

    @Slot()
    def _listen(self) -> None:
        findings = self._visit.check.findings if self._visit.check else []
        papers = [(finding, paper) for finding in findings for paper in finding.documents]
        self._passed.show([_row(*each) for each in papers if _is_in_order(*each)])
        self._open.show([_row(*each) for each in papers if not _is_in_order(*each)])
        self.changed.emit()

    @Property(str, notify=changed)
    def service(self) -> str:
        return self._visit.check.service_name if self._visit.check else ""

    @Property(str, notify=changed)
    def guidance(self) -> str:
        return (self._visit.check.guidance or "") if self._visit.check else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        check = self._visit.check
        # A check that led to a number is not come back to.
        code = check.resume_code if check and not self._visit.issued else ""
        return in_fours(code)

    @Property(QObject, notify=changed)
    def passed(self) -> QObject:
        """The papers that are in order."""
        return self._passed

    @Property(QObject, notify=changed)
    def open(self) -> QObject:
        """The papers that are not in order yet, or that a person has to see."""
        return self._open


def _is_in_order(finding: wire.Finding, paper: wire.PaperAsked) -> bool:
    return finding.result is not None and not paper.reason


def _row(finding: wire.Finding, paper: wire.PaperAsked) -> PaperRow:
    return PaperRow(paper.name, paper.picture, paper.reason or finding.because, paper.remedy)

"""The present page's question, ready to be drawn."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.asking import Answer, Asked, asked
from kiosk.flow import Page
from kiosk.qr import drawn
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Ask(QObject):
    """What is asked, and what may be answered: the likely answers, and the others apart."""

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._asked = Asked("")
        self._phone = ""
        self._answers, self._others = Rows(Answer, self), Rows(Answer, self)
        visit.changed.connect(self._listen)

    @Slot()
    def _listen(self) -> None:
        standing = self._visit.standing
        self._asked = asked(standing) if standing else Asked("")
        self._phone = standing.phone if standing and standing.step.page is Page.PHONE else ""
        self._answers.show(self._asked.answers)
        self._others.show(self._asked.others)
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._asked.title

    @Property(str, notify=changed)
    def lead(self) -> str:
        return self._asked.lead

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._asked.why

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self._asked.hint

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._asked.picture

    @Property(str, notify=changed)
    def code(self) -> str:
        """The picture of a code for the visitor's phone; empty on a page without one."""
        return drawn(self._phone) if self._phone else ""

    @Property(QObject, notify=changed)
    def answers(self) -> QObject:
        return self._answers

    @Property(QObject, notify=changed)
    def others(self) -> QObject:
        return self._others

"""The number that was given."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.qr import drawn
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Number(QObject):
    """The number and where it leads."""

    changed = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        visit.changed.connect(self.changed)

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._visit.issued.number if self._visit.issued else ""

    @Property(str, notify=changed)
    def page(self) -> str:
        """The picture of a code that leads a phone to the number's own page."""
        return drawn(self._visit.issued.track) if self._visit.issued else ""

    @Property(str, notify=changed)
    def floor(self) -> str:
        issued = self._visit.issued
        return say("Floor {floor}", self._visit.language, floor=issued.floor) if issued else ""

    @Property(str, notify=changed)
    def line(self) -> str:
        issued, standing = self._visit.issued, self._visit.standing
        if not issued or not standing:
            return ""
        return next((standing.of(line.name) for line in standing.catalogue.lines if line.id == issued.line), "")

    @Property(str, notify=changed)
    def ahead(self) -> str:
        issued = self._visit.issued
        if not issued or issued.ahead is None:
            return ""
        if issued.slot and self._visit.standing:
            slot = issued.slot.astimezone(ZoneInfo(self._visit.standing.catalogue.timezone))
            return say("Your appointment: {time}", self._visit.language, time=f"{slot:%H:%M}")
        if issued.ahead == 0:
            return say("You are next", self._visit.language)
        return say("People ahead of you: {count}", self._visit.language, count=issued.ahead)

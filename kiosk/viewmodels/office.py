"""The office's name and its time of day."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Office(QObject):
    """What stands at the top of each page."""

    changed = Signal()

    def __init__(self, visit: Visit, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit, self._now = visit, now
        visit.changed.connect(self.changed)
        timer = QTimer(self, interval=1000)
        timer.timeout.connect(self.changed)
        timer.start()

    @Property(str, notify=changed)
    def name(self) -> str:
        standing = self._visit.standing
        return standing.of(standing.catalogue.name) if standing else ""

    @Property(str, notify=changed)
    def time(self) -> str:
        standing = self._visit.standing
        return f"{self._now().astimezone(ZoneInfo(standing.catalogue.timezone)):%H:%M}" if standing else ""

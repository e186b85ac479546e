"""What stands around each page: the office's name, its time of day, and two buttons that depend on the language."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from assets.words import native_name, say
from kiosk.asking import spoken
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Office(QObject):
    """What stands at the top and at the foot of each page."""

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

    @Property(str, notify=changed)
    def otherLanguage(self) -> str:
        """What the language button says: the other language's name, or the word for language when there are several."""
        others, language = self._visit.others, self._visit.language
        return native_name(others[0]) if len(others) == 1 else say("Language", language) if others else ""

    @Property(str, notify=changed)
    def askText(self) -> str:
        """What the button for a person says: in both first languages while none was chosen."""
        standing = self._visit.standing
        unchosen = spoken(standing.catalogue)[:2] if standing and not standing.begun else []
        return "\n".join(say("Ask a person", language) for language in unchosen or [self._visit.language])

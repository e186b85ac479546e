"""The kiosk's pulse: beaten by the screen itself, so that a screen that stands still has none."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.host import Host
from kiosk.viewmodels.visit import Visit


class Heartbeat(QObject):
    """Tells the host that visitors can be served, at the first picture, and then again and again that they still can.

    Each beat asks the pages and has them drawn: the host is told once the event loop has turned, the pages have
    answered, and the picture is on the screen. A screen that is switched off shows no picture and need not.
    """

    def __init__(self, window: QQuickWindow, visit: Visit, host: Host) -> None:
        super().__init__(window)
        self._window, self._visit, self._host = window, visit, host
        self._asked = 0
        self._ready = self._due = False
        self._status = ""
        window.frameSwapped.connect(self._drawn)
        visit.changed.connect(self._tell_status)
        if host.beat_milliseconds:
            timer = QTimer(self, interval=host.beat_milliseconds)
            timer.timeout.connect(self.beat)
            timer.start()

    @Slot()
    def beat(self) -> None:
        """Ask the pages, and have them drawn."""
        self._asked += 1
        self._window.setProperty("asked", self._asked)
        self._due = True
        if self._window.isExposed():
            self._window.update()
        else:
            self._answered()

    @Slot()
    def _drawn(self) -> None:
        if not self._ready:
            self._ready = True
            self._host.tell("READY=1")
            self._tell_status()
        self._answered()

    def _answered(self) -> None:
        if self._due and self._window.property("answered") == self._asked:
            self._due = False
            self._host.tell("WATCHDOG=1")

    @Slot()
    def _tell_status(self) -> None:
        """What `systemctl status` shows: nothing of the visitor's."""
        if self._visit.closed:
            status = "closed to visitors"
        elif self._visit.catalogue is None:
            status = "waiting for the office"
        else:
            status = "in a visit" if self._visit.under_way else "free"
        if self._ready and status != self._status:
            self._status = status
            self._host.tell(f"STATUS={status}")

"""Nobody touches the screen: a warning, then a new visit."""

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.comfort import Comfort
from kiosk.viewmodels.printing import Printing
from kiosk.viewmodels.speech import Speech
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MILLISECONDS = 250
_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}
)


@QmlElement
class Idle(QObject):
    """Watches for the visitor who has gone. Any touch extends; a slip under way is never cut short.

    `after` and `warning` are seconds: without a touch until the warning, and from there to the next visit; three times
    as many for whoever asked for more time. `warned` is for the ear. While a page is read out nobody is idle.
    """

    changed = Signal()
    warned = Signal()

    def __init__(
        self,
        visit: Visit,
        printing: Printing,
        comfort: Comfort,
        speech: Speech,
        after: float,
        warning: float,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._visit, self._printing, self._comfort, self._speech = visit, printing, comfort, speech
        self._after, self._warning, self._clock = after, warning, clock
        self._touched = clock()
        self._left = 0
        visit.begun.connect(self.touched)
        printing.fared.connect(self.touched)  # There is a slip to be taken now.
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.look)
        timer.start()

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Seconds until the next visit begins; 0 while there is nothing to warn of."""
        return self._left

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        self._show(0)

    @Slot()
    def look(self) -> None:
        """See how long nobody has been there."""
        if not self._anything_to_end or self._printing.under_way or self._speech.speaking:
            self.touched()
            return
        patience = self._comfort.patience
        left = self._touched + (self._after + self._warning) * patience - self._clock()
        if left <= 0:
            self._visit.startOver()
        else:
            self._show(ceil(left) if left <= self._warning * patience else 0)

    @property
    def _anything_to_end(self) -> bool:
        return self._visit.under_way or self._comfort.in_use or self._speech.in_use

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False

    def _show(self, left: int) -> None:
        if left != self._left:
            begins = self._left == 0
            self._left = left
            self.changed.emit()
            if begins:
                self.warned.emit()

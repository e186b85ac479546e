"""The kiosk's own affairs, beside any visit: its printer, what the server is to know of slips, and how it is."""

import logging
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.flow import Page
from kiosk.reporting import Reporter
from kiosk.viewmodels.visit import Visit
from queue_server.client.printer import PrinterState, WatchedPrinter
from queue_server.client.qt import Operations

log = logging.getLogger(__name__)

LOOK_MILLISECONDS = 500
REPORT_EVERY, REPORT_AGAIN = 30.0, 5.0
"""Seconds between two reports, and until the next try when the server was not reached."""
PRINTER_EVERY = {True: 3.0, False: 15.0}
"""Seconds between two looks at the printer: near the number, and at other times."""
SILENT_EVERY = 30.0
"""And at a printer that does not answer: a slip would have to wait for as long as it is silent."""

_NEAR = frozenset({Page.QUESTION, Page.PAPER, Page.DETAIL, Page.READY, Page.PRIORITY})


class Station(QObject):
    """Looks after the kiosk off the screen's thread, one round at a time, however long a printer is silent.

    `state` is how the printer stands, None before the first look; `changed` when that is another.
    """

    changed = Signal()

    def __init__(
        self,
        visit: Visit,
        printer: WatchedPrinter,
        reporter: Reporter,
        operations: Operations,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._visit, self._printer, self._reporter = visit, printer, reporter
        self._operations, self._clock = operations, clock
        self._busy = self._hurries = False
        self._next_look = self._next_report = clock()
        self.state: PrinterState | None = None
        visit.changed.connect(self.look)
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.look)
        timer.start()

    @Slot()
    def hurry(self) -> None:
        """There is news of a slip or of the printer: tell it now."""
        self._show_printer()
        self._hurries = True
        self.look()

    @Slot()
    def look(self) -> None:
        """Begin a round, if it is time for one and none is under way."""
        now = self._clock()
        asks = now >= self._next_look or (self._is_near and now >= self._next_look - self._spared)
        reports = self._hurries or now >= self._next_report
        if self._busy or not (asks or reports):
            return
        self._busy, self._hurries = True, False

        def round_() -> bool:
            if asks:
                self._printer.state()
            return self._reporter.tell(self._printer.last, due=reports)

        def done(reached: bool) -> None:
            self._ended(asks=asks, reports=reports, reached=reached)

        self._operations.run(round_, done, self._failed)

    @property
    def _is_near(self) -> bool:
        return self._visit.step.page in _NEAR

    @property
    def _spared(self) -> float:
        """How much sooner than else the printer is looked at near the number."""
        return 0.0 if self.state is PrinterState.UNKNOWN else PRINTER_EVERY[False] - PRINTER_EVERY[True]

    def _ended(self, *, asks: bool, reports: bool, reached: bool) -> None:
        self._busy = False
        now = self._clock()
        self._show_printer()
        if asks:
            silent = self.state is PrinterState.UNKNOWN
            self._next_look = now + (SILENT_EVERY if silent else PRINTER_EVERY[False])
        if reports or not reached:
            self._next_report = now + (REPORT_EVERY if reached else REPORT_AGAIN)
        if self._hurries:
            self.look()

    def _failed(self, error: Exception) -> None:
        log.error("The kiosk could not look after itself", exc_info=error)
        self._ended(asks=True, reports=True, reached=False)

    def _show_printer(self) -> None:
        if self._printer.last is not self.state:
            self.state = self._printer.last
            self.changed.emit()

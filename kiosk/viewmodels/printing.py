"""Slips on their way to paper."""

from base64 import b64decode
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.station import Station
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from queue_server.client.number_slip import NumberSlip
from queue_server.client.printer import Printed, PrinterState, WatchedPrinter
from queue_server.client.slipbook import SlipBook

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_TITLES = {
    "printing": "Your paper is being printed…",
    "printed": "Take your paper",
    "uncertain": "Look below: your paper may be there.",
    "failed": "Your paper was not printed.",
    "none": "This machine prints no paper.",
}
_FINE = frozenset({None, PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.NONE})


class Slip(Protocol):
    """Something to print, and to print once more. Off the screen's thread."""

    def print(self) -> Printed: ...
    def again(self) -> Printed: ...


class ListSlip:
    """The list of what to bring: any number of them may be about."""

    def __init__(self, check: wire.Check, printer: WatchedPrinter, api: Api) -> None:
        self._check, self._printer, self._api = check.id, printer, api

    def print(self) -> Printed:
        """As the check stands now."""
        printable = b64decode(self._api.bring_list(self._check).slip)
        return self._printer.print(printable) if printable else Printed("failed")

    def again(self) -> Printed:
        """The same."""
        return self.print()


@QmlElement
class Printing(QObject):
    """How the present slip fares: `state` is "", "printing", "printed", "uncertain" or "failed".

    Where the office has kiosks without printers it is "none", always: nothing is tried, and nothing has failed.
    A number's slip goes by the station's book, and the server is told of it by `own`, the station's own line: nobody
    waits for that.
    """

    changed = Signal()
    fared = Signal()

    def __init__(
        self,
        visit: Visit,
        api: Api,
        own: Api,
        printer: WatchedPrinter,
        book: SlipBook,
        acts: Acts,
        station: Station,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visit, self._api, self._own, self._printer = visit, api, own, printer
        self._book, self._acts, self._station = book, acts, station
        self._forget()
        visit.numberGiven.connect(self._number)
        visit.handedOver.connect(self._list)
        visit.begun.connect(self._forget)
        visit.changed.connect(self.changed)
        station.changed.connect(self.changed)
        self.fared.connect(station.hurry)

    @Slot()
    def _forget(self) -> None:
        self._state, self._printed = "", Printed("printed")
        self._slip: Slip | None = None
        self._refused = False
        self.changed.emit()

    @property
    def under_way(self) -> bool:
        """Whether a slip is at the printer; one that still waits for the server may wait for ever."""
        return self._printer.busy

    @property
    def _stands(self) -> str:
        return "none" if self._station.state is PrinterState.NONE else self._state

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._stands

    @Property(str, notify=changed)
    def title(self) -> str:
        """How the slip fares, in one sentence."""
        return say(_TITLES[self._stands], self._visit.language) if self._stands else ""

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong with the printer, in one sentence; empty when nothing is."""
        if self._stands not in {"uncertain", "failed"}:
            return ""
        trouble = self._printed.trouble or (PrinterState.UNKNOWN if self._state == "uncertain" else None)
        if trouble is None:
            return say("The slip could not be printed.", self._visit.language)
        return trouble.explain(self._visit.language)

    @Property(bool, notify=changed)
    def canRepeat(self) -> bool:
        """Whether the kiosk may print this slip once more; else the information desk does."""
        return self._slip is not None and not self._refused

    @Property(str, notify=changed)
    def caution(self) -> str:
        """Before a number: why its slip may not come out, in one sentence; empty when it will, for all we know."""
        state = self._station.state
        return "" if state is None or state in _FINE else state.explain(self._visit.language)

    @Slot()
    def printList(self) -> None:
        """The list of what to bring."""
        if self._visit.check:
            self._list(self._visit.check)

    @Slot()
    def again(self) -> None:
        """Print once more: the same slip if it certainly did not come out, else a number as a copy."""
        if self._slip and not self._refused and self._state != "printing":
            self._start(self._slip, self._slip.again)

    @Slot(object)
    def _number(self, issued: wire.Issued) -> None:
        slip = NumberSlip(issued, self._printer, self._book, self._own)
        self._start(slip, slip.print)

    @Slot(object)
    def _list(self, check: wire.Check) -> None:
        slip = ListSlip(check, self._printer, self._api)
        self._start(slip, slip.print)

    def _start(self, slip: Slip, work: Callable[[], Printed]) -> None:
        if self._stands == "none":
            return
        before = self._state, self._printed
        self._state, self._slip = "printing", slip
        self.changed.emit()

        def show(state: str, printed: Printed) -> None:
            if self._slip is slip:
                self._state, self._printed = state, printed
                self.changed.emit()
            self.fared.emit()

        def printed(answer: Printed) -> None:
            show(answer.result, answer)

        def failed(error: Exception) -> None:
            self._refused = self._refused or isinstance(error, Refused)
            # Nothing was sent: what may have come out before may still be there.
            show(*(before if before[0] == "uncertain" else ("failed", Printed("failed"))))

        self._acts.read(work, printed, failed)

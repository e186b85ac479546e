"""Slips on their way to paper."""

from base64 import b64decode
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.printer import Printed, Printer, PrinterState

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Printing(QObject):
    """How the present slip fares: `state` is "", "printing", "printed", "uncertain" or "failed"."""

    changed = Signal()

    def __init__(self, visit: Visit, api: Api, printer: Printer, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit, self._api, self._printer, self._acts = visit, api, printer, acts
        self._forget()
        visit.numberGiven.connect(self._number)
        visit.handedOver.connect(self._list)
        visit.begun.connect(self._forget)
        visit.changed.connect(self.changed)

    def _forget(self) -> None:
        self._state, self._printed = "", Printed("printed")
        self._slip: Callable[[], bytes] | None = None
        self.changed.emit()

    @property
    def under_way(self) -> bool:
        """Whether a slip is on its way."""
        return self._state == "printing"

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._state

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong with the printer, in one sentence; empty when nothing is."""
        if self._state not in {"uncertain", "failed"}:
            return ""
        trouble = self._printed.trouble or (PrinterState.UNKNOWN if self._state == "uncertain" else None)
        if trouble is None:
            return say("The slip could not be printed.", self._visit.language)
        return trouble.explain(self._visit.language)

    @Slot()
    def printList(self) -> None:
        """The list of what to bring."""
        if self._visit.check:
            self._list(self._visit.check)

    @Slot()
    def again(self) -> None:
        """Try the same slip once more."""
        if self._slip and not self.under_way:
            self._start(self._slip)

    def _number(self, issued: wire.Issued) -> None:
        self._start(lambda: b64decode(issued.slip))

    def _list(self, check: wire.Check) -> None:
        self._start(lambda: b64decode(self._api.bring_list(check.id).slip))

    def _start(self, slip: Callable[[], bytes]) -> None:
        self._state, self._slip = "printing", slip
        self.changed.emit()

        def printed(answer: Printed) -> None:
            if self._slip is slip:
                self._state, self._printed = answer.result, answer
                self.changed.emit()

        def failed(_error: Exception) -> None:
            printed(Printed("failed"))

        def work() -> Printed:
            printable = slip()
            return self._printer.print(printable) if printable else Printed("failed")

        self._acts.read(work, printed, failed)

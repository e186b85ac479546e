"""The visitor's way to the information desk: what is told there, and the number to show."""

import logging
from base64 import b64decode
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.connection import Connection
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Away, Unreachable
from queue_server.client.printer import Printed, WatchedPrinter

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)


@QmlElement
class Help(QObject):
    """Tells the information desk that a visitor comes, once however often they ask.

    The page sends them there at once: nobody waits for the number, which is shown when it is known. While the server is
    away none is, and whoever still stands there when it is back is told of then. One small slip with it is printed,
    unless the visitor holds a number's slip already.
    """

    changed = Signal()

    def __init__(
        self,
        visit: Visit,
        api: Api,
        printer: WatchedPrinter,
        acts: Acts,
        connection: Connection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visit, self._api, self._printer, self._acts = visit, api, printer, acts
        self._connection = connection
        self._forget()
        visit.helpWanted.connect(self._send)
        visit.spoke.connect(self._spoke)
        visit.begun.connect(self._forget)
        connection.changed.connect(self._tell_again)

    @Slot()
    def _forget(self) -> None:
        self._called = uuid4().hex
        self._reason: wire.ReferralReason | None = None
        self._sent: wire.Referral | None = None
        self._printed = self._untold = False
        self.changed.emit()

    @Property(str, notify=changed)
    def number(self) -> str:
        """What to show at the information desk; empty until it is known."""
        return str(self._sent.number) if self._sent else ""

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """Whether the number came out on paper."""
        return self._printed

    @Slot(str)
    def _send(self, reason: wire.ReferralReason) -> None:
        self._reason = reason
        visit, stood = self._visit, self._visit.stood
        booked = visit.appointment.service if visit.appointment else None
        new = wire.NewReferral(
            visit=self._called,
            reason=reason,
            language=visit.language,
            check=visit.check.id if visit.check else None,
            service=visit.check.service if visit.check else booked,
            page=str(stood.page),
            subject=stood.subject or None,
        )
        self._acts.read(partial(self._api.refer, new), self._known, self._not_told)

    @Slot()
    def _spoke(self) -> None:
        """Another language was chosen: the desk had better know."""
        if self._reason:
            self._send(self._reason)

    def _known(self, sent: wire.Referral) -> None:
        first, self._sent = self._sent is None, sent
        self.changed.emit()
        if first and not self._visit.issued:
            self._acts.read(partial(self._print, sent.id), self._on_paper, self._not_told)

    def _print(self, referral: str) -> Printed:
        return self._printer.print(b64decode(self._api.referral_slip(referral).slip))

    def _on_paper(self, printed: Printed) -> None:
        self._printed = printed.result == "printed"
        self.changed.emit()

    def _not_told(self, error: Exception) -> None:
        """The visitor is on the way there, with or without a number."""
        self._untold = isinstance(error, Away | Unreachable)
        if not self._untold:
            log.error("The information desk was not told of a visitor", exc_info=error)

    @Slot()
    def _tell_again(self) -> None:
        if self._untold and self._reason and self._connection.reachable:
            self._untold = False
            self._send(self._reason)

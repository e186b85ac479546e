"""The kiosk before the office lets it in: a code on the screen until somebody with a name approves it."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from math import ceil
from time import monotonic

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff.admission import Pass
from kiosk.staff.enrolment_words import State, for_visitors, good_for, worded
from kiosk.viewmodels.connection import Connection
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused, Unreachable
from queue_server.client.qt import Operations

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MILLISECONDS = 250
AGAIN: dict[State, float] = {"asking": 0, "asked": 2, "full": 30, "away": 3, "trouble": 15}
"""Seconds until the server is asked again; a refused kiosk asks when somebody touches it."""

log = logging.getLogger(__name__)


@QmlElement
class Enrolment(QObject):
    """Closes the kiosk to visitors while it is not let in, and opens it by itself once it is.

    `lines` speak with the token the kiosk has, the last one asks for it. `putOut` when a token that was
    good is good no more.
    """

    changed = Signal()
    putOut = Signal()

    def __init__(
        self,
        visit: Visit,
        let_in_by: Pass,
        lines: Sequence[Api],
        connection: Connection,
        operations: Operations,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._visit, self._pass, self._operations, self._clock = visit, let_in_by, operations, clock
        self._lines = lines
        self._state: State = "asking"
        self._code, self._until = "", 0.0
        self._busy, self._next = False, clock()
        connection.turnedAway.connect(self._put_out)
        visit.closed = self.asking
        self._speak()
        timer = QTimer(self, interval=LOOK_MILLISECONDS)
        timer.timeout.connect(self.look)
        timer.start()

    @property
    def asking(self) -> bool:
        """Whether the kiosk has to be let in."""
        return not self._pass.token

    # ── what the page is drawn from ──

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.asking

    @Property(str, notify=changed)
    def title(self) -> str:
        return worded(self._shown_state).title

    @Property(str, notify=changed)
    def why(self) -> str:
        return worded(self._shown_state).why

    @Property(str, notify=changed)
    def news(self) -> str:
        """What stands in the way; the code may be good all the same."""
        return worded(self._state).news

    @Property(str, notify=changed)
    def again(self) -> str:
        """What to touch to ask again; empty when it asks by itself."""
        return worded(self._state).again

    @Property(str, notify=changed)
    def code(self) -> str:
        """In two halves, as it is read out."""
        return f"{self._code[:4]} {self._code[4:]}" if self._seconds else ""

    @Property(str, notify=changed)
    def left(self) -> str:
        return good_for(self._seconds) if self._seconds else ""

    @Property(str, notify=changed)
    def visitors(self) -> str:
        return for_visitors()

    @Property(str, notify=changed)
    def server(self) -> str:
        """Where the kiosk asks: what was set up wrong is seen here."""
        return self._lines[-1].server

    @property
    def _seconds(self) -> int:
        return max(0, ceil(self._until - self._clock())) if self._code else 0

    @property
    def _shown_state(self) -> State:
        return "asked" if self._seconds else self._state

    # ── how it goes on ──

    @Slot()
    def askAgain(self) -> None:
        """After a refusal."""
        if self._state == "refused":
            self._pass.ask_anew()
            self._stand("asking")

    @Slot()
    def look(self) -> None:
        """Ask the server how the wish stands, if it is time to."""
        if not self.asking:
            return
        self.changed.emit()  # The code grows old.
        if self._busy or self._state == "refused" or self._clock() < self._next:
            return
        self._busy = True
        self._operations.run(partial(self._pass.ask, self._lines[-1]), self._told, self._failed)

    def _told(self, told: wire.Admission) -> None:
        self._busy = False
        self._code, self._until = told.code, self._clock() + told.seconds
        if told.token:
            log.info("Let in as %s", told.name)
            self._code = ""
            self._let_in()
        elif told.state == "refused":
            self._code = ""
            self._stand("refused")
        else:
            self._stand("asked")

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Unreachable):
            self._stand("away")
        elif isinstance(error, Refused) and error.code == "too_many":
            self._stand("full")
        else:
            log.error("The kiosk could not ask to be let in", exc_info=error)
            self._stand("trouble")

    def _stand(self, state: State) -> None:
        self._state = state
        self._next = self._clock() + AGAIN.get(state, 0)
        self.changed.emit()

    def _let_in(self) -> None:
        self._speak()
        self._open(closed=False)

    def _speak(self) -> None:
        for line in self._lines:
            line.token = self._pass.token

    @Slot(str)
    def _put_out(self, token: str) -> None:
        if not self._pass.turned_away(token):
            return
        self._speak()
        if self._pass.token:  # The one kept since the kiosk was let in anew.
            self._visit.stock()
            return
        log.warning("The server knows this kiosk's token no more")
        self.putOut.emit()
        self._open(closed=True)
        self._stand("asking")

    def _open(self, *, closed: bool) -> None:
        """To the first page, or to ours: whoever stands there is forgotten."""
        self._visit.closed = closed
        self._visit.startOver()
        self.changed.emit()

"""A clerk's counter: who is here, and what may be done next."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from desk.viewmodels.hall import Hall
from queue_server import wire
from queue_server.client.api import Api

Phase = Literal["closed", "break", "free", "called", "serving"]
Act = Literal["open", "break", "close", "next", "recall", "start", "no_show", "finish"]
Outcome = Literal["completed", "not_completed", "papers_wrong"]

_ALLOWED: dict[Phase, tuple[Act, ...]] = {
    "closed": ("open",),
    "break": ("open", "close"),
    "free": ("next", "break", "close"),
    "called": ("start", "recall", "no_show"),
    "serving": ("finish",),
}
"""What may be done in each phase; the first is what is usually done."""


class Counter(QObject):
    """The counter this clerk holds. `nobody_waits` answers a call for which there was nobody."""

    changed = Signal()
    nobody_waits = Signal()

    def __init__(self, api: Api, acts: Acts, hall: Hall, n: int | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts, self._hall = api, acts, hall
        self.n, self.told = n, n is not None
        self.status: wire.CounterStatus | None = None
        self.check: wire.Check | None = None
        acts.changed.connect(self.changed)

    @property
    def ticket(self) -> wire.Ticket | None:
        """The visitor called or served here."""
        return self.status.ticket if self.status else None

    @property
    def leg(self) -> wire.Leg | None:
        """The stop of the visitor's way that is here; others may be planned after it."""
        return _here(self.ticket) if self.ticket else None

    @property
    def phase(self) -> Phase:
        """Where the counter stands."""
        if self.leg:
            return "serving" if self.leg.state == "serving" else "called"
        match self.status:
            case wire.CounterStatus(state="open"):
                return "free"
            case wire.CounterStatus(state="break"):
                return "break"
        return "closed"

    @property
    def primary(self) -> Act:
        """What is usually done next."""
        return _ALLOWED[self.phase][0]

    def may(self, act: Act) -> bool:
        """Whether the act is possible as things stand."""
        return self.n is not None and not self._acts.busy and act in _ALLOWED[self.phase]

    def since_call(self) -> int | None:
        """Seconds since the visitor was first called."""
        return self._since(self.leg.called_at) if self.leg else None

    def since_start(self) -> int | None:
        """Seconds since service began."""
        return self._since(self.leg.started_at) if self.leg else None

    def choose(self, n: int | None) -> None:
        """Sit at counter `n`."""
        self.forget(n)
        self.catch_up()

    def forget(self, n: int | None) -> None:
        """Sit at counter `n` with nothing known of it yet."""
        self.n, self.status, self.check = n, None, None
        self.changed.emit()

    def catch_up(self) -> None:
        """Ask how the counter stands, after having been away."""
        n = self.n
        if n is not None:
            self._acts.read(lambda: self._api.counter(n), lambda status: self._stands(status) if n == self.n else None)

    def open(self) -> None:
        """Serve here, first or again after a break."""
        self._status_act("open", self._api.open_counter)

    def take_break(self) -> None:
        """Stop calling for a while."""
        self._status_act("break", self._api.take_break)

    def close(self) -> None:
        """Serve here no longer."""
        self._status_act("close", self._api.close_counter)

    def call_next(self) -> None:
        """Call whose turn it is."""
        self._ticket_act("next", self._api.call_next)

    def recall(self) -> None:
        """Call the same number again."""
        self._ticket_act("recall", self._api.recall)

    def start(self) -> None:
        """The visitor is here."""
        self._ticket_act("start", self._api.start)

    def no_show(self) -> None:
        """The visitor did not come."""
        self._ticket_act("no_show", self._api.no_show)

    def finish(self, outcome: Outcome, requirement: str | None = None) -> None:
        """Service is over."""
        finish = wire.Finish(outcome, requirement)
        self._ticket_act("finish", lambda n: self._api.finish(n, finish))

    def _status_act(self, act: Act, work: Callable[[int], wire.CounterStatus]) -> None:
        n = self.n
        if n is not None and self.may(act):
            self._acts.act(act, lambda: work(n), self._stands)

    def _ticket_act(self, act: Act, work: Callable[[int], wire.Ticket | None]) -> None:
        n = self.n
        if n is not None and self.may(act):
            self._acts.act(act, lambda: work(n), self._moved)

    def _moved(self, ticket: wire.Ticket | None) -> None:
        if ticket is None:
            self.nobody_waits.emit()
            return
        if self.status:
            self._stands(replace(self.status, ticket=ticket if _here(ticket) else None))

    def _stands(self, status: wire.CounterStatus) -> None:
        self.status = status
        self._hall.refresh()
        wanted = status.ticket.check if status.ticket else None
        if self.check and self.check.id != wanted:
            self.check = None
        if wanted and not self.check:
            self._acts.read(lambda: self._api.check(wanted), self._papers)
        self.changed.emit()

    def _papers(self, check: wire.Check) -> None:
        if self.ticket and self.ticket.check == check.id:
            self.check = check
            self.changed.emit()

    def _since(self, moment: datetime | None) -> int | None:
        return None if moment is None else self._hall.since(moment)


def _here(ticket: wire.Ticket) -> wire.Leg | None:
    return next((leg for leg in ticket.legs if leg.state in {"called", "serving"}), None)

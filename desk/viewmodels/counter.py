"""A clerk's counter: who is here, and what may be done next."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from desk.viewmodels.hall import Hall
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused

Phase = Literal["closed", "break", "free", "drawn", "called", "serving"]
Act = Literal[
    "open",
    "break",
    "close",
    "next",
    "number",
    "walk_in",
    "recall",
    "start",
    "no_show",
    "finish",
    "park",
    "return",
    "transfer",
    "add",
    "undo",
]
Outcome = Literal["completed", "not_completed", "papers_wrong"]

_ONWARD: tuple[Act, ...] = ("park", "return", "transfer", "add")
_ALLOWED: dict[Phase, tuple[Act, ...]] = {
    "closed": ("open",),
    "break": ("open", "close"),
    "free": ("next", "number", "walk_in", "break", "close"),
    "drawn": ("recall", "start", *_ONWARD),
    "called": ("start", "recall", "no_show", *_ONWARD),
    "serving": ("finish", *_ONWARD),
}
"""What may be done in each phase; the first is what is usually done."""

UNDO_SECONDS = 10.0


class Counter(QObject):
    """The counter this clerk holds. `nobody_waits` answers a call for which there was nobody.

    `done` tells the name of an act that succeeded: until then nothing a clerk typed for it is put away.
    """

    changed = Signal()
    nobody_waits = Signal()
    done = Signal(str)

    def __init__(
        self,
        api: Api,
        acts: Acts,
        hall: Hall,
        n: int | None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._api, self._acts, self._hall, self._clock = api, acts, hall, clock
        self._acted_at: float | None = None
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
            if self.leg.state == "serving":
                return "serving"
            return "called" if self.leg.calls else "drawn"
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

    @property
    def busy(self) -> bool:
        """Whether an act is under way."""
        return bool(self._acts.busy)

    def may(self, act: Act) -> bool:
        """Whether the act can be done at this moment."""
        return not self._acts.busy and self.possible(act)

    def possible(self, act: Act) -> bool:
        """Whether the act belongs to how things stand, though another may be under way."""
        if act == "undo":
            return self.n is not None and self.undo_left() > 0
        return self.n is not None and act in _ALLOWED[self.phase]

    def undo_left(self) -> int:
        """Whole seconds in which the last act here may still be taken back; 0 when it may not."""
        return 0 if self._acted_at is None else max(0, int(UNDO_SECONDS - (self._clock() - self._acted_at)))

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
        self.n, self.status, self.check, self._acted_at = n, None, None, None
        self.changed.emit()

    def catch_up(self) -> None:
        """Ask how the counter stands, after having been away."""
        n = self.n
        if n is not None:
            self._acts.read(lambda: self._api.counter(n), lambda status: self._stands(status) if n == self.n else None)

    def open(self) -> None:
        """Serve here, first or again after a break."""
        self._status_act("open", self._api.open_counter)

    def take_break(self, reason: str = "") -> None:
        """Stop calling for a while."""
        self._status_act("break", lambda n: self._api.take_break(n, reason))

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

    def call_number(self, number: str) -> None:
        """Call one number out of turn."""
        self._ticket_act("number", lambda n: self._api.call_number(n, number))

    def walk_in(self, visitor: wire.WalkIn) -> None:
        """Serve somebody who came without a number."""
        self._ticket_act("walk_in", lambda n: self._api.walk_in(n, visitor))

    def park(self, reason: str, until: datetime | None) -> None:
        """Let the visitor go and come back, at `until` if that is known."""
        self._ticket_act("park", lambda n: self._api.park(n, reason, until))

    def send_back(self) -> None:
        """Back to the line, for another counter."""
        self._ticket_act("return", self._api.send_back)

    def transfer(self, to: wire.Transfer) -> None:
        """Send the visitor on to a line, a counter or a clerk."""
        self._ticket_act("transfer", lambda n: self._api.transfer(n, to))

    def add_service(self, service: str, note: str) -> None:
        """Let the visit go on to another service when this one is over."""
        self._ticket_act("add", lambda n: self._api.add_service(n, service, note))

    def undo(self) -> None:
        """Take the last act back."""
        self._status_act("undo", self._api.undo)

    def find(self, number: str, found: Callable[[wire.Ticket | None], None]) -> None:
        """Look a number of today up, changing nothing; None when there is no such number."""

        def look() -> wire.Ticket | None:
            try:
                return self._api.find_ticket(number)
            except Refused as refused:
                if refused.code == "unknown":
                    return None
                raise

        self._acts.read(look, found)

    def own_day(self, said: Callable[[wire.OwnDay], None]) -> None:
        """Ask for the clerk's own figures of today."""
        self._acts.read(self._api.my_day, said)

    def explain(self, first: str, second: str, said: Callable[[wire.Explanation], None]) -> None:
        """Ask why one number was called before another."""
        self._acts.read(lambda: self._api.explain(first, second), said)

    def _status_act(self, act: Act, work: Callable[[int], wire.CounterStatus]) -> None:
        n = self.n

        def settled(status: wire.CounterStatus) -> None:
            self._acted_at = None
            self._stands(status)
            self.done.emit(act)

        if n is not None and self.may(act):
            self._acts.act(act, lambda: work(n), settled)

    def _ticket_act(self, act: Act, work: Callable[[int], wire.Ticket | None]) -> None:
        n = self.n

        def settled(ticket: wire.Ticket | None) -> None:
            if ticket is None:
                self.nobody_waits.emit()
                return
            self._acted_at = self._clock()
            if self.status:
                self._stands(replace(self.status, ticket=ticket if _here(ticket) else None))
            self.done.emit(act)

        if n is not None and self.may(act):
            self._acts.act(act, lambda: work(n), settled)

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

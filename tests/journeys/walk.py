"""A visit as the stations' clients ask for it, step by step, with a list of what they were told."""

from collections.abc import Callable
from dataclasses import dataclass, field

from queue_server import wire
from queue_server.client.api import Api
from tests.offices import GOOD_PAPERS

Told = tuple[str, str]


@dataclass
class Walk:
    """One visitor, the kiosk and the desk at counter 2. `told` holds what each answer promised: a kind and of what."""

    kiosk: Api
    desk: Api
    told: list[Told] = field(default_factory=list)
    check: str = ""
    number: str = ""

    def open_check(self) -> None:
        check = self.kiosk.open_check(wire.NewCheck("renew", "ar", wire.Caller("employer")))
        self.check = check.id
        self._hear("CheckOpened", check.id)

    def answer(self) -> None:
        check = self.kiosk.change_check(self.check, wire.CheckChange(answers={"worker-abroad": "no"}))
        self._hear("CheckChanged", check.id)

    def show_papers(self) -> None:
        check = self.kiosk.change_check(self.check, wire.CheckChange(documents=GOOD_PAPERS))
        assert check.outcome == "ready"
        self._hear("CheckChanged", check.id)

    def take_number(self) -> None:
        issued = self.kiosk.issue(self.check)
        assert issued.slip
        self.number = issued.number
        self._hear("TicketIssued", issued.number)

    def open_counter(self) -> None:
        assert self.desk.open_counter(2).state == "open"
        self._hear("CounterOpened", "2")

    def call(self) -> None:
        self._at_counter("TicketCalled", self.desk.call_next(2), "called")

    def call_again(self) -> None:
        self._at_counter("TicketRecalled", self.desk.recall(2), "called")

    def start(self) -> None:
        self._at_counter("ServiceStarted", self.desk.start(2), "serving")

    def finish(self) -> None:
        self._at_counter("TicketFinished", self.desk.finish(2, wire.Finish()), "done")

    def close_counter(self) -> None:
        assert self.desk.close_counter(2).state == "closed"
        self._hear("CounterClosed", "2")

    def _at_counter(self, kind: str, ticket: wire.Ticket | None, state: str) -> None:
        assert ticket is not None
        assert (ticket.number, ticket.legs[-1].state) == (self.number, state)
        self._hear(kind, ticket.number)

    def _hear(self, kind: str, of: str) -> None:
        self.told.append((kind, of))


STEPS: list[Callable[[Walk], None]] = [
    Walk.open_check,
    Walk.answer,
    Walk.show_papers,
    Walk.take_number,
    Walk.open_counter,
    Walk.call,
    Walk.call_again,
    Walk.start,
    Walk.finish,
    Walk.close_counter,
]

"""Tickets and their legs: the states a leg may take, and the number a ticket bears."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, TypeAlias

from queue_server.domain.errors import WrongState


class LegState(StrEnum):
    """Where a leg stands. `parked`, `cancelled` and `expired` are ends or rests no act of this version leads to."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    PARKED = "parked"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


ALLOWED: dict[LegState, frozenset[LegState]] = {
    LegState.WAITING: frozenset({LegState.CALLED}),
    LegState.CALLED: frozenset({LegState.CALLED, LegState.SERVING, LegState.NO_SHOW}),
    LegState.SERVING: frozenset({LegState.DONE}),
}


Priority: TypeAlias = Literal["none", "elderly", "pregnant", "disabled"]


@dataclass(frozen=True, slots=True)
class Leg:
    """One stop of a visit. Times are UTC; `calls` counts the first call and every recall.

    `arrival` orders legs due at the same moment: the journal's number when the ticket was issued.
    """

    id: str
    ticket: str
    seq: int
    day: date
    line: str
    arrival: int
    state: LegState
    waiting_since: datetime
    due: datetime
    called_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    counter: int | None = None
    calls: int = 0
    outcome: str | None = None

    def moved(self, state: LegState, **changes: object) -> "Leg":
        """The leg in its next state; raises `WrongState` where the table of states has no such step."""
        if state not in ALLOWED.get(self.state, frozenset()):
            raise WrongState(state=str(self.state), wanted=str(state))
        return replace(self, state=state, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit: its number never changes. `track` is the secret of the visitor's own page."""

    id: str
    day: date
    series: str
    n: int
    service: str
    language: str
    priority: Priority
    check: str
    issued_at: datetime
    track: str
    waivers: int = 0

    @property
    def number(self) -> str:
        """What is printed and called, as `C042`."""
        return number(self.series, self.n)


def number(series: str, n: int) -> str:
    """Series letters and at least three digits."""
    return f"{series}{n:03d}"

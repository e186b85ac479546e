"""Tickets and their legs: the states a leg may take, and the number a ticket bears."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from queue_server.domain.errors import WrongState


class LegState(StrEnum):
    """Where a leg stands."""

    PLANNED = "planned"
    """A later step of the visit: its turn to wait comes when the step before it is over."""
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    PARKED = "parked"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


_GONE = {LegState.CANCELLED, LegState.EXPIRED}

ALLOWED: dict[LegState, frozenset[LegState]] = {
    LegState.PLANNED: frozenset({LegState.WAITING, *_GONE}),
    LegState.WAITING: frozenset({LegState.CALLED, LegState.PARKED, *_GONE}),
    LegState.CALLED: frozenset(
        {
            LegState.CALLED,
            LegState.SERVING,
            LegState.NO_SHOW,
            LegState.PARKED,
            LegState.WAITING,
            LegState.DONE,
            LegState.EXPIRED,
        }
    ),
    LegState.SERVING: frozenset({LegState.DONE, LegState.PARKED, LegState.WAITING, LegState.EXPIRED}),
    LegState.PARKED: frozenset({LegState.WAITING, LegState.CALLED, *_GONE}),
    LegState.NO_SHOW: frozenset({LegState.WAITING, LegState.CALLED, *_GONE}),
}
"""The steps an act may take. Taking an act back goes the same way backwards, within seconds."""

MORE_TIME = timedelta(minutes=10)
"""For how long a visitor who waits may ask not to be called, once in a visit."""
NOT_REACHED = "not_reached"
"""The outcome of a planned step whose turn never came."""
OPEN = frozenset(ALLOWED)
"""States of a leg whose visit may still go on."""
AT_COUNTER = frozenset({LegState.CALLED, LegState.SERVING})

Priority: TypeAlias = Literal["none", "elderly", "pregnant", "disabled"]
DueBy: TypeAlias = Literal["arrival", "appointment", "kept", "first", "last"]


@dataclass(frozen=True, slots=True)
class Leg:
    """One stop of a visit. Times are UTC; `calls` counts the first call and every recall, 0 when only drawn.

    `arrival` is the journal's number when the ticket was issued: it orders legs due at the same moment and is kept by
    every later leg. `due_by` says how the due time came about: by the leg's arrival, its appointment, the visit's
    first arrival that it kept, or a transfer to the front or the end of a line. A leg kept `for_counter` or
    `for_clerk` (an id) is called there only; one sent back is not called again at `not_counter` while another
    counter could. `note` is what one clerk tells the next, `reason` why it is parked, until `return_at` if that is
    known.
    """

    id: str
    ticket: str
    seq: int
    day: date
    line: str
    service: str
    priority: bool
    arrival: int
    state: LegState
    waiting_since: datetime
    due: datetime
    due_by: DueBy = "arrival"
    called_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    counter: int | None = None
    calls: int = 0
    outcome: str | None = None
    for_counter: int | None = None
    for_clerk: str | None = None
    not_counter: int | None = None
    note: str = ""
    reason: str = ""
    return_at: datetime | None = None

    def moved(self, state: LegState, **changes: Any) -> "Leg":
        """The leg in its next state; raises `WrongState` where the table of states has no such step."""
        if state not in ALLOWED.get(self.state, frozenset()):
            raise WrongState(state=str(self.state), wanted=str(state))
        return replace(self, state=state, **changes)

    def ended(self, state: LegState, at: datetime) -> "Leg":
        """The leg given up or run out; one that was only planned was never reached."""
        outcome = NOT_REACHED if self.state is LegState.PLANNED else self.outcome
        return self.moved(state, finished_at=self.finished_at or at, outcome=outcome)

    def unmade(self, at: datetime) -> "Leg":
        """The leg given up from wherever it stands, when the number it began with cannot be taken back."""
        return replace(self, state=LegState.CANCELLED, finished_at=at)


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit: its number never changes. `track` is the secret of the visitor's own page.

    `slot` is the appointment kept, `more_time_at` when the visitor asked for more time (UTC).
    """

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
    slot: datetime | None = None
    more_time_at: datetime | None = None

    @property
    def number(self) -> str:
        """What is printed and called, as `C042`."""
        return number(self.series, self.n)


@dataclass(frozen=True, slots=True)
class Move:
    """A leg before and after an act; None before for one the act made."""

    before: Leg | None
    after: Leg


@dataclass(frozen=True, slots=True)
class LastAct:
    """The newest act at a counter, whose it was and when (UTC), with the legs it moved."""

    act: str
    actor: str
    at: datetime
    moves: tuple[Move, ...]


def current(legs: Sequence[Leg]) -> Leg:
    """The step of the visit that counts: the last that was begun."""
    return [leg for leg in legs if leg.state is not LegState.PLANNED and leg.outcome != NOT_REACHED][-1]


def number(series: str, n: int) -> str:
    """Series letters and at least three digits."""
    return f"{series}{n:03d}"

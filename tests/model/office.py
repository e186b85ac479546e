"""The queue once more, as plainly as it can be said: lists and loops, no database, nothing clever.

Written from what docs/queue.md promises, not from the product's code; the office is that of `office.toml`. The acts
are in `at_counters.py` and `elsewhere.py`; here are the words they share, and whose turn it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn

MORNING = datetime(2026, 11, 24, 6, tzinfo=UTC)
TARGETS = {"a": timedelta(minutes=20), "b": timedelta(minutes=10)}
COUNTERS = {1: ("a",), 2: ("a", "b"), 3: ("b",)}
LATER = {(2, "b"): timedelta(minutes=10)}
TWO_STEP = {3}
SERVICES: Mapping[str, tuple[str, ...]] = {"apply": ("a",), "collect": ("b",), "both": ("a", "b"), "ask": ()}
HEAD_START = timedelta(minutes=15)
ESCALATE_ONE_IN = 3
RATIO = (1, 2)
CALLS_BEFORE_NO_SHOW = 2
MAY_RETURN = timedelta(minutes=30)
UNDO_WITHIN = timedelta(seconds=10)
GRACE = timedelta(minutes=10)
CAPACITY = 2
MORE_TIME = timedelta(minutes=10)

OPEN = ("planned", "waiting", "called", "serving", "parked", "no_show")


class Refused(Exception):
    """The act is refused, with this code, and nothing has changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def refuse(code: str) -> NoReturn:
    """Refuse."""
    raise Refused(code)


@dataclass(frozen=True)
class Clerk:
    """Somebody at a counter: the lines they may serve, whether they supervise, or are a partner agency's."""

    id: str
    lines: tuple[str, ...] = ("a", "b")
    supervisor: bool = False
    partner: bool = False


CLERKS = {
    one.id: one
    for one in (
        Clerk("ali"),
        Clerk("huda"),
        Clerk("bader", lines=("b",)),
        Clerk("noor", lines=("b",), partner=True),
        Clerk("salman", supervisor=True),
    )
}


@dataclass
class Leg:
    """One stop of a visit, with everything anybody can see of it."""

    visit: "Visit" = field(repr=False, compare=False)
    seq: int
    line: str
    service: str
    state: str
    day: date
    arrival: int
    waiting_since: datetime
    due: datetime
    due_by: str
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


@dataclass
class Visit:
    """One ticket."""

    number: str
    day: date
    came: datetime
    priority: bool
    slot: datetime | None = None
    asked_for_time: bool = False
    legs: list[Leg] = field(default_factory=list)

    def current(self) -> Leg:
        """The step that counts: the last that was begun."""
        return [leg for leg in self.legs if leg.state != "planned" and leg.outcome != "not_reached"][-1]

    def planned(self) -> list[Leg]:
        """The steps to come."""
        return [leg for leg in self.legs if leg.state == "planned"]


@dataclass
class Done:
    """The last act at a counter: each leg it moved with a copy of what it was, None for a new one, and what it is."""

    act: str
    who: str
    at: datetime
    visit: Visit
    moved: list[tuple[Leg, Leg | None, Leg]]


@dataclass
class Counter:
    """One counter. `whys` is why each visitor it called by turn was called, `place` where it is in a ratio's round."""

    state: str = "closed"
    holder: Clerk | None = None
    reason: str = ""
    done: Done | None = None
    whys: list[str] = field(default_factory=list)
    place: int = 0


@dataclass
class Booked:
    """An appointment for line a."""

    service: str
    slot: datetime
    state: str = "booked"


@dataclass
class Office:
    """Everything there is. `told` is what the journal has to tell of the present act, and `seq` its last number."""

    policy: str = "due time"
    now: datetime = MORNING
    seq: int = 0
    counters: dict[int, Counter] = field(default_factory=lambda: {n: Counter() for n in COUNTERS})
    visits: list[Visit] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)
    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def day(self) -> date:
        """The business day: it begins at 04:00 in Bahrain, three hours ahead of UTC."""
        return (self.now + timedelta(hours=3 - 4)).date()

    def legs(self, *states: str) -> list[Leg]:
        """All legs in these states, of any day."""
        return [leg for visit in self.visits for leg in visit.legs if leg.state in states]

    def waiting(self, line: str) -> list[Leg]:
        """Who waits in a line today, due first."""
        todays = [leg for leg in self.legs("waiting") if leg.day == self.day and leg.line == line]
        return sorted(todays, key=lambda leg: (leg.due, leg.arrival))

    def at(self, n: int) -> Leg | None:
        """Who is at a counter."""
        return next((leg for leg in self.legs("called", "serving") if leg.counter == n), None)

    def held_by(self, who: str) -> int | None:
        """The counter a clerk holds."""
        return next((n for n, one in self.counters.items() if one.holder and one.holder.id == who), None)

    def visit(self, number: str) -> Visit | None:
        """Today's ticket of a number."""
        return next((one for one in self.visits if one.number == number and one.day == self.day), None)

    def tell(self, kind: str, leg: Leg | None = None, **data: Any) -> None:
        """One entry of the journal."""
        about = {} if leg is None else {"number": leg.visit.number, "line": leg.line}
        self.told.append((kind, {**about, **data}))

    def due(self, came: datetime, line: str, *, priority: bool) -> datetime:
        """When somebody who came then is due."""
        if self.policy == "arrival order":
            return came
        return came + max(timedelta(0), TARGETS[line] - (HEAD_START if priority else timedelta(0)))


def turn(office: Office, n: int, who: Clerk) -> tuple[Leg, str] | None:
    """Whose turn it is at a counter, and why."""
    counter = office.counters[n]
    waiting = [leg for line in COUNTERS[n] for leg in office.waiting(line) if may_call(office, n, who, leg)]
    others = [leg for leg in waiting if not leg.visit.priority]
    favoured = [leg for leg in waiting if leg.visit.priority]
    waiting.sort(key=lambda leg: (leg.due + LATER.get((n, leg.line), timedelta(0)), leg.arrival))
    if not waiting:
        return None
    if office.policy == "arrival order":
        return min(waiting, key=lambda leg: (leg.due, leg.arrival)), "turn"
    if office.policy == "strict priority":
        return next(leg for leg in waiting if not favoured or leg in favoured), "turn"
    if office.policy == "ratio":
        wanted = favoured if counter.place < RATIO[0] else others
        if wanted:
            counter.place = (counter.place + 1) % sum(RATIO)
        return next(leg for leg in waiting if not wanted or leg in wanted), "turn"
    overdue = [leg for leg in waiting if leg.visit.priority and leg.due < office.now]
    rested = "escalated" not in counter.whys[-(ESCALATE_ONE_IN - 1) :]
    escalated = bool(overdue) and rested and overdue[0] is not waiting[0]
    counter.whys.append("escalated" if escalated else "turn")
    return (overdue[0], "escalated") if escalated else (waiting[0], "turn")


def may_call(office: Office, n: int, who: Clerk, leg: Leg) -> bool:
    """Whether a waiting leg may be called here: not kept for others, and not sent back from here to others."""
    elsewhere = any(other.state == "open" and leg.line in COUNTERS[m] for m, other in office.counters.items() if m != n)
    return (
        leg.line in who.lines
        and leg.for_counter in (None, n)
        and leg.for_clerk in (None, who.id)
        and not (leg.not_counter == n and elsewhere)
    )


def copies(visit: Visit) -> list[tuple[Leg, Leg]]:
    """A visit's legs, each with a copy of how it is now."""
    return [(leg, replace(leg)) for leg in visit.legs]

"""Whose turn it is.

A leg gets its *due time* once, when it begins to wait: arrival plus the line's target, less a bounded head start for
priority visitors. A free counter takes the smallest due time over the lines it serves. Keys never change while
waiting, so the order can be explained and survives a restart. Other policies go through the same `pick`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeAlias

PolicyName: TypeAlias = Literal["due time", "arrival order", "strict priority", "ratio"]
Why: TypeAlias = Literal["turn", "escalated"]

HEAD_START = timedelta(minutes=15)
"""How much earlier a priority visitor is due when the office says nothing else."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How an office decides whose turn it is.

    `head_start`: how much earlier a priority visitor is due; nobody is overtaken by a later visitor of the same line
    who came more than this after. `escalate_one_in`: a priority visitor past due goes next, in at most one of so many
    calls of a counter; 0 for never. `ratio`: so many priority visitors to so many others.
    """

    name: PolicyName = "due time"
    head_start: timedelta = HEAD_START
    escalate_one_in: int = 3
    ratio: tuple[int, int] = (2, 1)

    def due(self, arrival: datetime, target_minutes: int, *, priority: bool) -> datetime:
        """When a leg is due: never before its arrival, and at once where arrival alone decides."""
        if self.name == "arrival order":
            return arrival
        head_start = self.head_start if priority else timedelta()
        return max(arrival, arrival + timedelta(minutes=target_minutes) - head_start)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The head of one line among its priority legs, or among the others: the leg due first.

    `not_counter` is the counter it was last sent back from.
    """

    leg: str
    line: str
    due: datetime
    arrival: int
    priority: bool = False
    not_counter: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose turn it is and why. `tally` is what the counter remembers for its next call."""

    head: Waiting
    why: Why
    tally: int


@dataclass(frozen=True, slots=True)
class CounterRow:
    """One counter: closed, open or on a break; held by a clerk or a device unless closed.

    `tally` belongs to the policy: calls until the next escalation is allowed, or the place in the ratio's round.
    `since` is when it came to that state (UTC). `lines` are those a supervisor arranged for `lines_day`, if any.
    """

    n: int
    state: Literal["closed", "open", "break"] = "closed"
    holder: str | None = None
    holder_name: str | None = None
    reason: str = ""
    tally: int = 0
    since: datetime | None = None
    lines: tuple[str, ...] = ()
    lines_day: date | None = None

    def serves(self, day: date, usual: tuple[str, ...]) -> tuple[str, ...]:
        """The lines it takes from on a day: those arranged for that day, else the `usual` ones."""
        return self.lines if self.lines and self.lines_day == day else usual


def pick(
    heads: Iterable[Waiting],
    policy: Policy,
    *,
    now: datetime,
    later: Mapping[str, timedelta] | None = None,
    tally: int = 0,
) -> Choice | None:
    """Whose turn it is at a counter among the heads of its lines, or None when nobody waits.

    `later` holds the lines this counter takes as if they were due so much later than they are.
    """
    candidates = list(heads)
    if not candidates:
        return None
    after = later or {}

    def by_due(head: Waiting) -> tuple[datetime, int]:
        return head.due + after.get(head.line, timedelta()), head.arrival

    if policy.name == "arrival order":
        return Choice(min(candidates, key=lambda head: (head.due, head.arrival)), "turn", tally)
    if policy.name == "strict priority":
        return Choice(min(candidates, key=lambda head: (not head.priority, *by_due(head))), "turn", tally)
    if policy.name == "ratio":
        return _in_ratio(candidates, policy.ratio, by_due, tally)
    first = min(candidates, key=by_due)
    overdue = [head for head in candidates if head.priority and head.due < now]
    if overdue and policy.escalate_one_in and not tally:
        urgent = min(overdue, key=by_due)
        if urgent != first:
            return Choice(urgent, "escalated", policy.escalate_one_in - 1)
    return Choice(first, "turn", max(0, tally - 1))


def _in_ratio(candidates: list[Waiting], ratio: tuple[int, int], key: Callable[[Waiting], Any], place: int) -> Choice:
    """So many priority visitors, then so many others. Where one kind does not wait, its place in the round does."""
    of_priority, of_others = ratio
    place %= of_priority + of_others
    wanted = [head for head in candidates if head.priority is (place < of_priority)]
    if not wanted:
        return Choice(min(candidates, key=key), "turn", place)
    return Choice(min(wanted, key=key), "turn", (place + 1) % (of_priority + of_others))

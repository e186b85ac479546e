"""Random halls played through `due` and `pick` alone: who was called, and who was passed by.

`play` takes any source of chance, so that hypothesis can look for the smallest hall that breaks a bound and
`./run model fairness` can play a hundred thousand of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import get_args

import msgspec

from queue_server.domain.hall import Policy, PolicyName, Waiting, pick
from queue_server.domain.tickets import MORE_TIME

OPENING = datetime(2026, 11, 24, 5, tzinfo=UTC)
MOST_EVENTS = 60
POLICIES: tuple[PolicyName, ...] = get_args(PolicyName)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody waiting. `came` is the first arrival, kept when sent on to another line; `slot` an appointment's."""

    head: Waiting
    came: datetime
    slot: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a counter: `visitor` went, and `passed` could have gone instead."""

    counter: int
    visitor: Visitor
    passed: frozenset[Visitor]
    why: str


@dataclass(slots=True)
class Hall:
    """A random office: its policy, each line's target, and for each counter how much later it takes which lines."""

    policy: Policy
    targets: Mapping[str, int]
    later: Mapping[int, Mapping[str, timedelta]]
    waiting: list[Visitor] = field(default_factory=list)
    away: list[tuple[datetime, Visitor]] = field(default_factory=list)
    """Who asked for more time, and until when: in no line meanwhile, and then due as before."""
    tallies: dict[int, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    now: datetime = OPENING
    numbers: int = 0


def play(chance: Random, name: PolicyName | None = None, *, restarts: Random | None = None) -> Hall:
    """A morning: visitors come, counters call, some are sent on, and the server starts again when `restarts` says."""
    hall = _office(chance, name)
    for _ in range(chance.randint(0, MOST_EVENTS)):
        hall.now += timedelta(seconds=chance.choice((0, 20, 120, 600)))
        _come_back(hall)
        act = chance.choice((_arrive, _arrive, _arrive, _call, _call, _ask_for_time))
        act(hall, chance)
        if restarts and restarts.random() < 0.2:
            _restart(hall)
    hall.now += MORE_TIME
    _come_back(hall)
    while hall.waiting:
        _call(hall, chance)
    return hall


def _office(chance: Random, name: PolicyName | None) -> Hall:
    policy = Policy(
        name=chance.choice(POLICIES) if name is None else name,
        head_start=timedelta(minutes=chance.choice((0, 5, 15, 40))),
        escalate_one_in=chance.choice((0, 1, 2, 3, 3, 5)),
        ratio=(chance.randint(1, 3), chance.randint(1, 3)),
    )
    lines = "ABC"[: chance.randint(1, 3)]
    targets = {line: chance.choice((0, 5, 10, 20, 30)) for line in lines}
    later = {
        n: {line: timedelta(minutes=chance.choice((0, 0, 0, 10))) for line in lines if chance.random() < 0.7}
        for n in range(2, 4)
    }
    # One counter takes every line, so that in the end nobody is left.
    return Hall(policy, targets, {1: dict.fromkeys(lines, timedelta()), **later})


def _arrive(hall: Hall, chance: Random) -> None:
    line = chance.choice(sorted(hall.targets))
    hall.numbers += 1
    priority = chance.random() < 0.3
    due, slot = hall.policy.due(hall.now, hall.targets[line], priority=priority), None
    if chance.random() < 0.1:
        due = slot = hall.now + timedelta(minutes=chance.choice((-5, 0, 15, 60)))
    head = Waiting(f"leg{hall.numbers}", line, due, hall.numbers, priority)
    hall.waiting.append(Visitor(head, hall.now, slot))


def _ask_for_time(hall: Hall, chance: Random) -> None:
    if hall.waiting:
        visitor = chance.choice(sorted(hall.waiting, key=lambda one: one.head.arrival))
        hall.waiting.remove(visitor)
        hall.away.append((hall.now + MORE_TIME, visitor))


def _come_back(hall: Hall) -> None:
    hall.waiting += [visitor for until, visitor in hall.away if until <= hall.now]
    hall.away = [(until, visitor) for until, visitor in hall.away if until > hall.now]


def _call(hall: Hall, chance: Random) -> None:
    counter = chance.choice(sorted(hall.later))
    later = hall.later[counter]
    eligible = [visitor for visitor in hall.waiting if visitor.head.line in later]
    choice = pick(_heads(eligible), hall.policy, now=hall.now, later=later, tally=hall.tallies.get(counter, 0))
    if choice is None:
        return
    [called] = [visitor for visitor in eligible if visitor.head == choice.head]
    hall.tallies[counter] = choice.tally
    hall.waiting.remove(called)
    hall.calls.append(Call(counter, called, frozenset(eligible) - {called}, choice.why))
    if chance.random() < 0.1:
        _send_on(hall, chance, called)


def _heads(eligible: Sequence[Visitor]) -> list[Waiting]:
    """Of each line the first by due time, one among the priority visitors and one among the others."""
    classes: dict[tuple[str, bool], list[Waiting]] = {}
    for visitor in eligible:
        classes.setdefault((visitor.head.line, visitor.head.priority), []).append(visitor.head)
    return [min(heads, key=lambda head: (head.due, head.arrival)) for heads in classes.values()]


def _send_on(hall: Hall, chance: Random, visitor: Visitor) -> None:
    """To another line, with the first arrival kept."""
    line = chance.choice(sorted(hall.targets))
    due = visitor.slot or hall.policy.due(visitor.came, hall.targets[line], priority=visitor.head.priority)
    hall.waiting.append(replace(visitor, head=replace(visitor.head, line=line, due=due)))


def _restart(hall: Hall) -> None:
    """Everything forgotten but the rows, and read back in any order."""
    rows = msgspec.json.encode((list(reversed(hall.waiting)), hall.away, hall.tallies))
    kept = msgspec.json.decode(rows, type=tuple[list[Visitor], list[tuple[datetime, Visitor]], dict[int, int]])
    hall.waiting, hall.away, hall.tallies = kept

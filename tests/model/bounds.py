"""What a policy promises, and every call of a hall that breaks it. See docs/queue.md for the same in words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from tests.model.fairness import Call, Hall, Visitor


def broken(hall: Hall) -> list[str]:
    """Every promise of the hall's policy that one of its calls broke."""
    return list(_PROMISES[hall.policy.name](hall))


def lead(hall: Hall, counter: int, called: Visitor, passed: Visitor) -> timedelta:
    """How much after `passed` the one `called` before them may have come, under the policy of due times.

    In the same line: the head start, and that only for a priority visitor before one who is none. From another line
    also by how much sooner that line is to be served, and by how much later this counter takes the other.
    """
    later, targets = hall.later[counter], hall.targets
    sooner = timedelta(minutes=targets[passed.head.line] - targets[called.head.line])
    deferred = later[passed.head.line] - later[called.head.line]
    helped = called.head.priority and not passed.head.priority
    none = timedelta()
    return max(none, sooner) + max(none, deferred) + (hall.policy.head_start if helped else none)


def _by_due_time(hall: Hall) -> Iterator[str]:
    for call in hall.calls:
        if call.why == "turn":
            yield from (_say(call, one, "later than allowed") for one in call.passed if not _fair(hall, call, one))
        elif not call.visitor.head.priority:
            yield f"{call.visitor} was escalated without being a priority visitor"
    yield from _capped(hall)


def _fair(hall: Hall, call: Call, passed: Visitor) -> bool:
    called = call.visitor
    if called.slot is None and passed.slot is None:
        return called.came - passed.came <= lead(hall, call.counter, called, passed)
    # An appointment is due at its slot: it goes before those due after its slot, and after those due before it.
    later = hall.later[call.counter]
    return called.head.due + later[called.head.line] <= passed.head.due + later[passed.head.line]


def _capped(hall: Hall) -> Iterator[str]:
    """At most one of so many calls of a counter is escalated."""
    for counter, calls in _by_counter(hall.calls):
        for window in _windows(calls, hall.policy.escalate_one_in):
            if sum(call.why == "escalated" for call in window) > 1:
                yield f"counter {counter} escalated twice in {len(window)} calls"
        if not hall.policy.escalate_one_in and any(call.why == "escalated" for call in calls):
            yield f"counter {counter} escalated, and never may"


def _by_arrival(hall: Hall) -> Iterator[str]:
    """Strictly by when somebody first came; with an appointment, by its slot."""
    for call in hall.calls:
        yield from (_say(call, one, "who came earlier") for one in call.passed if _turn(one) < _turn(call.visitor))


def _turn(visitor: Visitor) -> tuple[datetime, int]:
    return visitor.slot or visitor.came, visitor.head.arrival


def _priority_first(hall: Hall) -> Iterator[str]:
    for call in hall.calls:
        if not call.visitor.head.priority:
            yield from (_say(call, one, "a priority visitor") for one in call.passed if one.head.priority)


def _in_ratio(hall: Hall) -> Iterator[str]:
    """In as many calls in a row as a round has, with both kinds waiting each time, exactly so many of each."""
    of_priority, of_others = hall.policy.ratio
    for counter, calls in _by_counter(hall.calls):
        for window in _windows(calls, of_priority + of_others):
            got = sum(call.visitor.head.priority for call in window)
            if got != of_priority and all(_both_wait(call) for call in window):
                yield f"counter {counter} took {got} priority visitors in a round of {of_priority}:{of_others}"


def _both_wait(call: Call) -> bool:
    return {visitor.head.priority for visitor in (call.visitor, *call.passed)} == {True, False}


_PROMISES: dict[str, Callable[[Hall], Iterator[str]]] = {
    "due time": _by_due_time,
    "arrival order": _by_arrival,
    "strict priority": _priority_first,
    "ratio": _in_ratio,
}


def _by_counter(calls: Sequence[Call]) -> Iterator[tuple[int, list[Call]]]:
    for counter, of_it in groupby(sorted(calls, key=lambda call: call.counter), key=lambda call: call.counter):
        yield counter, list(of_it)


def _windows(calls: Sequence[Call], length: int) -> Iterator[list[Call]]:
    """Every so many calls in a row."""
    if not length:
        return iter(())
    return (list(calls[at : at + length]) for at in range(len(calls) - length + 1))


def _say(call: Call, passed: Visitor, how: str) -> str:
    return f"{call.visitor} went before {passed}: {how}"

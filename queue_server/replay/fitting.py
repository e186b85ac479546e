"""Whether a day fits an office: every name in it known to the catalogue, before anything is played."""

from collections.abc import Iterator
from datetime import time

from queue_server.domain.appointments import slots_on
from queue_server.domain.catalogue import Catalogue
from queue_server.replay.day import Add, Coming, Day, DayRefused, Shift, Then, Transfer, Visitor, WalkIn, moment


def fit(day: Day, catalogue: Catalogue) -> None:
    """Raises `DayRefused` with everything that does not fit, line by line."""
    problems = [
        f"line {line}: {problem}"
        for line, entry in enumerate(day.entries, 2)
        for problem in (_shift(entry, catalogue) if isinstance(entry, Shift) else _coming(entry, day, catalogue))
    ]
    if problems:
        raise DayRefused("\n".join(problems))


def _shift(shift: Shift, catalogue: Catalogue) -> Iterator[str]:
    counter = catalogue.counters.get(shift.counter)
    if counter is None:
        yield f"no such counter: {shift.counter}"
    else:
        yield from (
            f"counter {shift.counter} has no line {line!r}" for line in shift.lines if line not in counter.lines
        )


def _coming(told: Coming, day: Day, catalogue: Catalogue) -> Iterator[str]:
    service = catalogue.services.get(told.service)
    if service is None:
        yield f"no such service: {told.service!r}"
        return
    if told.caller not in service.callers:
        yield f"{told.service} is not for {told.caller!r}"
    if told.language not in catalogue.languages:
        yield f"no such language: {told.language!r}"
    if service.line is not None and not told.stops and not (isinstance(told, Visitor) and told.papers == "missing"):
        yield "stops are missing"
    if isinstance(told, WalkIn) and service.line not in _lines_at(told.counter, catalogue):
        yield f"counter {told.counter} does not serve {told.service}"
    slot = told.appointment if isinstance(told, Visitor) else None
    if isinstance(told, Visitor) and slot is not None and not _given(told, slot, day, catalogue):
        yield f"no appointment for {told.service} at {slot}"
    for stop in told.stops:
        yield from _then(stop.then, catalogue)


def _then(then: Then, catalogue: Catalogue) -> Iterator[str]:
    if isinstance(then, Transfer) and then.line not in catalogue.lines:
        yield f"no such line: {then.line!r}"
    if isinstance(then, Add) and (then.service not in catalogue.services or not catalogue.services[then.service].line):
        yield f"no such service with a line: {then.service!r}"


def _lines_at(counter: int, catalogue: Catalogue) -> tuple[str, ...]:
    return catalogue.counters[counter].lines if counter in catalogue.counters else ()


def _given(told: Visitor, at: time, day: Day, catalogue: Catalogue) -> bool:
    """Whether the line of the service gives appointments at a time of the day."""
    line = catalogue.services[told.service].line
    slots = None if line is None else catalogue.lines[line].slots
    slot = moment(day.opening.date, at, catalogue.timezone, catalogue.day_starts)
    return slots is not None and slot in slots_on(slots, day.opening.date, catalogue.timezone)

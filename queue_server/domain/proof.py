"""What no visitor should have to find out: every combination of answers is tried before a catalogue is used."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import prod

from queue_server.domain.catalogue import CALLER, Catalogue, Service
from queue_server.domain.catalogue_sound import more_than_one_voice
from queue_server.domain.rules import Answers, holds

MOST_COMBINATIONS = 50_000
"""Beyond this a service asks too much of its visitors, and of the proof."""


def prove(catalogue: Catalogue) -> list[str]:
    """Everything that is well-formed and still wrong: an empty list, a requirement or a number that cannot be."""
    problems = [problem for service in catalogue.services.values() for problem in _prove(service, catalogue)]
    series = Counter(line.series for line in catalogue.lines.values())
    served = {line for counter in catalogue.counters.values() for line in counter.lines}
    for line in catalogue.lines.values():
        if series[line.series] > 1:
            problems.append(f"lines.{line.id}: series {line.series!r} is another line's too")
        if line.id not in served:
            problems.append(f"lines.{line.id}: no counter serves it")
    return [*problems, *more_than_one_voice(catalogue.screens.values())]


def combinations(service: Service, catalogue: Catalogue) -> Iterator[Answers]:
    """Every way a visitor may answer the facts a service's rules ask."""
    return (dict(zip(service.facts, values, strict=True)) for values in product(*_choices(service, catalogue)))


def _choices(service: Service, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """The values each fact may have; the caller is one of those the service is for."""
    return [service.callers if fact == CALLER else tuple(catalogue.facts[fact].options) for fact in service.facts]


def _prove(service: Service, catalogue: Catalogue) -> Iterator[str]:
    where = f"services.{service.id}"
    if not service.callers:
        yield f"{where}: nobody may ask for it"
    count = prod(len(choices) for choices in _choices(service, catalogue))
    if count > MOST_COMBINATIONS:
        yield f"{where}: {count} combinations of answers, more than {MOST_COMBINATIONS}"
        return
    idle = {requirement.id for requirement in service.requirements}
    empty: Answers | None = None
    for answers in combinations(service, catalogue):
        applying = {requirement.id for requirement in service.requirements if holds(requirement.when, answers)}
        idle -= applying
        empty = answers if not applying and empty is None else empty
    yield from (f"{where}: requirement {requirement!r} can never apply" for requirement in sorted(idle))
    if empty is not None and service.line is not None and not service.may_be_empty:
        when = ", ".join(f"{fact} = {value}" for fact, value in empty.items())
        yield f"{where}: asks for no paper at all" + (f" when {when}" if when else "")

"""Rules as data: when a requirement applies, in a three-valued form where an unanswered fact stays unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Is:
    """The fact was answered with this value."""

    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """The rule does not hold."""

    rule: "Rule"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every rule holds; with none to fail, always."""

    rules: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one rule holds; with none to hold, never."""

    rules: tuple["Rule", ...]


Rule: TypeAlias = Is | Not | AllOf | AnyOf

ALWAYS: Rule = AllOf(())


def holds(rule: Rule, answers: Answers) -> bool | None:
    """Whether the rule holds under Kleene's logic; None while the answers do not decide it."""
    match rule:
        case Is(fact, value):
            return answers[fact] == value if fact in answers else None
        case Not(inner):
            held = holds(inner, answers)
            return None if held is None else not held
        case AllOf(rules):
            return _settled({holds(member, answers) for member in rules}, by=False)
        case AnyOf(rules):
            return _settled({holds(member, answers) for member in rules}, by=True)


def facts_of(rule: Rule) -> tuple[str, ...]:
    """Every fact the rule may ask, in the order it names them."""
    return open_facts(rule, {})


def open_facts(rule: Rule, answers: Answers) -> tuple[str, ...]:
    """The unanswered facts that can still change the result, in the order the rule names them."""
    return tuple(dict.fromkeys(_undecided(rule, answers)))


def _settled(held: set[bool | None], *, by: bool) -> bool | None:
    """One member that is `by` settles a group; else one that is unknown leaves it unknown."""
    if by in held:
        return by
    return None if None in held else not by


def _undecided(rule: Rule, answers: Answers) -> Iterable[str]:
    if holds(rule, answers) is not None:
        return
    match rule:
        case Is(fact, _):
            yield fact
        case Not(inner):
            yield from _undecided(inner, answers)
        case AllOf(rules) | AnyOf(rules):
            for member in rules:
                yield from _undecided(member, answers)

"""What the named policies do to a busy morning: in the direction that theory and earlier simulations say."""

from random import Random
from typing import get_args

import pytest

from queue_server.domain.hall import PolicyName
from queue_server.replay import Day, Summary, summary
from queue_server.replay.day import Stop
from tests.replay.days import day, played, shift, visitor


def morning(seed: int = 4) -> Day:
    """Too many visitors for three clerks from eight to ten; one in five is elderly."""
    dice = Random(seed)
    coming = [
        visitor(
            f"{8 + minute // 60:02}:{minute % 60:02}:{dice.randrange(60):02}",
            Stop(dice.lognormvariate(5.5, 0.7), walk=0),
            priority="elderly" if dice.random() < 0.2 else "none",
        )
        for minute in (dice.randrange(120) for _ in range(100))
    ]
    return day(*(shift(n) for n in (1, 2, 3)), *coming)


@pytest.fixture(scope="module")
def figures() -> dict[str, Summary]:
    """The same morning under every policy."""
    return {name: summary(played(morning(), name)) for name in get_args(PolicyName)}


def test_priority_visitors_wait_less_under_every_policy_that_knows_them(figures: dict[str, Summary]) -> None:
    first_come = figures["arrival order"].of("priority").mean
    for name in ("due time", "strict priority", "ratio"):
        assert figures[name].of("priority").mean < 0.7 * first_come


def test_strict_priority_is_the_best_for_them_and_the_others_pay(figures: dict[str, Summary]) -> None:
    strict, due, first_come = figures["strict priority"], figures["due time"], figures["arrival order"]
    assert strict.of("priority").mean <= due.of("priority").mean
    assert strict.of("regular").p95 > first_come.of("regular").p95
    assert strict.of("regular").mean > first_come.of("regular").mean


def test_no_policy_leaves_a_counter_idle_or_a_visitor_unserved(figures: dict[str, Summary]) -> None:
    for each in figures.values():
        assert each.missed == 0
        assert (each.served, each.unserved) == (each.tickets, 0)

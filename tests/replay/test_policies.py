"""What the named policies do to a busy day: in the direction that theory and earlier simulations say."""

from typing import get_args

import pytest

from queue_server.domain.hall import PolicyName
from queue_server.replay import Summary, make, summary
from queue_server.replay.profile import Profile
from tests.replay.days import OFFICE, TODAY, played

MORNING = Profile(half_hours=(6, 10, 10, 8, 4), quick=0, unready=0, priority=0.2, absent=0, impatient=0, walk_in=0)


@pytest.fixture(scope="module")
def figures() -> dict[str, Summary]:
    """The same busy morning under every policy."""
    morning = make(OFFICE, TODAY, load=1.5, seed=2, profile=MORNING)
    return {name: summary(played(morning, name)) for name in get_args(PolicyName)}


def test_priority_visitors_wait_less_under_every_policy_that_knows_them(figures: dict[str, Summary]) -> None:
    first_come = figures["arrival order"].of("priority").mean
    for name in ("due time", "strict priority", "ratio"):
        assert figures[name].of("priority").mean < 0.7 * first_come


def test_strict_priority_is_the_best_for_them_and_the_others_pay(figures: dict[str, Summary]) -> None:
    strict, due, first_come = figures["strict priority"], figures["due time"], figures["arrival order"]
    assert strict.of("priority").mean <= due.of("priority").mean
    assert strict.of("regular").p95 > first_come.of("regular").p95


def test_no_policy_leaves_a_counter_idle_or_a_visitor_unserved(figures: dict[str, Summary]) -> None:
    for each in figures.values():
        assert each.missed == 0
        assert (each.served, each.unserved) == (each.tickets, 0)

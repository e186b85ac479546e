"""Whose turn it is: each policy keeps its promise in every hall, and nobody waits for ever."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_server.domain.hall import Choice, Policy, PolicyName, Waiting, pick
from tests.model.bounds import broken
from tests.model.fairness import OPENING, play

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)
HALLS = st.randoms(use_true_random=False)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def waiting(leg: str, due: float, arrival: int, *, priority: bool = False, line: str = "A") -> Waiting:
    return Waiting(leg, line, NOON + minutes(due), arrival, priority)


def whose(heads: list[Waiting], policy: Policy | None = None, *, tally: int = 0, **later: float) -> tuple[str, str]:
    after = {line: minutes(count) for line, count in later.items()}
    choice = pick(heads, policy or Policy(), now=NOON, later=after, tally=tally)
    assert choice is not None
    return choice.head.leg, choice.why


# ── the promises, in every hall hypothesis can think of ──


@pytest.mark.parametrize("policy", ["due time", "arrival order", "strict priority", "ratio"])
@given(chance=HALLS)
def test_a_policy_keeps_its_promise_in_every_hall(policy: PolicyName, chance: Random) -> None:
    assert broken(play(chance, policy)) == []


@given(seed=st.integers(0, 2**32))
def test_starting_the_server_again_changes_nobodys_turn(seed: int) -> None:
    through, restarted = play(Random(seed)), play(Random(seed), restarts=Random(seed + 1))
    assert restarted.calls == through.calls


@given(chance=HALLS)
def test_whoever_waits_keeps_the_same_due_time_until_called(chance: Random) -> None:
    hall = play(chance)
    seen: dict[tuple[str, str], datetime] = {}
    for call in hall.calls:
        for one in (call.visitor, *call.passed):
            assert seen.setdefault((one.head.leg, one.head.line), one.head.due) == one.head.due


@given(chance=HALLS)
def test_everybody_is_called_in_the_end_and_each_leg_once(chance: Random) -> None:
    hall = play(chance)
    assert {call.visitor.head.leg for call in hall.calls} == {f"leg{n + 1}" for n in range(hall.numbers)}
    assert hall.waiting == []


# ── when a leg is due ──


@given(st.integers(0, 90), st.integers(0, 60), st.booleans())
def test_nobody_is_due_before_they_came_nor_later_than_the_target(target: int, head_start: int, priority: bool) -> None:
    due = Policy(head_start=minutes(head_start)).due(OPENING, target, priority=priority)
    assert OPENING <= due <= OPENING + minutes(target)


def test_a_priority_visitor_is_due_sooner_by_the_head_start() -> None:
    policy = Policy(head_start=minutes(15))
    assert policy.due(NOON, 20, priority=False) - policy.due(NOON, 20, priority=True) == minutes(15)
    assert policy.due(NOON, 10, priority=True) == NOON


# ── one call at a time ──


def test_nobody_waits_so_it_is_nobodys_turn() -> None:
    assert pick([], Policy(), now=NOON) is None


def test_whoever_is_due_first_goes_first_and_the_earlier_arrival_where_both_are_due_at_once() -> None:
    assert whose([waiting("late", 5, 1), waiting("soon", 4, 2)]) == ("soon", "turn")
    assert whose([waiting("second", 5, 8), waiting("first", 5, 7)]) == ("first", "turn")


def test_a_line_taken_later_gives_way_only_by_so_much() -> None:
    heads = [waiting("other", 0, 1, line="B"), waiting("own", 9, 2)]
    assert whose(heads, B=10) == ("own", "turn")
    assert whose(heads, B=9) == ("other", "turn")


def test_a_priority_visitor_past_due_goes_next_although_another_is_due_earlier() -> None:
    heads = [waiting("other", -30, 1), waiting("elderly", -1, 2, priority=True)]
    assert whose(heads) == ("elderly", "escalated")
    assert whose([heads[0], replace(heads[1], due=NOON)]) == ("other", "turn")
    assert whose(heads, Policy(escalate_one_in=0)) == ("other", "turn")


def test_after_an_escalation_the_next_calls_are_by_turn_and_then_one_may_be_escalated_again() -> None:
    heads = [waiting("other", -30, 1), waiting("elderly", -1, 2, priority=True)]
    tally, whys = 0, []
    for _ in range(7):
        choice = pick(heads, Policy(escalate_one_in=3), now=NOON, tally=tally)
        assert choice is not None
        tally = choice.tally
        whys.append(choice.why)
    assert whys == ["escalated", "turn", "turn", "escalated", "turn", "turn", "escalated"]


def test_a_priority_visitor_whose_turn_it_is_anyway_uses_no_escalation_up() -> None:
    elderly = waiting("elderly", -5, 1, priority=True)
    assert pick([elderly, waiting("other", -1, 2)], Policy(), now=NOON) == Choice(elderly, "turn", 0)


def test_in_a_ratio_a_place_nobody_can_take_is_kept_for_when_somebody_can() -> None:
    policy = Policy(name="ratio", ratio=(1, 1))
    other = waiting("other", 0, 1)
    assert pick([other], policy, now=NOON, tally=0) == Choice(other, "turn", 0)
    elderly = waiting("elderly", 9, 2, priority=True)
    assert pick([other, elderly], policy, now=NOON, tally=0) == Choice(elderly, "turn", 1)
    assert pick([other, elderly], policy, now=NOON, tally=1) == Choice(other, "turn", 0)

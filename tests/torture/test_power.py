"""The power goes at any operation of the disk."""

import pytest

from tests.torture.power import Plan, Tally, cut_power


@pytest.mark.parametrize("seed", [1, 2])
def test_no_power_cut_loses_what_was_acknowledged(seed: int) -> None:
    tally = cut_power(Plan(seed, lives=3, cuts=6))
    assert tally.broken == []
    assert tally.cuts == 18
    assert tally.acknowledged > 10


def test_a_disk_that_fails_now_and_then_loses_nothing_either_and_everybody_is_answered_in_the_end() -> None:
    tally = cut_power(Plan(5, lives=3, cuts=6, failing=0.03))
    assert tally.broken == []
    assert tally.failures > 10
    assert tally.acknowledged > 10


def test_commits_that_do_not_wait_for_the_disk_are_seen_to_be_lost() -> None:
    assert "an acknowledged act was lost" in promises(cut_power(Plan(3, lives=1, cuts=12, synchronous="NORMAL")))


def test_a_plan_goes_the_same_way_each_time() -> None:
    plan = Plan(9, lives=2, cuts=3, failing=0.02)
    assert cut_power(plan) == cut_power(plan)


def promises(tally: Tally) -> set[str]:
    return {broken.split(": ")[1] for broken in tally.broken}

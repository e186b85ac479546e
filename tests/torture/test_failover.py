"""The database fails over."""

from tests.torture.failover import Tally, fail_over


def test_a_primary_killed_under_load_is_replaced_by_its_standby_and_nothing_acknowledged_is_missing() -> None:
    tally = Tally()
    fail_over(seed=1, rounds=1, tally=tally)
    assert tally.broken == []
    assert tally.failovers == 1
    assert tally.acknowledged > 20

"""The clock jumps."""

import pytest

from tests.torture.clock import JUMPS, ZONES, Tally, jump


@pytest.mark.parametrize(
    "named",
    ["two hours back", "26 hours ahead", "back over the day's end", "out of a leap day", "out of summer time"],
)
def test_wherever_the_clock_jumps_numbers_days_and_waits_stay_right(named: str) -> None:
    tally = Tally()
    assert jump(seed=1, zone=ZONES[1], named=named, tally=tally) == []
    assert tally.acts > 100
    assert named in JUMPS

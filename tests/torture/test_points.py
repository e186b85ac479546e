"""Each write and each sync fails once."""

from tests.torture.points import Tally, break_points


def test_wherever_the_disk_fails_or_the_process_dies_nothing_is_lost_and_the_rest_goes_on() -> None:
    tally = Tally()
    assert list(break_points(seed=1, most=8, tally=tally)) == []
    assert tally.points == 8
    assert tally.acts > 80

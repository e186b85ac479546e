"""kill -9, again and again, while everybody works."""

from tests.torture.kill import Tally, kill_server


def test_a_server_killed_under_load_loses_and_doubles_nothing() -> None:
    tally = Tally()
    kill_server(seed=1, rounds=4, tally=tally)
    assert tally.broken == []
    assert tally.kills == 4
    assert tally.acknowledged > 20

"""A short working day; `./run torture day` has eighty visitors."""

from pathlib import Path

from tests.torture.day import Tally, work_a_day


def test_every_visitor_of_a_day_with_two_kills_and_a_pulled_cable_is_accounted_for(
    screens_thread: None, tmp_path: Path
) -> None:
    tally = Tally()
    work_a_day(tmp_path / "office", 8, tally)
    assert tally.broken == []
    assert (tally.served, tally.kills, tally.pulls, tally.away) == (8, 2, 1, 3)

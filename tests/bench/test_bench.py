"""Every benchmark works and proves what it says it proves; what it measures is judged elsewhere."""

import pytest

from tests.bench.__main__ import BENCHMARKS, run
from tests.bench.measure import percentile
from tests.bench.report import Figure, table
from tests.bench.scale import SHORT


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_short_run_comes_to_figures(name: str) -> None:
    figures = run(name, SHORT)
    assert figures
    assert len({figure.name for figure in figures}) == len(figures)
    assert [figure for figure in figures if "missed" in figure.name and figure.value] == []


def test_a_budget_is_kept_at_its_bound_and_missed_beyond() -> None:
    assert [Figure("", value, most=2.0).verdict for value in (2.0, 2.1)] == ["kept", "MISSED"]
    assert [Figure("", value, least=2.0).verdict for value in (2.0, 1.9)] == ["kept", "MISSED"]
    assert Figure("", 1.0).verdict == ""


def test_a_percentile_is_a_time_that_was_measured() -> None:
    assert [percentile([3.0, 1.0, 2.0, 4.0], percent) for percent in (0, 50, 99)] == [1.0, 3.0, 4.0]


def test_the_table_shows_what_was_promised() -> None:
    assert table("t", [Figure("start", 2.0, "s", most=1.5)]) == "t\n  start  2.00 s  ≤ 1.5 s  MISSED"

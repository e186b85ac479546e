"""`python -m queue_server replay`: a day made up, played, and told."""

import json
from pathlib import Path

import pytest

from queue_server.__main__ import main
from tests.offices import CATALOGUE


def test_a_day_is_made_and_played_and_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day, office = str(tmp_path / "day.jsonl"), ["--catalogue", str(CATALOGUE)]
    assert main(["replay", day, *office, "--make", "--visitors", "20", "--date", "2026-11-24"]) == 0
    assert "20 visitors" in capsys.readouterr().out
    assert main(["replay", day, *office, "--policy", "arrival order"]) == 0
    words = capsys.readouterr().out
    assert "all lines" in words
    assert "counter   served" in words
    assert "the database is sound" in words


def test_the_figures_are_had_as_json_and_the_database_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day, office = str(tmp_path / "day.jsonl"), ["--catalogue", str(CATALOGUE)]
    main(["replay", day, *office, "--make", "--visitors", "5"])
    capsys.readouterr()
    assert main(["replay", day, *office, "--json", "--keep", str(tmp_path / "kept")]) == 0
    assert json.loads(capsys.readouterr().out)["missed"] == 0
    assert main(["verify", "--data", str(tmp_path / "kept")]) == 0


def test_a_wrong_line_is_told_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "day.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["replay", str(tmp_path / "day.jsonl")]) == 1
    assert "day.jsonl: line 1: Object missing required field `kind`" in capsys.readouterr().err

"""The office a day is played in: fresh, its time in our hand, and under another policy when that is asked for."""

from pathlib import Path
from typing import get_args

import pytest

import assets
from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.domain.hall import PolicyName
from queue_server.replay import DayRefused, opened, play
from queue_server.replay.office import under
from tests.replay.days import TEXT, day, shift, visitor

SHIPPED = assets.path("catalogue", "lmra.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("policy", get_args(PolicyName))
@pytest.mark.parametrize("catalogue", [TEXT, SHIPPED, f'{TEXT}\n[queue]\nratio = [3, 1]\npolicy = "ratio"\n'])
def test_any_policy_can_be_put_in_force_and_nothing_else_changes(catalogue: str, policy: PolicyName) -> None:
    before, after = read_catalogue(catalogue), read_catalogue(under(catalogue, policy))
    assert after.queue.policy.name == policy
    assert (after.queue.policy.ratio, after.lines) == (before.queue.policy.ratio, before.lines)


def test_a_queue_written_in_one_line_is_refused_rather_than_played_otherwise() -> None:
    with pytest.raises(DayRefused, match=r"\[queue\]"):
        under('queue = { policy = "ratio" }\n' + TEXT, "arrival order")


def test_the_database_is_kept_where_it_is_wanted_and_never_played_into_again(tmp_path: Path) -> None:
    told = day(shift(1), visitor("08:10"))
    with opened(told, TEXT, folder=tmp_path) as office:
        play(told, office)
    assert (tmp_path / "dawr.sqlite").exists()
    with pytest.raises(DayRefused, match="there is an office already"), opened(told, TEXT, folder=tmp_path):
        pass

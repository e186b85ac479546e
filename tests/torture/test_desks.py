"""Twelve desks at once."""

import pytest

from tests.torture.desks import Tally, call_everybody


@pytest.mark.parametrize(("calls", "postgres"), [(240, False), (120, True)], ids=["sqlite", "postgresql"])
def test_twelve_desks_call_everybody_once_and_in_turn(calls: int, postgres: bool) -> None:
    tally = Tally()
    call_everybody(calls, tally, postgres=postgres)
    assert tally.broken == []
    assert tally.calls == calls

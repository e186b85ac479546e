"""The states a leg may take, and numbers."""

from datetime import UTC, date, datetime

import pytest

from queue_server.domain.errors import WrongState
from queue_server.domain.tickets import ALLOWED, OPEN, Leg, LegState, current, number

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)


def leg(state: LegState, seq: int = 1, outcome: str | None = None) -> Leg:
    return Leg(f"leg{seq}", "t1", seq, date(2026, 11, 24), "A", "renew", False, 1, state, NOON, NOON, outcome=outcome)


@pytest.mark.parametrize("was", LegState)
def test_a_leg_takes_the_steps_of_the_table_and_no_other(was: LegState) -> None:
    for state in LegState:
        if state in ALLOWED.get(was, ()):
            assert leg(was).moved(state).state is state
        else:
            with pytest.raises(WrongState):
                leg(was).moved(state)


@pytest.mark.parametrize("over", sorted(set(LegState) - OPEN))
def test_a_leg_that_is_over_moves_no_more(over: LegState) -> None:
    for state in LegState:
        with pytest.raises(WrongState):
            leg(over).moved(state)


def test_the_step_that_counts_is_the_last_that_was_begun() -> None:
    done, waiting, planned = leg(LegState.DONE), leg(LegState.WAITING, 2), leg(LegState.PLANNED, 3)
    assert current([done, waiting, planned]) is waiting
    given_up = planned.ended(LegState.CANCELLED, NOON)
    assert current([done, given_up]) is done


def test_a_number_has_at_least_three_digits() -> None:
    assert [number("C", n) for n in (7, 42, 1000)] == ["C007", "C042", "C1000"]

"""The office's business day and what time has passed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from queue_server.domain.day import business_day, seconds_between

FOUR = time(4)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 11, 24, 20, 59, tzinfo=UTC), 24),  # a minute to midnight in Bahrain
        (datetime(2026, 11, 24, 21, 1, tzinfo=UTC), 24),
        (datetime(2026, 11, 25, 0, 59, 59, tzinfo=UTC), 24),  # a second to four o'clock
        (datetime(2026, 11, 25, 1, 0, tzinfo=UTC), 25),
    ],
)
def test_a_day_begins_at_the_offices_hour_in_its_own_zone(at: datetime, day: int) -> None:
    assert business_day(at, "Asia/Bahrain", FOUR) == date(2026, 11, day)


def test_a_day_that_begins_at_midnight_is_the_calendars() -> None:
    midnight = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
    assert business_day(midnight, "Asia/Bahrain", time(0)) == date(2026, 11, 25)
    assert business_day(midnight - timedelta(seconds=1), "Asia/Bahrain", time(0)) == date(2026, 11, 24)


def test_no_time_passes_backwards() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert seconds_between(now, now + timedelta(seconds=90.9)) == 90
    assert seconds_between(now, now - timedelta(hours=2)) == 0

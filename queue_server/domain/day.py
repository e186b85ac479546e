"""The office's business day: a date in the office's own zone, beginning at its `day_starts`, not at midnight."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def business_day(at: datetime, timezone: str, day_starts: time) -> date:
    """The day a moment belongs to: before `day_starts` it is still yesterday's."""
    local = at.astimezone(ZoneInfo(timezone))
    return local.date() if local.time() >= day_starts else local.date() - timedelta(days=1)


def day_begins(day: date, timezone: str, day_starts: time) -> datetime:
    """The moment a business day begins, UTC."""
    return datetime.combine(day, day_starts, ZoneInfo(timezone)).astimezone(UTC)


def seconds_between(earlier: datetime, later: datetime) -> int:
    """Whole seconds, never negative: a clock set back shows no time at all rather than less than none."""
    return max(0, int((later - earlier).total_seconds()))

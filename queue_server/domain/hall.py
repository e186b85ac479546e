"""Whose turn it is.

A leg gets its *due time* once, when it begins to wait: arrival plus the line's target, less a bounded head start for
priority visitors. A free counter takes the smallest due time over the lines it serves. Keys never change while
waiting, so the order can be explained and survives a restart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

HEAD_START = timedelta(minutes=15)
"""How much earlier a priority visitor is due; nobody can be overtaken by one who came more than this later."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The head of one line: the leg due first."""

    leg: str
    line: str
    due: datetime
    arrival: int


@dataclass(frozen=True, slots=True)
class CounterRow:
    """One counter: closed, open or on a break; held by a clerk or a device unless closed."""

    n: int
    state: Literal["closed", "open", "break"] = "closed"
    holder: str | None = None
    holder_name: str | None = None
    reason: str = ""


def due(arrival: datetime, target_minutes: int, priority: str) -> datetime:
    """When a leg is due: never before its arrival."""
    head_start = HEAD_START if priority != "none" else timedelta()
    return max(arrival, arrival + timedelta(minutes=target_minutes) - head_start)


def pick(heads: Iterable[Waiting]) -> Waiting | None:
    """The head whose turn it is: due first, then the one who came first."""
    return min(heads, key=lambda head: (head.due, head.arrival), default=None)

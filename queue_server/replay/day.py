"""A day of an office as a file, one JSON object a line: who serves, who comes, and how long each thing takes.

Times of day are the office's own (`HH:MM:SS`); durations are seconds unless their name says minutes. Nothing in a day
depends on how the queue is run, so the same day can be played under another policy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta, Struct

from queue_server import wire

Seconds: TypeAlias = Annotated[float, Meta(ge=0)]
Minutes: TypeAlias = Annotated[float, Meta(ge=0)]


class DayRefused(ValueError):
    """The day cannot be played; the message names the file's line."""


class Line(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind"):
    """One line of the file."""


class Opening(Line, tag="day", frozen=True, kw_only=True):
    """The first line. A clerk calls `calls` times, `between_calls` apart, before writing down a no-show."""

    date: date
    seed: int = 0
    calls: Annotated[int, Meta(ge=1)] = 2
    between_calls: Seconds = 30
    about: str = ""


class Rest(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A break: it begins when the visitor of that moment is served. `reason`: one of the catalogue's, or any words."""

    at: time
    minutes: Minutes
    reason: str = ""


class Shift(Line, tag="shift", frozen=True, kw_only=True):
    """A clerk at a counter. `lines` are those the clerk has learnt to serve, all of the counter's when empty.

    One who `stays` closes when nobody in the building needs this counter's lines any more.
    """

    counter: int
    clerk: str
    opens: time
    closes: time
    stays: bool = True
    breaks: tuple[Rest, ...] = ()
    lines: tuple[str, ...] = ()


class Act(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="act"):
    """How a stop ends."""


class Finish(Act, tag="finish", frozen=True):
    """Over. `papers_wrong` names a requirement of the check: its first when left out."""

    outcome: Literal["completed", "not_completed", "papers_wrong"] = "completed"
    requirement: str | None = None


class Transfer(Act, tag="transfer", frozen=True):
    """Sent on to a line."""

    line: str
    place: Literal["keep", "first", "last"] = "keep"


class Park(Act, tag="park", frozen=True):
    """Gone, for one of the catalogue's reasons or any other, and in line again after so many minutes."""

    minutes: Minutes
    reason: str = ""


class SendBack(Act, tag="send_back", frozen=True):
    """Back to the line, for another counter."""


class Add(Act, tag="add", frozen=True):
    """Over, and one service more was found to be needed: the visit goes on to its line."""

    service: str


Then: TypeAlias = Finish | Transfer | Park | SendBack | Add
DONE = Finish()


class Stop(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One time at a counter: the way there once called, and the service with all that belongs to it."""

    serves: Seconds
    walk: Seconds = 15
    then: Then = DONE


class Absent(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Not there when first called, and back so long after being written down as a no-show: never when None."""

    returns_after_minutes: Minutes | None = None


class Coming(Line, frozen=True, kw_only=True):
    """Somebody comes. `stops` are the times at a counter, in order: as many as the visit turns out to have."""

    at: time
    service: str
    caller: str
    language: str
    priority: wire.Priority = "none"
    stops: tuple[Stop, ...] = ()


class Visitor(Coming, tag="visitor", frozen=True, kw_only=True):
    """Somebody at the kiosk, who is checked for `check` seconds and gets a number when the papers are `ready`.

    `appointment` is the slot booked beforehand. Whoever is not called within `leaves_after_minutes` of the number
    leaves: by the page on the phone who `tells`, else without a word.
    """

    papers: Literal["ready", "missing"] = "ready"
    check: Seconds = 60
    appointment: time | None = None
    leaves_after_minutes: Minutes | None = None
    tells: bool = False
    absent: Absent | None = None


class WalkIn(Coming, tag="walk_in", frozen=True, kw_only=True):
    """Somebody who goes straight to a counter, and is served there when it is next free."""

    counter: int


Entry: TypeAlias = Shift | Visitor | WalkIn
E = TypeVar("E", Shift, Visitor, WalkIn)

_line = msgspec.json.Decoder(Opening | Shift | Visitor | WalkIn)
_lines = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Day:
    """A day: its opening and, line by line, everybody who serves or comes."""

    opening: Opening
    entries: tuple[Entry, ...]

    def of(self, kind: type[E]) -> list[tuple[int, E]]:
        """The entries of a kind, each with its line in the file."""
        return [(line, entry) for line, entry in enumerate(self.entries, 2) if isinstance(entry, kind)]


def read(path: Path) -> Day:
    """A day from its file. Raises `DayRefused`, naming the line, and `OSError`."""
    try:
        return parsed(path.read_bytes().splitlines())
    except DayRefused as refused:
        raise DayRefused(f"{path}: {refused}") from None


def parsed(lines: Iterable[bytes]) -> Day:
    """A day from its lines. Raises `DayRefused`."""
    opening: Opening | None = None
    entries: list[Entry] = []
    for n, text in enumerate(lines, 1):
        try:
            line = _line.decode(text)
        except msgspec.DecodeError as wrong:
            raise DayRefused(f"line {n}: {wrong}") from None
        if isinstance(line, Opening) is not (n == 1):
            raise DayRefused(f"line {n}: the first line, and no other, is of the kind day")
        if isinstance(line, Opening):
            opening = line
        else:
            entries.append(line)
    if opening is None:
        raise DayRefused("line 1: the file is empty")
    return Day(opening, tuple(entries))


def write(day: Day, path: Path) -> None:
    """Keep a day in a file."""
    path.write_bytes(_lines.encode_lines([day.opening, *day.entries]))


def moment(day: date, at: time, timezone: str, day_starts: time) -> datetime:
    """When a time of a business day is, UTC: a time before the day starts belongs to the next morning."""
    on = day if at >= day_starts else day + timedelta(days=1)
    return datetime.combine(on, at, ZoneInfo(timezone)).astimezone(UTC)

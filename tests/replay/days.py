"""Days to play in tests: a few lines each, in the small office of the tests."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.domain.hall import PolicyName
from queue_server.replay import Day, Played, opened, play
from queue_server.replay.day import Entry, Opening, Shift, Stop, Visitor
from tests.offices import CATALOGUE

TEXT = CATALOGUE.read_text(encoding="utf-8")
OFFICE = read_catalogue(TEXT)
TODAY = date(2026, 11, 24)


def clock(words: str) -> time:
    """A time of day, as `09:30` or `09:30:15`."""
    return time.fromisoformat(words)


def shift(counter: int, opens: str = "08:00", closes: str = "14:00", **told: Any) -> Shift:
    """A clerk at a counter."""
    known = {"counter": counter, "clerk": f"clerk-{counter}", "opens": clock(opens), "closes": clock(closes)}
    return Shift(**{**known, **told})


def visitor(at: str, *stops: Stop, service: str = "renew", **told: Any) -> Visitor:
    """A visitor who has the number at the moment of coming and, unless told otherwise, is served for five minutes."""
    stops = stops or (Stop(300, walk=0),)
    known = {"at": clock(at), "service": service, "caller": "employer", "language": "en", "check": 0.0, "stops": stops}
    return Visitor(**{**known, **told})


def day(*entries: Entry, seed: int = 1) -> Day:
    """A day of these."""
    return Day(Opening(date=TODAY, seed=seed), entries)


def played(told: Day, policy: PolicyName | None = None, catalogue: str = TEXT) -> Played:
    """The day played in a fresh office."""
    with opened(told, catalogue, policy=policy) as office:
        return play(told, office)


def kinds(told: Played, *wanted: str) -> list[tuple[str, str]]:
    """When which of these things happened, as `[("08:05:00", "TicketCalled"), …]`, in the office's time."""
    return [(_local(entry.at), entry.kind) for entry in told.entries if entry.kind in wanted]


def calls(told: Played) -> list[tuple[str, str]]:
    """When which number was called for the first time, in the office's time."""
    return [(_local(entry.at), entry.data["number"]) for entry in told.entries if entry.kind == "TicketCalled"]


def put(folder: Path, *entries: str) -> Path:
    """A day's file with these lines."""
    file = folder / "day.jsonl"
    file.write_text("\n".join(entries), encoding="utf-8")
    return file


def _local(at: datetime) -> str:
    return at.astimezone(ZoneInfo(OFFICE.timezone)).strftime("%H:%M:%S")

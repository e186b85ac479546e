"""A layout being tried: from a form to a screen, to the catalogue's lines that say it, and to calls made up for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from assets.words import say
from queue_server import wire
from queue_server.domain.catalogue import Catalogue, Screen
from queue_server.domain.catalogue_entry import Entry
from queue_server.domain.catalogue_screen import screen_of
from queue_server.domain.legibility import PAST, Hung, ScreenTooSmall, sizes

EVERY_SECONDS = 8
"""Between two calls that are made up."""
USUAL = {"layout": "hall", "orientation": "landscape", "theme": "dark", "languages": "en ar"}
_NAME = {"en": "New screen", "ar": "شاشة جديدة"}
_PLACE = "screens.new-screen"


@dataclass(frozen=True, slots=True)
class Trial:
    """What was asked for, what is wrong with it if anything, and the lines for the catalogue."""

    asked: Mapping[str, str]
    shown: Screen
    hung: Hung
    problems: list[str]
    lines: str


def trial(catalogue: Catalogue, form: Mapping[str, str], usual: Mapping[str, float], language: str) -> Trial:
    """The layout a form asks for, judged as at the load of a catalogue; what it leaves out is as `usual` there."""
    asked = USUAL | {name: f"{figure:g}" for name, figure in usual.items()} | {k: v for k, v in form.items() if v}
    table = _table(catalogue, asked)
    problems: list[str] = []
    shown = screen_of("new-screen", _NAME, Entry(_PLACE, table, problems), catalogue.lines, catalogue.counters)
    hung = shown.hung(**usual)
    try:
        sizes(hung)
    except ScreenTooSmall as refused:
        problems = [_worded(refused, language)]
    return Trial(asked, shown, hung, problems, _lines(table))


def _table(catalogue: Catalogue, asked: Mapping[str, str]) -> dict[str, Any]:
    """The form as a table of the catalogue's file; only what the layout has."""
    layout = asked["layout"]
    table: dict[str, Any] = {"lines": [], "layout": layout}
    if layout == "line":
        table["lines"] = [asked.get("line") or next(iter(catalogue.lines), "")]
    if layout == "counter":
        counter = asked.get("counter", "")
        table["counter"] = int(counter) if counter.isdecimal() else next(iter(catalogue.counters), 0)
    table |= {name: _figure(asked[name]) for name in ("inches", "seat_metres")}
    table |= {name: asked[name] for name in ("orientation", "theme") if asked[name] != USUAL[name]}
    if asked.get("media"):
        table["media"] = True
    if asked["languages"] != USUAL["languages"]:
        table["languages"] = asked["languages"].split()
    return table


def _figure(written: str) -> float | str:
    try:
        return float(written)
    except ValueError:
        return written


def _lines(table: Mapping[str, Any]) -> str:
    """The table in the file's own writing, which for words, figures and lists of words is that of JSON."""
    name = f'name = {{ en = "{_NAME["en"]}", ar = "{_NAME["ar"]}" }}'
    return "\n".join([f"[{_PLACE}]", name, *(f"{key} = {_written(value)}" for key, value in table.items())])


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else msgspec.json.encode(value).decode()


def _worded(refused: ScreenTooSmall, language: str) -> str:
    if refused.inches is None:
        return say("The size and the distance must be more than nothing.", language)
    words = say(
        "This can be read from {reach} m. Take a screen of {inches} inches or more, or hang it nearer.",
        language,
        reach=f"{refused.reach:.1f}",
        inches=refused.inches,
    )
    return f"{words} {say('Without media it can be read.', language)}" if refused.without_media else words


def made_up_state(catalogue: Catalogue, shown: Screen, now: datetime) -> wire.ScreenState:
    """An office in full swing, the same for all who look at the same moment."""
    newest = int(now.timestamp()) // EVERY_SECONDS
    calls = [made_up_call(catalogue, shown, newest - n) for n in range(1 + PAST[shown.layout])]
    lines = [line for line in catalogue.lines.values() if not shown.lines or line.id in shown.lines]
    return wire.ScreenState(
        seq=newest,
        now=now,
        office=dict(catalogue.name),
        timezone=catalogue.timezone,
        calls=calls,
        lines=[wire.ScreenLine(line.id, dict(line.name), line.series, 3 + 5 * n) for n, line in enumerate(lines)],
        sound=wire.ScreenSound(0, [], visitors_own=False),
        counter=None if shown.counter is None else wire.ScreenCounter("open", calls[0].number),
    )


def made_up_call(catalogue: Catalogue, shown: Screen, n: int) -> wire.ScreenCall:
    """The n-th call since 1970."""
    lines = [line for line in catalogue.lines.values() if not shown.lines or line.id in shown.lines]
    line, counters = lines[n % len(lines)], [*catalogue.counters]
    return wire.ScreenCall(
        seq=n,
        number=f"{line.series}{n % 999 + 1:03}",
        counter=shown.counter or counters[n % len(counters)],
        floor=line.floor,
        line=line.id,
        at=datetime.fromtimestamp(n * EVERY_SECONDS, UTC),
    )


def calls_between(catalogue: Catalogue, shown: Screen, since: datetime, now: datetime) -> Iterator[wire.ScreenCall]:
    """The calls made up after one moment and until another."""
    first, last = (int(at.timestamp()) // EVERY_SECONDS for at in (since, now))
    return (made_up_call(catalogue, shown, n) for n in range(first + 1, last + 1))

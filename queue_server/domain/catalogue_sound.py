"""How a catalogue file says what the loudspeakers do."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import time

from queue_server.domain.catalogue import Screen
from queue_server.domain.catalogue_entry import Entry
from queue_server.domain.sound import LOUDEST, Sound

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def sound_of(entry: Entry, spoken: Collection[str]) -> Sound:
    """The table `voice`; what it leaves out is as usual. `spoken` are the languages of the office."""
    usual = Sound()
    sound = Sound(
        languages=entry.some_of("languages", spoken, "language of this office")
        if entry.has("languages")
        else usual.languages,
        visitors_own=entry.flag("visitors_own") if entry.has("visitors_own") else usual.visitors_own,
        volume=_volume(entry.table("volume")) if entry.has("volume") else usual.volume,
    )
    entry.close()
    return sound


def _volume(entry: Entry) -> tuple[tuple[time, int], ...]:
    levels = {}
    for key in entry:
        level = entry.number(key, 0)
        if level > LOUDEST:
            entry.refuse(key, f"is more than {LOUDEST}")
        if _TIME.fullmatch(key):
            levels[time.fromisoformat(key)] = level
        else:
            entry.refuse(key, "is not a time of day, as 08:00")
    if not list(entry):
        entry.refuse("", "says no volume at all")
    return tuple(sorted(levels.items())) or Sound().volume


def more_than_one_voice(screens: Iterable[Screen]) -> Iterator[str]:
    """Screens of one hall would speak over each other; each problem is one of them too many."""
    speaking: dict[str, str] = {}
    for screen in screens:
        first = speaking.setdefault(screen.hall, screen.id) if screen.voice else screen.id
        if first != screen.id:
            yield f"screens.{screen.id}: {first!r} speaks in this hall already; one screen a hall has `voice`"

"""How a catalogue file says what a screen shows, and on what it hangs: a screen nobody could read is refused."""

from collections.abc import Mapping
from typing import cast, get_args

from queue_server.domain.catalogue import Catalogue, CatalogueRefused, Counter, Line, Screen, Text, Theme
from queue_server.domain.catalogue_entry import Entry
from queue_server.domain.legibility import Layout, Orientation, ScreenTooSmall, sizes

RESERVED = frozenset({"media", "pairing", "preview", "static"})
"""Names that stand for something else in a screen's address."""
WRITTEN = ("en", "ar", "ur", "fil")
"""The languages whose letters are in the typeface of the screens."""
_MOST_LANGUAGES = 2
_WITHOUT_MEDIA = frozenset({"counter", "board"})


def screen_of(
    name: str, words: Text, entry: Entry, lines: Mapping[str, Line], counters: Mapping[int, Counter]
) -> Screen:
    """A table of `screens`; what it leaves out is as on any screen of a hall."""
    if name in RESERVED:
        entry.refuse("", "a screen cannot have this name")
    layout = cast(Layout, entry.one_of("layout", get_args(Layout), "layout")) if entry.has("layout") else "hall"
    shown = entry.some_of("lines", lines, "line")
    screen = Screen(
        id=name,
        name=words,
        lines=shown,
        layout=layout,
        heading=_heading(entry, shown, lines) if layout == "line" else None,
        counter=_counter(entry, counters) if layout == "counter" else None,
        inches=entry.measure("inches") if entry.has("inches") else None,
        seat_metres=entry.measure("seat_metres") if entry.has("seat_metres") else None,
        orientation=cast(Orientation, _either(entry, "orientation", get_args(Orientation))),
        theme=cast(Theme, _either(entry, "theme", get_args(Theme))),
        media=entry.flag("media"),
        languages=_languages(entry) if entry.has("languages") else ("en", "ar"),
        hall=entry.word("hall") if entry.has("hall") else "",
        voice=entry.flag("voice"),
    )
    if screen.layout in _WITHOUT_MEDIA and screen.media:
        entry.refuse("media", "the layout has no room for pictures")
    if screen.inches is not None and screen.seat_metres is not None:
        for problem in _too_small(screen, screen.inches, screen.seat_metres):
            entry.refuse("", problem)
    return screen


def judge_screens(catalogue: Catalogue, inches: float, seat_metres: float) -> None:
    """Raises `CatalogueRefused` for screens that cannot be read; these figures are for what a screen leaves out."""
    problems = [
        f"screens.{screen.id}: {problem}"
        for screen in catalogue.screens.values()
        for problem in _too_small(screen, inches, seat_metres)
    ]
    if problems:
        raise CatalogueRefused(problems)


def _either(entry: Entry, key: str, offered: tuple[str, ...]) -> str:
    """One of the names offered; the first when it is left out."""
    return entry.one_of(key, offered, key) if entry.has(key) else offered[0]


def _heading(entry: Entry, shown: tuple[str, ...], lines: Mapping[str, Line]) -> Text | None:
    if len(shown) != 1:
        entry.refuse("lines", "the layout shows one line")
        return None
    return lines[shown[0]].name


def _counter(entry: Entry, counters: Mapping[int, Counter]) -> int:
    n = entry.number("counter", 1)
    if n not in counters:
        entry.refuse("counter", f"no such counter: {n}")
    return n


def _languages(entry: Entry) -> tuple[str, ...]:
    languages = entry.some_of("languages", WRITTEN, "language of screens")
    if not 1 <= len(languages) <= _MOST_LANGUAGES:
        entry.refuse("languages", "one language is written, or two")
    return languages[:_MOST_LANGUAGES]


def _too_small(screen: Screen, inches: float, seat_metres: float) -> list[str]:
    try:
        sizes(screen.hung(inches, seat_metres))
    except ScreenTooSmall as refused:
        return [str(refused)]
    return []

"""How large a screen must write to be read from the farthest seat, and whether that fits on it, layout by layout."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Layout: TypeAlias = Literal["hall", "line", "counter", "board"]
"""Several lines; one line; the sign above one counter; a table of many calls."""
Orientation: TypeAlias = Literal["landscape", "portrait"]

# Capital heights in millimetres for each metre to the reader: 0.7° for what is called, 0.33° for all else.
NUMBER_PER_METRE = 12.2
TEXT_PER_METRE = 5.8

# IBM Plex Sans Arabic: the height of a capital, and how wide a letter of a name is on average at most, in em.
CAPITAL = 0.698
_LETTER = 0.6

PAST: Mapping[Layout, int] = {"hall": 5, "line": 5, "counter": 0, "board": 10}
"""How many calls stand beside the newest one."""

# One unit is a hundredth of the screen's shorter side: a screen is 100 by 177.8 of them.
_LONG = 100 * 16 / 9
_MARGINS = 0.03
_COMFORTABLE_TEXT = 8.0
_PIXELS = 1.02  # so that rounding to whole pixels takes nothing away
_NUMBER_LINE = 0.85
_PAST_LINE = 1.1
_WORDS = 1.3
_NAME = 2.4

_SHORT_PER_DIAGONAL = 9 / math.hypot(16, 9)
_MILLIMETRES_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Hung:
    """A 16:9 screen where it hangs: `inches` across, read from `seat_metres` away at the farthest.

    `media` gives a part of it to pictures. `letters` are those of the longest name written across it.
    """

    layout: Layout
    inches: float
    seat_metres: float
    orientation: Orientation = "landscape"
    media: bool = False
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes in hundredths of the screen's shorter side."""

    number: float
    text: float


class ScreenTooSmall(ValueError):
    """What is called could not be read from the farthest seat: from `reach` metres at most.

    `inches` would do; None when no size is one. `without_media`: leaving the pictures away would do.
    """

    def __init__(self, hung: Hung, reach: float, inches: int | None, without_media: bool) -> None:
        self.hung, self.reach, self.inches, self.without_media = hung, reach, inches, without_media
        super().__init__(self._reason())

    def _reason(self) -> str:
        if self.inches is None:
            return "The screen's diagonal and the distance to the farthest seat must be more than nothing."
        instead = ", or leave the media out" if self.without_media else ""
        return (
            f"A screen of {self.hung.inches:g} inches can be read from {self.reach:.1f} m, "
            f"but the farthest seat is {self.hung.seat_metres:g} m away: "
            f"use at least {self.inches} inches, or hang it nearer{instead}."
        )


@dataclass(frozen=True, slots=True)
class _Stack:
    """What stands one above the other: so many ems of the number, so many of the text, and so many units."""

    numbers: float
    texts: float
    units: float = 0.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """A layout as the style sheet has it: its height, its stacks, and the largest type its columns are wide enough for.

    `media` is the height of the pictures and the stack they stand in, where there is a place for any.
    """

    height: float
    stacks: tuple[_Stack, ...]
    widest_number: float
    widest_text: float
    width: float
    media: tuple[float, int] | None = None


_STRIP, _TALL_STRIP, _CLOCK_STRIP = 2.3, 4.4, 1.4
_CALL = 2 * _NUMBER_LINE
_ROWS = 5 * _PAST_LINE

# The same figures stand in `layouts.css`.
_PLANS: Mapping[tuple[Layout, Orientation], _Plan] = {
    ("hall", "landscape"): _Plan(
        100, (_Stack(_CALL, _WORDS + _STRIP), _Stack(0, _ROWS + _STRIP)), 32, 12.4, _LONG, (30, 1)
    ),
    ("hall", "portrait"): _Plan(_LONG, (_Stack(_CALL, _WORDS + _ROWS + _TALL_STRIP),), 29, 12.4, 100, (36, 0)),
    ("line", "landscape"): _Plan(
        100, (_Stack(_CALL, _NAME + _WORDS + _STRIP), _Stack(0, _NAME + _ROWS + _STRIP)), 32, 12.4, _LONG, (26, 1)
    ),
    ("line", "portrait"): _Plan(_LONG, (_Stack(_CALL, _NAME + _WORDS + _ROWS + _TALL_STRIP),), 29, 12.4, 100, (36, 0)),
    ("counter", "landscape"): _Plan(100, (_Stack(1, _NAME + _CLOCK_STRIP),), 32, 12.4, _LONG),
    ("counter", "portrait"): _Plan(_LONG, (_Stack(2, _NAME + _CLOCK_STRIP),), 29, 12.4, 100),
    ("board", "landscape"): _Plan(100, (_Stack(1, _WORDS + _ROWS + _STRIP),), 30, 12.4, _LONG),
    ("board", "portrait"): _Plan(_LONG, (_Stack(1, _NAME + 2 * _ROWS + _TALL_STRIP),), 17, 12.4, 100),
}


def sizes(hung: Hung) -> Sizes:
    """Sizes at which everything on this screen is read from its farthest seat. Raises `ScreenTooSmall`."""
    if hung.inches <= 0 or hung.seat_metres <= 0:
        raise ScreenTooSmall(hung, 0, None, False)
    plan = _plan(hung)
    em, most = _em(hung), _largest_em(plan)
    if em > most:
        without = hung.media and _em(hung) <= _largest_em(_plan(replace(hung, media=False)))
        raise ScreenTooSmall(hung, hung.seat_metres * most / em, math.ceil(hung.inches * em / most), without)
    number, text = NUMBER_PER_METRE * em, TEXT_PER_METRE * em
    # Type is made larger than it must be as far as there is room: first all else, up to what is comfortable.
    text = max(
        text, min(_COMFORTABLE_TEXT, plan.widest_text, *(_room_for_text(plan, each, number) for each in plan.stacks))
    )
    return Sizes(min(plan.widest_number, *(_room_for_number(plan, each, text) for each in plan.stacks)), text)


def capital(size: float, inches: float) -> float:
    """Millimetres from foot to head of a capital of that size, on a screen of that diagonal."""
    return size * CAPITAL * _short_side(inches) / 100


def _short_side(inches: float) -> float:
    return inches * _MILLIMETRES_PER_INCH * _SHORT_PER_DIAGONAL


def _em(hung: Hung) -> float:
    """The em, in units, whose capital is one millimetre high for each metre to the farthest seat."""
    return _PIXELS * hung.seat_metres / _short_side(hung.inches) * 100 / CAPITAL


def _plan(hung: Hung) -> _Plan:
    """The layout's plan with the pictures in it, and with no type larger than the longest name allows."""
    plan = _PLANS[hung.layout, hung.orientation]
    if hung.letters:
        plan = replace(plan, widest_text=min(plan.widest_text, plan.width * (1 - _MARGINS) / (_LETTER * hung.letters)))
    if not hung.media or plan.media is None:
        return plan
    units, place = plan.media
    stacks = tuple(replace(stack, units=units) if n == place else stack for n, stack in enumerate(plan.stacks))
    return replace(plan, stacks=stacks)


def _largest_em(plan: _Plan) -> float:
    """The largest em, for one millimetre in a metre, at which every part still fits."""
    return min(
        plan.widest_number / NUMBER_PER_METRE,
        plan.widest_text / TEXT_PER_METRE,
        *(
            _room(plan, stack) / (stack.numbers * NUMBER_PER_METRE + stack.texts * TEXT_PER_METRE)
            for stack in plan.stacks
        ),
    )


def _room(plan: _Plan, stack: _Stack) -> float:
    return plan.height * (1 - _MARGINS) - stack.units


def _room_for_text(plan: _Plan, stack: _Stack, number: float) -> float:
    return (_room(plan, stack) - stack.numbers * number) / stack.texts


def _room_for_number(plan: _Plan, stack: _Stack, text: float) -> float:
    if not stack.numbers:
        return plan.widest_number
    return (_room(plan, stack) - stack.texts * text) / stack.numbers

"""How large a screen must write to be read from the farthest seat, and whether that fits on it."""

import math
from dataclasses import dataclass

# Capital heights in millimetres for each metre to the reader: 0.7° for what is called, 0.33° for all else.
NUMBER_PER_METRE = 12.2
TEXT_PER_METRE = 5.8

# IBM Plex Sans Arabic: the height of a capital, in em.
CAPITAL = 0.698

# The page as `screen.css` lays it out, in hundredths of the screen's height. Left, one above the other: the number,
# a line of text, the counter. Right: five calls. Below: a strip of two lines of text.
_NUMBER_LINE = 0.85
_TEXT_LINE = 1.3
_PAST_LINE = 1.1
_STRIP = 2.3
_MARGINS = 3.0
_WIDEST_NUMBER = 32.0
_WIDEST_TEXT = 12.4
_COMFORTABLE_TEXT = 8.0
_PIXELS = 1.02  # so that rounding to whole pixels takes nothing away

_HEIGHT_PER_DIAGONAL = 9 / math.hypot(16, 9)
_MILLIMETRES_PER_INCH = 25.4


class ScreenTooSmall(ValueError):
    """What is called could not be read from the farthest seat."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes in hundredths of the screen's height."""

    number: float
    text: float


def sizes(screen_inches: float, seat_metres: float) -> Sizes:
    """Sizes for a 16:9 screen of this diagonal with its farthest seat this far away. Raises `ScreenTooSmall`."""
    if screen_inches <= 0 or seat_metres <= 0:
        raise ScreenTooSmall("The screen's diagonal and the distance to the farthest seat must be more than nothing.")
    millimetres = screen_inches * _MILLIMETRES_PER_INCH * _HEIGHT_PER_DIAGONAL
    em = _PIXELS * seat_metres / millimetres * 100 / CAPITAL
    if em > _largest_em():
        reach = _largest_em() / em
        raise ScreenTooSmall(
            f"A screen of {screen_inches:g} inches can be read from {seat_metres * reach:.1f} m, "
            f"but the farthest seat is {seat_metres:g} m away: "
            f"use at least {math.ceil(screen_inches / reach)} inches, or hang it nearer."
        )
    text = max(_COMFORTABLE_TEXT, TEXT_PER_METRE * em)
    return Sizes(number=min(_WIDEST_NUMBER, _room_for_number(text)), text=text)


def _room_for_number(text: float) -> float:
    return (100 - _MARGINS - (_STRIP + _TEXT_LINE) * text) / (2 * _NUMBER_LINE)


def _largest_em() -> float:
    """The largest em, for one millimetre in a metre, at which every part of the page still fits."""
    return min(
        _WIDEST_NUMBER / NUMBER_PER_METRE,
        _WIDEST_TEXT / TEXT_PER_METRE,
        (100 - _MARGINS) / (2 * _NUMBER_LINE * NUMBER_PER_METRE + (_STRIP + _TEXT_LINE) * TEXT_PER_METRE),
        (100 - _MARGINS) / ((5 * _PAST_LINE + _STRIP) * TEXT_PER_METRE),
    )

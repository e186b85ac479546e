"""The lines a machine reads at the foot of a passport or card (ICAO 9303: TD1, TD2, TD3), and what they prove.

Nothing here guesses: what no check digit confirms is reported as wrong, and a sign is exchanged for the one it is
taken for only where that makes the check digits right, and in one way alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from queue_server.domain.mrz_digits import FILLER, as_digits, fits, only_mend

Form: TypeAlias = Literal["TD1", "TD2", "TD3"]
Checked: TypeAlias = Literal["number", "birth", "expires", "optional", "whole"]


@dataclass(frozen=True, slots=True)
class Mrz:
    """One document's lines. A date is None when it is unknown or no day of the calendar.

    `wrong` are the check digits that do not fit, `repaired` those that fit only after a repair. `cut`: the name fills
    its line, so that its end may be missing.
    """

    form: Form
    code: str
    issuer: str
    number: str
    nationality: str
    birth: date | None
    sex: str
    expires: date | None
    surname: str
    given: str
    cut: bool
    optional: str
    wrong: tuple[Checked, ...]
    repaired: tuple[Checked, ...]

    @property
    def sure(self) -> bool:
        """Whether every check digit is right and the day of expiry is a day."""
        return not self.wrong and self.expires is not None


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where each field lies in the lines put one after another; a check digit stands right after its field."""

    width: int
    lines: int
    name: slice
    number: slice
    nationality: slice
    birth: slice
    expires: slice
    optional: tuple[slice, ...]
    optional_checked: bool
    whole: tuple[slice, ...]
    whole_digit: int


_LAYOUTS: dict[Form, _Layout] = {
    "TD1": _Layout(
        30, 3, slice(60, 90), slice(5, 14), slice(45, 48), slice(30, 36), slice(38, 44), (slice(15, 30), slice(48, 59)),
        optional_checked=False, whole=(slice(5, 37), slice(38, 45), slice(48, 59)), whole_digit=59,
    ),
    "TD2": _Layout(
        36, 2, slice(5, 36), slice(36, 45), slice(46, 49), slice(49, 55), slice(57, 63), (slice(64, 71),),
        optional_checked=False, whole=(slice(36, 46), slice(49, 56), slice(57, 71)), whole_digit=71,
    ),
    "TD3": _Layout(
        44, 2, slice(5, 44), slice(44, 53), slice(54, 57), slice(57, 63), slice(65, 71), (slice(72, 86),),
        optional_checked=True, whole=(slice(44, 54), slice(57, 64), slice(65, 87)), whole_digit=87,
    ),
}  # fmt: skip
_LINE = re.compile("[A-Z0-9<]{24,48}")
_MISCOUNTED = 5
"""Fillers too many or too few in a line, at most: less than one form's lines differ from another's."""
_FILLERS = re.compile("[<K]{3,}")
_WINDOW = 50


def read(lines: Sequence[str], today: date) -> Mrz | None:
    """What the lines say; None when they have not the shape of any form. `today` places the two-digit years."""
    for form, layout in _LAYOUTS.items():
        text = _joined(lines, layout)
        if text is not None:
            return _told(form, layout, text, today)
    return None


def find(text: str, today: date) -> Mrz | None:
    """The best reading of lines anywhere within a text, as a reader of print gives it; None when there are none."""
    lines = [line for line in (re.sub(r"\s", "", each).upper() for each in text.splitlines()) if _LINE.fullmatch(line)]
    found = [mrz for some in _neighbours(lines) if (mrz := read(some, today))]
    return min(found, key=lambda mrz: (len(mrz.wrong), len(mrz.repaired)), default=None)


def is_line(text: str) -> bool:
    """Whether a text may be one line, as a reader that types sends it."""
    widths = {layout.width for layout in _LAYOUTS.values()}
    return len(text) in widths and FILLER in text and _LINE.fullmatch(text) is not None


def _neighbours(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    for count in (2, 3):
        for at in range(len(lines) - count + 1):
            yield lines[at : at + count]


def _joined(lines: Sequence[str], layout: _Layout) -> str | None:
    if len(lines) != layout.lines:
        return None
    names = layout.name.start // layout.width
    evened = [_evened(line, layout.width) for line in lines]
    # The name's line alone is under no check digit: what hangs over at its end is no reason to give up the others.
    if abs(len(evened[names]) - layout.width) <= _MISCOUNTED:
        evened[names] = evened[names].ljust(layout.width, FILLER)[: layout.width]
    shaped = all(len(line) == layout.width and _LINE.fullmatch(line) for line in evened)
    return "".join(evened) if shaped else None


def _evened(line: str, width: int) -> str:
    """The line with its longest run of fillers made longer or shorter so that it fits.

    Readers miscount fillers and take them for K. To a check digit the two are the same, and whatever follows the run
    has its place, and so its weight, from the run's length.
    """
    runs = [run for run in _FILLERS.finditer(line) if FILLER in run[0]]
    if len(line) == width or not runs:
        return line
    longest = max(runs, key=lambda run: len(run[0]))
    length = len(longest[0]) + width - len(line)
    if length < 1 or abs(len(line) - width) > _MISCOUNTED:
        return line
    return line[: longest.start()] + FILLER * length + line[longest.end() :]


def _told(form: Form, layout: _Layout, raw: str, today: date) -> Mrz:
    text, wrong, repaired = _proven(raw, layout)
    number, rest = _whole_number(text, layout)
    surname, _, given = text[layout.name].partition(FILLER * 2)
    return Mrz(
        form=form,
        code=text[:2].rstrip(FILLER),
        issuer=text[2:5].rstrip(FILLER),
        number=number,
        nationality=text[layout.nationality].rstrip(FILLER),
        birth=_born(text[layout.birth], today),
        sex=text[layout.birth.stop + 1].strip(FILLER),
        expires=_day(text[layout.expires], today.year - _WINDOW),
        surname=_words(surname),
        given=_words(given),
        cut=not text[layout.name].endswith(FILLER),
        optional=rest.strip(FILLER),
        wrong=wrong,
        repaired=repaired,
    )


def _proven(text: str, layout: _Layout) -> tuple[str, tuple[Checked, ...], tuple[Checked, ...]]:
    """The lines with what the check digits let be repaired, the digits that are wrong, and those that were mended."""
    raw = text
    repaired: list[Checked] = []
    dates: tuple[tuple[Checked, slice], ...] = (("birth", layout.birth), ("expires", layout.expires))
    for name, field in dates:
        checked = slice(field.start, field.stop + 1)
        mended = as_digits(text[checked])
        if mended != text[checked] and fits(mended[:-1], mended[-1]):
            text = _with(text, checked, mended)
            repaired.append(name)
    for name, digit in _digits(layout):
        mended = _with(text, slice(digit, digit + 1), as_digits(text[digit]))
        if mended != text and name not in _wrong(mended, layout):
            text = mended
            repaired.append(name)
    if "number" in _wrong(text, layout):
        mended_number = only_mend(text[layout.number], lambda n: not _wrong(_with(text, layout.number, n), layout))
        if mended_number is not None:
            text = _with(text, layout.number, mended_number)
            repaired.append("number")
    wrong = _wrong(text, layout)
    if raw != text and wrong:  # A repair that leaves anything wrong proves nothing.
        return raw, _wrong(raw, layout), ()
    return text, wrong, tuple(repaired)


def _digits(layout: _Layout) -> Iterator[tuple[Checked, int]]:
    yield "number", layout.number.stop
    if layout.optional_checked:
        yield "optional", layout.optional[0].stop
    yield "whole", layout.whole_digit


def _wrong(text: str, layout: _Layout) -> tuple[Checked, ...]:
    number, number_digit = _numbered(text, layout)
    checks: list[tuple[Checked, str, str]] = [
        ("number", number, number_digit),
        ("birth", text[layout.birth], text[layout.birth.stop]),
        ("expires", text[layout.expires], text[layout.expires.stop]),
        ("whole", "".join(text[part] for part in layout.whole), text[layout.whole_digit]),
    ]
    if layout.optional_checked:
        checks.append(("optional", text[layout.optional[0]], text[layout.optional[0].stop]))
    wrong = [name for name, signs, digit in checks if not fits(signs, digit)]
    born = text[layout.birth]
    # Month or day of birth may be unknown; anything else there must be a day.
    if "birth" not in wrong and FILLER not in born and _day(born, 1900) is None:
        wrong.append("birth")
    return tuple(wrong)


def _numbered(text: str, layout: _Layout) -> tuple[str, str]:
    """The number's signs and its check digit: a number longer than its field goes on in the optional data."""
    number, digit = text[layout.number], text[layout.number.stop]
    if digit == FILLER and not layout.optional_checked:
        more = text[layout.optional[0]].partition(FILLER)[0]
        if len(more) > 1:
            return number + more[:-1], more[-1]
    return number, digit


def _whole_number(text: str, layout: _Layout) -> tuple[str, str]:
    """The number without fillers, and the optional data that is not part of it."""
    number, _ = _numbered(text, layout)
    data = [text[part] for part in layout.optional]
    if len(number) > layout.number.stop - layout.number.start:
        data[0] = data[0].partition(FILLER)[2]
    return number.rstrip(FILLER), FILLER.join(part.strip(FILLER) for part in data)


def _day(signs: str, after: int) -> date | None:
    """The day of two-digit year, month and day, in the hundred years after the year `after`."""
    if not signs.isdigit():
        return None
    year = after + 1 + (int(signs[:2]) - after - 1) % 100
    try:
        return date(year, int(signs[2:4]), int(signs[4:]))
    except ValueError:
        return None


def _born(signs: str, today: date) -> date | None:
    born = _day(signs, today.year - 100)
    return born if born is None or born <= today else born.replace(year=born.year - 100)


def _words(signs: str) -> str:
    return " ".join(word for word in signs.split(FILLER) if word)


def _with(text: str, field: slice, signs: str) -> str:
    return text[: field.start] + signs + text[field.stop :]

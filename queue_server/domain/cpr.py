"""The forms of two Bahraini numbers: the personal number (CPR) and the commercial registration (CR).

Forms only. The CPR's check digit is published nowhere, so none is made up here: a number of nine digits is taken, and
what looks odd about it is a warning. Whether it is somebody's is known to the register alone.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

CprWarning: TypeAlias = Literal["month"]

REGISTRATION = r"[0-9]{1,7}(-[0-9]{1,3})?"
"""The usual form of a commercial registration: the number, and the branch's after a hyphen."""


@dataclass(frozen=True, slots=True)
class Cpr:
    """A personal number of nine digits. Warning `month`: the third and fourth are no month, as in some old numbers."""

    number: str
    warnings: tuple[CprWarning, ...]


def read_cpr(typed: str) -> Cpr | None:
    """The personal number somebody typed, with or without spaces and hyphens; None when it is none."""
    number = re.sub(r"[\s-]", "", typed)
    if not re.fullmatch("[0-9]{9}", number):
        return None
    return Cpr(number, () if 1 <= int(number[2:4]) <= 12 else ("month",))


@dataclass(frozen=True, slots=True)
class Registration:
    """A commercial registration; `branch` is empty for the head office's own."""

    number: str
    branch: str


def read_registration(typed: str, form: str = REGISTRATION) -> Registration | None:
    """The registration somebody typed, if it has the office's `form` (a regular expression); else None."""
    tidy = re.sub(r"\s", "", typed)
    if not re.fullmatch(form, tidy):
        return None
    number, _, branch = tidy.partition("-")
    return Registration(number, branch)

"""What a machine may say of a paper it read: only what it is sure of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from queue_server.domain.mrz import Mrz

Kind: TypeAlias = Literal["passport", "card"]
"""Which papers with machine readable lines there are."""
KINDS: tuple[Kind, ...] = ("passport", "card")
Verdict: TypeAlias = Literal["sure", "unreadable", "other_paper"]

_CODES: Mapping[Kind, tuple[tuple[str, ...], str]] = {
    "passport": (("TD3",), "P"),
    "card": (("TD1", "TD2"), "IAC"),
}
"""The forms each kind comes in, and the letters its code may begin with."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One paper under the machine. Only a sure one has the day it expires, and the holder's name as it was read.

    `unreadable`: no lines, or not every check digit right. `other_paper`: read well, and not the kind asked for.
    """

    verdict: Verdict
    expires: date | None = None
    holder: str = ""

    def expired(self, today: date) -> bool:
        """Whether the paper is over today."""
        return self.expires is not None and self.expires < today

    def months_left(self, today: date) -> int:
        """Whole calendar months the paper is still good for; none when it is over."""
        if self.expires is None or self.expired(today):
            return 0
        months = (self.expires.year - today.year) * 12 + self.expires.month - today.month
        return months - (self.expires.day < today.day)


def weigh(mrz: Mrz | None, asked: Kind) -> Scanned:
    """What can be said of a paper from its lines, where a paper of the kind `asked` is wanted."""
    if mrz is None or not mrz.sure:
        return Scanned("unreadable")
    forms, letters = _CODES[asked]
    if mrz.form not in forms or mrz.code[:1] not in tuple(letters):
        return Scanned("other_paper")
    return Scanned("sure", mrz.expires, f"{mrz.surname} {mrz.given}".strip())

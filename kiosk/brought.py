"""What a visitor brought to be scanned: the code of a slip, of an appointment, or an application's number."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.flow import Page

Kind: TypeAlias = Literal["code", "appointment", "application"]

BRINGS = frozenset({Page.LANGUAGE, Page.CALLER, Page.GROUP, Page.SERVICE, Page.APPLICATION, Page.CODE})
"""The pages on which a code begins a visit; later on it would throw away what was answered."""

_OURS = re.compile("DAWR:([RA]):([A-Z]{4,32})", re.IGNORECASE)
_CODE = re.compile("[B-DF-HJ-NP-TV-XZ]{8}")
_APPLICATION = re.compile("[A-Za-z0-9-]{6,32}")


@dataclass(frozen=True, slots=True)
class Brought:
    """One thing that was scanned, and its code or number."""

    kind: Kind
    value: str


def brought(text: str) -> Brought | None:
    """What a scanned text is, None when it is nothing of ours: the code of a shop's goods, somebody's address."""
    text = text.strip()
    ours = _OURS.fullmatch(text)
    if ours:
        return Brought("code" if ours[1].upper() == "R" else "appointment", ours[2].upper())
    if _CODE.fullmatch(text):  # Slips printed before the codes had a mark.
        return Brought("code", text)
    return Brought("application", text) if _APPLICATION.fullmatch(text) else None

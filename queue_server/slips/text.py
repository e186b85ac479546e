"""The one gate every word passes on its way to a printer."""

import unicodedata

# What joins letters must stay; every other format character only hides, reorders or steers.
_JOINERS = {"\u200c", "\u200d"}


def safe_text(text: str, limit: int) -> str:
    """`text` on one line, at most `limit` characters long, with nothing in it a printer or an eye could be misled by.

    Line breaks and runs of space become one space. Control characters, bidi marks, overrides and isolates, surrogates,
    private and unassigned characters are dropped. What is cut off shows as an ellipsis.
    """
    line = " ".join("".join(_safe(character) for character in text).split())
    return line if len(line) <= limit else line[: max(limit - 1, 0)].rstrip() + "…"[:limit]


def _safe(character: str) -> str:
    if character.isspace():
        return " "
    harmless = character in _JOINERS or unicodedata.category(character)[0] != "C"
    return character if harmless else ""

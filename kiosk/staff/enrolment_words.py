"""What the enrolment page says, in Arabic and English together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from assets.words import say
from kiosk.staff.directions import isolated

State: TypeAlias = Literal["asking", "asked", "refused", "full", "away", "trouble"]
"""`asking` until there is a code; `full` while too many devices ask; `away` while the server cannot be reached."""

BOTH = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Each text in both languages, one a line; empty where there is nothing to say."""

    title: str
    why: str
    news: str
    again: str


def worded(state: State) -> Words:
    """How the page stands in words."""
    title, why, news, again = _TEXTS[state]
    return Words(*(_lines(_in_both(text)) for text in (title, why, news, again)))


def good_for(seconds: int) -> str:
    """How long the code can still be used."""
    left = f"{seconds // 60}:{seconds % 60:02}"
    return _lines(say("Time left: {time}", language, time=left) for language in BOTH)


def for_visitors() -> str:
    """Where whoever came for a number goes meanwhile."""
    return _lines(say("Visitors: please go to the information desk.", language) for language in BOTH)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(isolated(text) for text in texts)


def _in_both(text: str) -> Sequence[str]:
    return [say(_SAID[text], language) for language in BOTH] if text else []


_SAID = {
    "title": "This kiosk is not in use yet",
    "code": "A supervisor types this code to let it in.",
    "soon": "A code will be shown here in a moment.",
    "refused": "A supervisor did not let this kiosk in.",
    "again": "Touch to ask again with a new code.",
    "ask": "Ask again",
    "full": "Too many devices are asking. It goes on by itself.",
    "away": "The server cannot be reached. It goes on by itself.",
    "trouble": "The server did not understand. Its log says more.",
}

_TEXTS: dict[State, tuple[str, str, str, str]] = {
    "asking": ("title", "soon", "", ""),
    "asked": ("title", "code", "", ""),
    "refused": ("title", "again", "refused", "ask"),
    "full": ("title", "soon", "full", ""),
    "away": ("title", "soon", "away", ""),
    "trouble": ("title", "soon", "trouble", ""),
}

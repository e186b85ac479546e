"""The visitor's own page, whole and the part of it that changes, in words of the visitor's language."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import msgspec

from assets.words import native_name, say
from queue_server import wire
from queue_server.display.pages import render
from queue_server.domain.tickets import MORE_TIME

REFRESH_SECONDS = 15
"""How often the page is asked for again where there are no scripts."""

_STANDS = {
    "next": "You are next.",
    "called": "Please go to counter {counter} now.",
    "serving": "You are being served at counter {counter}.",
    "away": "You have more time. You will be called after {time}.",
    "parked": "Your visit is on hold. You will be called again.",
    "no_show": "You were called and did not come. Please ask at the information desk.",
    "done": "Your visit is over. Thank you.",
    "over": "This number is no longer valid. Please ask at the information desk.",
}
_TONES = {"next": "good", "called": "now", "serving": "good", "done": "good"}
_GOING_ON = frozenset({"waiting", "called", "serving", "parked", "no_show"})
Asks: TypeAlias = Literal["leave", "more-time"]


class Place(NamedTuple):
    """Where a visitor's page is, and the language it is read in."""

    address: str
    language: str

    def at(self, act: str = "") -> str:
        """The address of the page, or of something asked from it, in the same language."""
        return f"{self.address}{act and f'/{act}'}?{urlencode({'lang': self.language})}"


class News(msgspec.Struct, frozen=True):
    """What a page that is open is told: its part that changes, and what to ring for, once for each."""

    title: str
    html: str
    bell: str
    on: bool


def track_page(view: wire.VisitorView, place: Place, languages: Sequence[str]) -> str:
    """The page: number, state, people ahead, where to go, and what may be asked. It needs no script."""
    language = place.language
    return render(
        "track.html",
        **_now(view, place),
        news=news(view, place),
        view=view,
        office=_in(language, view.office),
        languages=[(other, native_name(other), Place(place.address, other).at()) for other in languages],
        as_of=as_of(view.now, view.timezone, language),
        refresh=REFRESH_SECONDS,
        again=place.at(),
        events=place.at("events"),
    )


def news(view: wire.VisitorView, place: Place) -> News:
    """The part that changes, as an open page is told it."""
    now = _now(view, place)
    called = view.state == "called" and view.calls > 0
    is_next = view.state == "waiting" and not view.ahead
    return News(
        title=f"{view.number} · {now['text']}",
        html=render("track_now.html", **now),
        bell=f"{view.counter}-{view.calls}" if called else "next" if is_next else "",
        on=view.state in _GOING_ON,
    )


def people_ahead(count: int, language: str) -> str:
    """How many are ahead, for a page that shows everything else already."""
    return say("People ahead of you: {count}", language, count=count)


def as_of(now: datetime, timezone: str, language: str) -> str:
    """When the page was right."""
    return say("As of {time}.", language, time=_clock(now, timezone))


def sure_page(view: wire.VisitorView, place: Place, asks: Asks, key: str) -> str:
    """Asks once more before something is done; the form does it once under its `key`."""
    language = place.language
    if asks == "leave":
        words = (
            say("Do you want to leave the queue?", language),
            say("Your number will not be called any more.", language),
            say("Yes, leave the queue", language),
        )
    else:
        until = _clock(view.now + MORE_TIME, view.timezone)
        words = (
            say("Do you need ten more minutes?", language),
            say("You keep your place, but will not be called before {time}. You can ask once.", language, time=until),
            say("Yes, ten more minutes", language),
        )
    return render(
        "track_sure.html",
        language=language,
        office=_in(language, view.office),
        number=view.number,
        words=words,
        action=place.address + "/" + asks,
        key=key,
        back=place.at(),
        refresh_seconds=None,
    )


def _now(view: wire.VisitorView, place: Place) -> dict[str, Any]:
    language = place.language
    tone, text = _told(view, language)
    return {
        "language": language,
        "refresh_seconds": None,
        "tone": tone,
        "text": text,
        "where": _where(view, language),
        "more_time": place.at("more-time") if view.may_take_time else "",
        "leave": place.at("leave") if view.state in {"waiting", "parked", "no_show"} else "",
        "stops": [
            (_stop(leg), say("Floor {floor}", language, floor=leg.floor), _in(language, leg.line)) for leg in view.legs
        ],
    }


def _told(view: wire.VisitorView, language: str) -> tuple[str, str]:
    """How the visit stands, and in which of the tones."""
    stands: str = view.state
    if view.state == "waiting" and view.ahead:
        return "good", people_ahead(view.ahead, language)
    if view.state == "waiting" or (view.state == "called" and not view.calls):
        stands = "next"  # Perhaps in front of a clerk already, who has not called it aloud yet.
    elif view.state == "parked" and view.until is not None:
        stands = "away"
    elif view.state not in _STANDS:
        stands = "over"
    until = _clock(view.until or view.now, view.timezone)
    return _TONES.get(stands, "careful"), say(_STANDS[stands], language, counter=view.counter, time=until)


def _where(view: wire.VisitorView, language: str) -> str:
    if view.state in {"waiting", "parked"}:
        return say("Please wait on floor {floor}, where you can see a screen.", language, floor=view.floor)
    return say("Floor {floor}", language, floor=view.floor) if view.state in {"called", "serving"} else ""


def _stop(leg: wire.VisitorLeg) -> str:
    """Whether a stop of the visit is behind, ahead, or where the visitor is; empty for one given up."""
    if leg.state == "done":
        return "done"
    if leg.state == "planned":
        return "later"
    return "now" if leg.state in _GOING_ON else ""


def _clock(at: datetime, timezone: str) -> str:
    """A moment on the office's wall."""
    return f"{at.astimezone(ZoneInfo(timezone)):%H:%M}"


def _in(language: str, text: wire.Text) -> str:
    return text.get(language) or text["en"]

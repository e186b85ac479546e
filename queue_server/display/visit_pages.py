"""The pages of `/visit`: an appointment chosen at home, looked at, moved and given back, with forms and links only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import segno

from assets.days import with_weekday
from assets.words import in_fours, native_name, say
from queue_server import wire
from queue_server.application.saying_no import refusal
from queue_server.display.pages import render
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.errors import DawrError

_QR_DOTS = 8


@dataclass(frozen=True, slots=True)
class Times:
    """What somebody may choose from: the moments free by day, of which `day` is shown.

    `address` is the page's own, `back` where one comes from. `asks_person` when it is for a new appointment. `typed`
    is what the form said before, and `refused` why that would not do.
    """

    known: Catalogue
    language: str
    service: str
    free: Mapping[date, Sequence[datetime]]
    day: date | None
    today: date
    address: str
    back: str
    asks_person: bool
    typed: Mapping[str, str]
    refused: DawrError | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An appointment as its page shows it: `page` is that of its check, if it has one; `may_move` to another time."""

    known: Catalogue
    language: str
    booked: wire.Appointment
    page: str | None
    may_move: bool


def front_page(known: Catalogue, language: str, trouble: str = "") -> str:
    """Where a visit from home begins, or is taken up again by its code."""
    return render("visit.html", **_common(known, language, "/visit"), trouble=trouble)


def times_page(times: Times, key: str) -> str:
    """The free times of a day, with a form that takes one under `key`, once."""
    day = times.day if times.day in times.free else next(iter(times.free), None)
    moments = times.free[day] if day else ()
    queue_up = _in_todays_line(times, day)
    return render(
        "visit_times.html",
        **_common(times.known, times.language, times.address, back=times.back),
        service=times.known.services[times.service].name[times.language],
        address=times.address,
        day=with_weekday(day, times.language) if day else "",
        days=[
            (
                with_weekday(each, times.language),
                f"{times.address}?{urlencode({'lang': times.language, 'day': each.isoformat()})}",
                each == day,
            )
            for each in times.free
        ],
        moments=[
            (
                at.isoformat(),
                say("The next place in today's line: {time}", times.language, time=_clock(times.known, at))
                if queue_up and at == moments[0]
                else _clock(times.known, at),
                queue_up and at == moments[0],
            )
            for at in moments
        ],
        chosen=times.typed.get("at", ""),
        cpr=times.typed.get("cpr", ""),
        asks_person=times.asks_person,
        key=key,
        trouble=_why(times),
    )


def place_page(place: Place, key: str) -> str:
    """An appointment: when, by which code, and what may be done with it."""
    booked, language = place.booked, place.language
    slot = booked.slot.astimezone(ZoneInfo(place.known.timezone))
    when = {"day": with_weekday(slot.date(), language), "time": f"{slot:%H:%M}"}
    title, then = _COMES[booked.comes]
    stands = booked.state == "booked" and booked.comes in _STANDS
    mark = wire.APPOINTMENT if place.page is None else wire.RESUME
    qr = segno.make_qr(mark + booked.code, error="m").png_data_uri(scale=_QR_DOTS, border=4)
    return render(
        "visit_place.html",
        **_common(place.known, language, f"/visit/{booked.code}", start=False),
        service=place.known.services[booked.service].name[language],
        title=say(title, language, **when),
        then=say(then, language),
        stands=stands,
        when=f"{when['day']} · {when['time']}",
        spoken=booked.code,
        code=in_fours(booked.code),
        qr=qr,
        page=place.page,
        may_move=place.may_move,
        key=key,
    )


_STANDS = frozenset({"early", "in_time", "another_day"})
_COMES: Mapping[wire.Comes, tuple[str, str]] = {
    "early": ("Your appointment is today at {time}", "Come a little earlier. Show your code at a kiosk."),
    "in_time": ("Your appointment is today at {time}", "Come a little earlier. Show your code at a kiosk."),
    "another_day": ("Your appointment is on {day} at {time}", "Come a little earlier. Show your code at a kiosk."),
    "late": ("The time of your appointment, {time}, is over", "You can still take a number and wait with the others."),
    "missed": ("Your appointment was on {day}", "You can still take a number for today."),
    "cancelled": ("This appointment was cancelled", "You can still take a number for today."),
    "used": (
        "A number was already given for this appointment",
        "Look at your paper, or ask at the information desk.",
    ),
}
"""Title and what to do, by how the visitor would come now."""


def _why(times: Times) -> str:
    return refusal(times.refused.code, times.language, **times.refused.values) if times.refused else ""


def _in_todays_line(times: Times, day: date | None) -> bool:
    """Whether the first moment of the day is a place in today's line rather than an hour chosen."""
    line = times.known.services[times.service].line
    slots = times.known.lines[line].slots if line else None
    return day == times.today and bool(slots and slots.home and slots.home.today)


def _clock(known: Catalogue, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(known.timezone)):%H:%M}"


def _common(
    known: Catalogue, language: str, address: str, *, back: str = "", start: bool | None = None
) -> dict[str, object]:
    """What every page shows: the office, the ways out, and itself in other languages."""
    from_here = address != "/visit" if start is None else start
    return {
        "language": language,
        "office": known.name[language],
        "languages": [
            (other, native_name(other), f"{address}?{urlencode({'lang': other})}") for other in known.languages
        ],
        "back": f"{back}?{urlencode({'lang': language})}" if back else "",
        "start": f"/visit?{urlencode({'lang': language})}" if from_here else "",
        "refresh_seconds": None,
    }

"""An appointment as a file for a telephone's calendar (iCalendar, RFC 5545): one event, its times in UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

KIND = "text/calendar; charset=utf-8"
"""The file's media type."""

_LINE = 75
"""Bytes a line may have before it goes on in the next."""
_REMINDER = timedelta(hours=1)
_JOINERS = "\u200c\u200d"
"""Unseen, but they shape the letters of Persian and Indic words."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What a calendar shows of an appointment.

    `uid` is the same for every file of one appointment; `made_at` is when this file was made, so that one made after
    the appointment was moved replaces it. `note` is what to bring or where to look, `address` the appointment's page.
    """

    uid: str
    starts: datetime
    lasts: timedelta
    title: str
    place: str
    note: str
    address: str
    made_at: datetime


def calendar_file(event: CalendarEvent) -> bytes:
    """The file, with a reminder an hour before."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dawr//Appointments//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{_moment(event.made_at)}",
        f"SEQUENCE:{int(event.made_at.timestamp()) // 60}",
        f"DTSTART:{_moment(event.starts)}",
        f"DTEND:{_moment(event.starts + event.lasts)}",
        f"SUMMARY:{_text(event.title)}",
        f"LOCATION:{_text(event.place)}",
        f"DESCRIPTION:{_text(event.note)}",
        f"URL:{_line(event.address)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(event.title)}",
        f"TRIGGER:-PT{int(_REMINDER.total_seconds()) // 60}M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A text as the format has it: what would end it is escaped, a new line is spelt."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return _line(text)


def _line(text: str) -> str:
    """Nothing of it can begin a line of its own."""
    return "".join(letter for letter in text if letter.isprintable() or letter in _JOINERS)


def _folded(line: str) -> bytes:
    """A long line goes on in the next ones, which begin with a space; no letter is cut in two."""
    folded, length = b"", 0
    for letter in line:
        piece = letter.encode()
        if length + len(piece) > _LINE:
            folded, length = folded + b"\r\n ", 1
        folded, length = folded + piece, length + len(piece)
    return folded

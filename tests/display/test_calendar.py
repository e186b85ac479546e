"""The calendar's file, read by a library that is not ours."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from queue_server.display.calendar import CalendarEvent, calendar_file

SLOT = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)


def event(**changed: Any) -> CalendarEvent:
    usual: dict[str, Any] = {
        "uid": "id0001@test-office",
        "starts": SLOT,
        "lasts": timedelta(minutes=30),
        "title": "Renew a work permit",
        "place": "Test office, floor 1",
        "note": "Bring: passport; contract\nShow the code BCDF GHJK.",
        "address": "https://dawr.example/visit/BCDFGHJK",
        "made_at": datetime(2026, 11, 24, 6, tzinfo=UTC),
    }
    return CalendarEvent(**usual | changed)


def read(file: bytes) -> Any:
    [found] = Calendar.from_ical(file).walk("VEVENT")
    assert found.errors == []
    return found


def test_a_calendar_reads_when_and_what_and_where() -> None:
    found = read(calendar_file(event()))
    assert (found.start, found.end) == (SLOT, SLOT + timedelta(minutes=30))
    assert str(found["SUMMARY"]) == "Renew a work permit"
    assert str(found["LOCATION"]) == "Test office, floor 1"
    assert str(found["DESCRIPTION"]) == "Bring: passport; contract\nShow the code BCDF GHJK."
    assert str(found["URL"]) == "https://dawr.example/visit/BCDFGHJK"
    [alarm] = found.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=-1)


@pytest.mark.parametrize("title", ["تجديد تصريح عمل " * 9, "തൊഴിൽ പെർമിറ്റ് പുതുക്കുക " * 9, "a" * 74 + "é, b; c\\n\\"])
def test_long_titles_of_any_script_come_through_whole(title: str) -> None:
    file = calendar_file(event(title=title))
    assert str(read(file)["SUMMARY"]) == title
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    for line in file.split(b"\r\n"):
        line.decode()  # no letter is cut in two


def test_nothing_said_in_it_becomes_a_line_of_its_own() -> None:
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y"
    file = calendar_file(event(title=evil, address=evil))
    assert file.count(b"BEGIN:VEVENT\r\n") == 1
    assert str(read(file)["URL"]).startswith("x")


def test_a_file_made_later_replaces_the_earlier_one() -> None:
    earlier, later = (
        read(calendar_file(event())),
        read(calendar_file(event(starts=SLOT + timedelta(days=1), made_at=SLOT))),
    )
    assert earlier["UID"] == later["UID"]
    assert earlier["SEQUENCE"] < later["SEQUENCE"]

"""The file of a day: what is written is read, what is not understood is refused by its line."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

import assets
from queue_server.replay import DayRefused, make, opened, play, read, summary, write
from queue_server.replay.day import Finish, Stop, Visitor, WalkIn, moment, parsed
from tests.replay.days import OFFICE, TEXT, TODAY, clock, day, played, put, shift, visitor

OPENING = '{"kind": "day", "date": "2026-11-24"}'
SHIFT = '{"kind": "shift", "counter": 1, "clerk": "a", "opens": "08:00:00", "closes": "14:00:00"}'
VISITOR = '{"kind": "visitor", "at": "08:03:11", "service": "renew", "caller": "employer", "language": "en"'


def test_a_day_made_up_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    made = make(OFFICE, TODAY, visitors=80)
    write(made, tmp_path / "day.jsonl")
    assert read(tmp_path / "day.jsonl") == made


def test_what_a_line_leaves_out_is_as_usual(tmp_path: Path) -> None:
    file = put(tmp_path, OPENING, SHIFT, VISITOR + ', "stops": [{"serves": 432}]}')
    (_line, told), *_others = read(file).of(Visitor)
    assert (told.at, told.priority, told.stops) == (time(8, 3, 11), "none", (Stop(432, 15, Finish("completed")),))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "line 1: the file is empty"),
        ([SHIFT], "line 1: the first line, and no other, is of the kind day"),
        ([OPENING, SHIFT, OPENING], "line 3: the first line, and no other, is of the kind day"),
        ([OPENING, VISITOR + ', "mood": "good"}'], "line 2: Object contains unknown field `mood`"),
        ([OPENING, VISITOR + ', "stops": [{"serves": -1}]}'], r"line 2: Expected `float` >= 0.0"),
        ([OPENING, '{"kind": "guest"}'], "line 2: Invalid value 'guest'"),
        ([OPENING, "", SHIFT], "line 2: Input data was truncated"),
    ],
)
def test_a_line_not_understood_is_refused_by_its_number(tmp_path: Path, lines: list[str], words: str) -> None:
    file = put(tmp_path, *lines)
    with pytest.raises(DayRefused, match=rf"day\.jsonl: {words}"):
        read(file)


def test_everything_that_does_not_fit_the_office_is_told_before_anything_is_played() -> None:
    walk_in = WalkIn(
        at=clock("09:00"), service="residence", caller="worker", language="en", stops=(Stop(1),), counter=1
    )
    wrong = day(
        shift(9),
        visitor("08:00", service="renewal"),
        visitor("08:00", service="residence", caller="household"),
        visitor("08:00", service="residence", appointment=clock("08:10")),
        walk_in,
    )
    with opened(wrong, TEXT) as office, pytest.raises(DayRefused) as refused:
        play(wrong, office)
    assert str(refused.value).splitlines() == [
        "line 2: no such counter: 9",
        "line 3: no such service: 'renewal'",
        "line 4: residence is not for 'household'",
        "line 5: no appointment for residence at 08:10:00",
        "line 6: counter 1 does not serve residence",
    ]


def test_a_visit_with_more_stops_than_are_told_is_refused_by_its_line() -> None:
    journey = visitor("08:00", Stop(60), service="bring-a-worker")
    told = day(shift(3), journey)
    with opened(told, TEXT) as office, pytest.raises(DayRefused, match="line 3: the visit has more stops"):
        play(told, office)


def test_the_day_in_the_documentation_can_be_played() -> None:
    page = (Path(__file__).parents[2] / "docs" / "replay.md").read_text(encoding="utf-8")
    told = parsed(page.split("```json\n")[1].split("```")[0].encode().splitlines())
    shipped = assets.path("catalogue", "lmra.toml").read_text(encoding="utf-8")
    figures = summary(played(told, catalogue=shipped))
    assert (figures.served, figures.tickets) == (3, 3)


def test_a_time_before_the_day_starts_belongs_to_the_next_morning() -> None:
    assert moment(TODAY, time(8), "Asia/Bahrain", time(4)) == datetime(2026, 11, 24, 5, tzinfo=UTC)
    assert moment(TODAY, time(1), "Asia/Bahrain", time(4)) == datetime(2026, 11, 24, 22, tzinfo=UTC)

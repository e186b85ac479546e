from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from queue_server.display.staff.trying import EVERY_SECONDS, Trial, calls_between, made_up_state, trial
from queue_server.domain.catalogue_file import read
from tests.offices import CATALOGUE

TEXT = CATALOGUE.read_text("utf-8")
OFFICE = read(TEXT)
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def tried(language: str = "en", **form: str) -> Trial:
    return trial(OFFICE, form, {"inches": 55, "seat_metres": 10}, language)


@pytest.mark.parametrize("layout", ["hall", "line", "counter", "board"])
def test_the_lines_shown_are_those_that_make_the_screen_tried(layout: str) -> None:
    for orientation, theme, languages in product(("landscape", "portrait"), ("dark", "contrast"), ("en ar", "ar")):
        found = tried(
            layout=layout, orientation=orientation, theme=theme, languages=languages, seat_metres="3.5", inches="65"
        )
        assert found.problems == []
        assert read(f"{TEXT}\n{found.lines}").screens["new-screen"] == found.shown


def test_what_would_do_is_said_in_the_readers_language() -> None:
    (english,) = tried(seat_metres="12").problems
    assert english.startswith("This can be read from 10.0 m. Take a screen of 66 inches or more")
    (arabic,) = tried("ar", seat_metres="12").problems
    assert "66" in arabic
    assert english != arabic
    (without,) = tried(seat_metres="9", media="yes").problems
    assert without.endswith("Without media it can be read.")


@pytest.mark.parametrize("form", [{"inches": "wide"}, {"seat_metres": "-1"}, {"layout": "round"}, {"inches": "inf"}])
def test_what_makes_no_sense_is_refused(form: dict[str, str]) -> None:
    assert tried(**form).problems != []


def test_calls_made_up_go_on_from_those_shown() -> None:
    shown = tried(layout="line", line="residency", seat_metres="5").shown
    state = made_up_state(OFFICE, shown, NOW)
    assert [line.line for line in state.lines] == ["residency"]
    assert len(state.calls) == 6
    later = [*calls_between(OFFICE, shown, NOW, NOW + timedelta(seconds=3 * EVERY_SECONDS))]
    assert [call.seq for call in later] == [state.seq + 1, state.seq + 2, state.seq + 3]
    assert {call.line for call in later} == {"residency"}
    sign = tried(layout="counter", counter="2", seat_metres="5").shown
    assert {call.counter for call in made_up_state(OFFICE, sign, NOW).calls} == {2}

"""The visitor's own page, as it is written."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest

from queue_server import wire
from queue_server.display import pages
from queue_server.display.phone_pages import Place, news, sure_page, track_page
from tests.display.office import LINES, NAME

LANGUAGES = ["ar", "en", "hi"]
NOW = datetime(2026, 11, 24, 7, 42, tzinfo=UTC)
COMMERCIAL, RESIDENCY = LINES["commercial"][1], LINES["residency"][1]
TOKEN = "/t/4Xw0vYbq"


def view(**changed: Any) -> wire.VisitorView:
    whole: dict[str, Any] = {
        "number": "C042",
        "state": "waiting",
        "language": "en",
        "ahead": 5,
        "counter": None,
        "floor": 1,
        "line": COMMERCIAL,
        "office": NAME,
        "timezone": "Asia/Bahrain",
        "now": NOW,
        "seq": 7,
        "may_take_time": True,
        "legs": [wire.VisitorLeg("waiting", COMMERCIAL, 1, now=True)],
    }
    return wire.VisitorView(**whole | changed)


def page_of(language: str = "en", **changed: Any) -> str:
    return track_page(view(**changed), Place(TOKEN, language), LANGUAGES)


def text_of(page: str) -> str:
    body = page.split("<body", 1)[1].split(">", 1)[1]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_who_waits_reads_how_many_are_ahead_and_where_to_wait() -> None:
    text = text_of(page_of())
    assert "C042" in text
    assert "People ahead of you: 5" in text
    assert "Please wait on floor 1" in text
    assert "As of 10:42" in text


def test_nobody_ahead_means_next() -> None:
    assert "You are next." in text_of(page_of(ahead=0))


def test_who_is_called_reads_the_counter_and_the_floor_also_in_the_title() -> None:
    page = page_of("ar", state="called", counter=7, calls=1)
    assert "يُرجى التوجه الآن إلى الشباك\u00a07." in page
    assert "الطابق 1" in text_of(page)
    title = re.search(r"<title>(.*)</title>", page)
    assert title is not None
    assert title[1] == "C042 · يُرجى التوجه الآن إلى الشباك\u00a07."


def test_who_is_only_drawn_is_not_sent_to_a_counter_yet() -> None:
    assert "counter 7" not in page_of(state="called", counter=7, calls=0)


def test_every_stop_of_the_visit_is_there_once_there_are_several() -> None:
    done, now = wire.VisitorLeg("done", COMMERCIAL, 1, now=False), wire.VisitorLeg("waiting", RESIDENCY, 2, now=True)
    later = wire.VisitorLeg("planned", COMMERCIAL, 3, now=False)
    text = text_of(page_of(legs=[done, now, later]))
    assert "Your visit Commercial services · Floor 1 ✓ Done Residency · Floor 2 Now" in text
    assert "Commercial services · Floor 3 Later" in text
    assert "Your visit" not in text_of(page_of())


@pytest.mark.parametrize("state", get_args(wire.LegState))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_its_words_in_every_language(state: wire.LegState, language: str) -> None:
    page = page_of(language, state=state, counter=7, calls=1)
    assert f'lang="{language}"' in page
    assert ('dir="rtl"' in page.split("<body")[0]) == (language == "ar")
    assert 'class="news' in page
    assert "{" not in text_of(page)


def test_what_may_be_asked_is_there_while_it_may_be() -> None:
    asks = {"/leave?lang=en", "/more-time?lang=en"}
    for changed, offered in (
        ({}, asks),
        ({"may_take_time": False}, {"/leave?lang=en"}),
        ({"state": "parked", "may_take_time": False, "until": NOW + timedelta(minutes=10)}, {"/leave?lang=en"}),
        ({"state": "called", "counter": 7, "calls": 1, "may_take_time": False}, set()),
        ({"state": "done", "may_take_time": False}, set()),
    ):
        page = page_of(**changed)
        assert {ask for ask in asks if f'href="{TOKEN}{ask}"' in page} == offered
    assert "You will be called after 10:52." in page_of(state="parked", until=NOW + timedelta(minutes=10))


def test_nothing_is_done_before_it_is_asked_once_more() -> None:
    for asks, said in (
        ("leave", "Your number will not be called any more."),
        ("more-time", "will not be called before 10:52"),
    ):
        page = sure_page(view(), Place(TOKEN, "en"), asks, "made-once")  # type: ignore[arg-type]
        assert said in text_of(page)
        assert f'<form method="post" action="{TOKEN}/{asks}">' in page
        assert 'name="key" value="made-once"' in page
        assert f'href="{TOKEN}?lang=en"' in page


def test_without_scripts_the_page_renews_itself_until_the_visit_is_over() -> None:
    for state in ("waiting", "called", "serving", "parked", "no_show"):
        assert '<noscript><meta http-equiv="refresh" content="15"></noscript>' in page_of(state=state)
    for state in ("done", "cancelled", "expired"):
        page = page_of(state=state)
        assert "refresh" not in page.split("</head>")[0]
        assert "<script" not in page


def test_every_language_of_the_office_is_one_touch_away() -> None:
    for language in LANGUAGES:
        assert f'href="{TOKEN}?lang={language}" lang="{language}"' in page_of()


def test_a_page_rings_once_for_each_call_and_when_it_is_next() -> None:
    place = Place(TOKEN, "en")
    bells = [
        news(view(**changed), place).bell
        for changed in (
            {},
            {"ahead": 0},
            {"state": "called", "counter": 3, "calls": 0},
            {"state": "called", "counter": 3, "calls": 1},
            {"state": "called", "counter": 3, "calls": 2},
            {"state": "serving", "counter": 3, "calls": 2},
        )
    ]
    assert bells == ["", "next", "", "3-1", "3-2", ""]


def test_the_page_tells_nobody_where_it_was_and_holds_nothing_personal() -> None:
    page = page_of()
    assert 'name="robots" content="noindex"' in page
    assert 'name="referrer" content="no-referrer"' in page
    told = set(wire.VisitorView.__struct_fields__)
    assert not told & {"id", "ticket", "check", "service", "caller", "priority", "note", "reason", "mobile", "name"}


def test_what_an_office_calls_itself_cannot_become_markup() -> None:
    named = {"en": "<script>alert(1)</script>", "ar": "<b>"}
    legs = [wire.VisitorLeg("done", named, 1, now=False), wire.VisitorLeg("waiting", named, 1, now=True)]
    assert "<script>alert" not in page_of(office=named, legs=legs)
    assert "<script>alert" not in news(view(office=named, legs=legs), Place(TOKEN, "en")).html


def test_a_page_weighs_little_and_brings_no_letters_of_its_own() -> None:
    page = page_of("ml")
    named = set(re.findall(r"/display/static/([\w.-]+)", page))
    files = {name: pages.static(name) for name in named}
    weight = len(page.encode()) + sum(len(found[0]) for found in files.values() if found is not None)
    assert None not in files.values()
    assert not [name for name in named if name.endswith(("ttf", "wav"))]
    assert weight < 20_000


def test_the_script_is_plain_enough_for_old_telephones() -> None:
    found = pages.static("track.js")
    assert found is not None
    script = re.sub(r"/\*.*?\*/|//[^\n]*", "", found[0].decode(), flags=re.DOTALL)
    assert re.findall(r"=>|`|\b(?:let|const|class|import|async|await)\b|\?\.|\.\.\.", script) == []

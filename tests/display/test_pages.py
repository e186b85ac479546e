import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from playwright.sync_api import Browser, expect

from queue_server import wire
from queue_server.display import pages
from queue_server.domain.catalogue import Screen
from tests.display.browser import noise_of
from tests.display.office import LINES, NAME, Office

HALL = Screen("hall", NAME, ())


def view(**changed: Any) -> wire.VisitorView:
    whole: dict[str, Any] = {
        "number": "C042",
        "state": "waiting",
        "language": "en",
        "ahead": 5,
        "counter": None,
        "floor": 1,
        "line": LINES["commercial"][1],
        "office": NAME,
        "timezone": "Asia/Bahrain",
        "now": datetime(2026, 11, 24, 7, 42, tzinfo=UTC),
    }
    return wire.VisitorView(**whole | changed)


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page.split("<body", 1)[1].split(">", 1)[1]).split())


def test_who_waits_reads_how_many_are_ahead_and_where_to_wait() -> None:
    text = text_of(pages.track_page(view(), "en"))
    assert "C042" in text
    assert "People ahead of you: 5" in text
    assert "Please wait on floor 1" in text
    assert "As of 10:42" in text


def test_nobody_ahead_means_next() -> None:
    assert "You are next." in text_of(pages.track_page(view(ahead=0), "en"))


def test_who_is_called_reads_the_counter_to_go_to() -> None:
    text = text_of(pages.track_page(view(state="called", counter=7), "ar"))
    assert "يُرجى التوجه الآن إلى الشباك\u00a07." in pages.track_page(view(state="called", counter=7), "ar")
    assert "C042" in text
    assert "الخدمات التجارية" in text


@pytest.mark.parametrize("state", get_args(wire.LegState))
@pytest.mark.parametrize("language", ["ar", "en", "hi"])
def test_every_state_has_its_words_in_every_language(state: wire.LegState, language: str) -> None:
    page = pages.track_page(view(state=state, counter=7), language)
    assert f'lang="{language}"' in page
    assert ('dir="rtl"' in page.split("<body")[0]) == (language == "ar")
    assert 'class="news' in page
    assert "{" not in text_of(page)


def test_the_page_renews_itself_until_the_visit_is_over() -> None:
    assert '<meta http-equiv="refresh" content="15">' in pages.track_page(view(), "en")
    for state in ("done", "cancelled", "expired", "no_show"):
        assert "refresh" not in pages.track_page(view(state=state), "en")


def test_the_visitors_page_has_no_script_and_tells_nobody_where_it_was() -> None:
    page = pages.track_page(view(), "en")
    assert "<script" not in page
    assert 'name="robots" content="noindex"' in page
    assert 'name="referrer" content="no-referrer"' in page


def test_what_an_office_calls_itself_cannot_become_markup() -> None:
    named = {"en": "<script>alert(1)</script>", "ar": "<b>"}
    for page in (pages.track_page(view(office=named), "en"), pages.screen_page(HALL, named, 10, 55)):
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
    assert '"><b>' not in pages.screen_page(replace(HALL, id='"><b>'), NAME, 10, 55)


def test_only_the_pages_own_files_are_handed_out() -> None:
    for name, kind in {
        "screen.js": "text/javascript; charset=utf-8",
        "theme.css": "text/css; charset=utf-8",
        "IBMPlexSansArabic-Bold.ttf": "font/ttf",
        "chime.wav": "audio/wav",
    }.items():
        found = pages.static(name)
        assert found is not None
        assert found[1] == kind
        assert found[0]
    for name in ("", "pages.py", "screen.html", "../pages.py", "../../wire.py", "/etc/passwd", "chime.wav/"):
        assert pages.static(name) is None


def test_every_file_a_page_names_is_there() -> None:
    sources = [pages.screen_page(HALL, NAME, 10, 55), pages.track_page(view(), "en"), pages.unpaired_page()]
    named = {name for source in sources for name in re.findall(r"/display/static/([\w.-]+)", source)}
    for script in ("screen.js", "theme.css"):
        found = pages.static(script)
        assert found is not None
        named |= set(re.findall(r'(?:from "\./|url\(")([\w.-]+)"', found[0].decode()))
    assert len(named) >= 11
    assert [name for name in named if pages.static(name) is None] == []


def test_pages_for_phones_fit_a_phone_and_keep_the_content_policy(browser: Browser, office: Office) -> None:
    office.pages |= {f"/{language}": pages.track_page(view(state="called", counter=7), language) for language in NAME}
    page = browser.new_page(viewport={"width": 320, "height": 568})
    noise = noise_of(page)
    for address in ("/ar", "/en", "/unpaired", "/lost"):
        page.goto(office.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        expect(page.locator("main")).to_be_visible()
    assert noise == []
    page.close()

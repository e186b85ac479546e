import re
from dataclasses import replace

from playwright.sync_api import Browser, expect

from queue_server.display import pages
from queue_server.display.staff.pages import pairing_page
from queue_server.domain.catalogue import Screen
from tests.display.browser import noise_of
from tests.display.office import NAME, Office
from tests.display.test_phone_pages import page_of

HALL = Screen("hall", NAME, ())


def test_what_an_office_calls_itself_cannot_become_markup() -> None:
    named = {"en": "<script>alert(1)</script>", "ar": "<b>"}
    page = pages.screen_page(HALL, named, 10, 55)
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
    sources = [pages.screen_page(HALL, NAME, 10, 55), page_of(), pairing_page()]
    named = {name for source in sources for name in re.findall(r"/display/static/([\w.-]+)", source)}
    for script in ("screen.js", "theme.css"):
        found = pages.static(script)
        assert found is not None
        named |= set(re.findall(r'(?:from "\./|url\(")([\w.-]+)"', found[0].decode()))
    assert len(named) >= 11
    assert [name for name in named if pages.static(name) is None] == []


def test_pages_for_phones_fit_a_phone_and_keep_the_content_policy(browser: Browser, office: Office) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 568})
    noise = noise_of(page)
    page.goto(f"{office.url}/lost")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator("main")).to_be_visible()
    assert noise == []
    page.close()

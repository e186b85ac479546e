"""The visitor's own page in a real browser: on the smallest phones in every language, and through a whole visit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from assets.words import languages
from queue_server import wire
from queue_server.application import calling, counters, visits
from queue_server.display import pages
from queue_server.display.phone_pages import Place, sure_page, track_page
from queue_server.store.database import url_of
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock
from tests.display.axe import complaints
from tests.display.browser import noise_of
from tests.display.test_phone_pages import COMMERCIAL, RESIDENCY, view
from tests.http.test_phone import issue
from tests.offices import CATALOGUE, clerk
from tests.servers import Served, serve

SMALLEST = 320
ALI = clerk("ali")
RECORDS = """
window.rung = [];
navigator.vibrate = (times) => { window.rung.push(times.length); return true; };
HTMLMediaElement.prototype.play = function () { window.rung.push("chime"); return Promise.resolve(); };
const lock = { request: () => { window.rung.push("lit"); return Promise.resolve(); } };
Object.defineProperty(navigator, "wakeLock", { value: lock });
"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": SMALLEST, "height": 568})
    page.set_default_timeout(10_000)
    noise = noise_of(page)
    yield page
    page.close()
    assert noise == []


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Served]:
    url = url_of(tmp_path, None)
    name, _code = open_office(url, CATALOGUE, SystemClock(), SystemChance())
    served, server, thread = serve(url, name)
    yield served
    served.close()
    server.should_exit = True
    thread.join(10)


def shows(phone: Page, content: str) -> None:
    """Open a page that nobody serves."""

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        if name.startswith("events"):
            route.fulfill(content_type="text/event-stream", body="retry: 60000\n\n")
        elif found := pages.static(name):
            route.fulfill(body=found[0], content_type=found[1])
        else:
            route.fulfill(body=content, content_type="text/html; charset=utf-8")

    phone.unroute_all()
    phone.route("**/*", answer)
    phone.goto("http://phone.test/t/secret")


def fits(phone: Page) -> None:
    """Nothing runs over the edge, also at twice the size of letters, and a finger hits what can be touched."""
    touched = "[...document.querySelectorAll('button, a, summary')].filter(e => e.offsetParent)"
    assert phone.evaluate(f"{touched}.every(e => e.offsetHeight >= 44)")
    for size in ("100%", "200%"):
        phone.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert phone.evaluate("document.documentElement.scrollWidth") <= SMALLEST
        assert phone.evaluate(
            "[...document.querySelectorAll('main *')].every(e => e.scrollWidth <= e.clientWidth + 1 || "
            "getComputedStyle(e).display === 'inline' || e.className === 'unseen')"
        )


def test_the_page_fits_the_smallest_phone_in_every_language_and_shuts_nobody_out(phone: Page) -> None:
    done, now = wire.VisitorLeg("done", COMMERCIAL, 1, now=False), wire.VisitorLeg("waiting", RESIDENCY, 2, now=True)
    for language in languages():
        place = Place("/t/secret", language)
        shows(phone, track_page(view(legs=[done, now]), place, languages()))
        phone.click("summary")
        fits(phone)
        if language in {"ar", "en", "ml"}:
            phone.evaluate("document.documentElement.style.fontSize = ''")
            assert complaints(phone) == []
            shows(phone, sure_page(view(), place, "more-time", "key"))
            fits(phone)


def test_a_visit_is_followed_from_the_line_to_the_counter(phone: Page, office: Served) -> None:
    first, issued = issue(office), issue(office)
    phone.add_init_script(RECORDS)
    phone.goto(issued.track)
    expect(phone.locator("#news")).to_have_text("People ahead of you: 1")
    phone.click("#bell")
    expect(phone.locator("#rings")).to_be_visible()
    assert phone.evaluate("window.rung.splice(0)") == ["chime", 5, "lit"]
    phone.focus("#leave")
    office.database.act(ALI, lambda tx: counters.open_counter(tx, 4)).result(10)
    office.database.act(ALI, lambda tx: calling.call_number(tx, 4, wire.CallNumber(first.number))).result(10)
    expect(phone.locator("#news")).to_have_text("You are next.")
    assert phone.evaluate("document.activeElement.id") == "leave", "whoever was about to touch it still is"
    office.database.act(ALI, lambda tx: calling.start(tx, 4)).result(10)
    _serve_next(office)
    expect(phone.locator("#news")).to_have_text("Please go to counter 4 now.")
    assert phone.title() == f"{issued.number} · Please go to counter 4 now."
    expect(phone.locator("#said")).to_have_attribute("aria-live", "assertive")
    expect(phone.locator("#said")).to_have_text("Please go to counter 4 now.")
    assert phone.evaluate("window.rung") == ["chime", 5] * 2
    assert complaints(phone) == []
    phone.click("summary")
    phone.click("a[hreflang=ar]")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("#news")).to_have_text("يُرجى التوجه الآن إلى الشباك 4.")


def test_without_scripts_leaving_takes_two_touches(browser: Browser, office: Served) -> None:
    issued = issue(office)
    context = browser.new_context(java_script_enabled=False, viewport={"width": SMALLEST, "height": 568})
    page = context.new_page()
    page.goto(issued.track)
    page.click("#leave")
    expect(page.locator(".number")).to_have_text(issued.number)
    page.click("button.primary")
    expect(page.locator("#news")).to_contain_text("no longer valid")
    context.close()


def _serve_next(office: Served) -> None:
    office.database.act(ALI, lambda tx: visits.finish(tx, 4, wire.Finish())).result(10)
    office.database.act(ALI, lambda tx: calling.call_next(tx, 4)).result(10)

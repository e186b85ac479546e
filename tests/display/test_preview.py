"""Layouts tried before the office's own server, by whoever has a code from the desk."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from queue_server.domain.catalogue_file import read
from queue_server.store.database import url_of
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock
from tests.display.axe import complaints
from tests.display.browser import noise_of
from tests.offices import CATALOGUE
from tests.servers import Served, serve


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    url = url_of(tmp_path_factory.mktemp("office"), None)
    office, _code = open_office(url, CATALOGUE, SystemClock(), SystemChance())
    served, server, thread = serve(url, office)
    yield served
    served.close()
    server.should_exit = True
    thread.join(10)


def test_a_layout_is_tried_with_a_code_from_the_desk_and_refused_with_what_would_do(
    browser: Browser, served: Served
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="en")
    noise = noise_of(page)
    page.goto(f"{served.url}/display/preview")
    assert complaints(page) == []
    page.get_by_label("The code from the desk").fill(served.line("supervisor").allow_preview().code.lower())
    page.get_by_role("button", name="Open").click()
    screen = page.frame_locator("iframe")
    expect(screen.locator("#number")).to_be_visible()
    expect(screen.locator("#past li")).to_have_count(5)
    first = screen.locator("#number").inner_text()
    page.get_by_label("Layout").select_option("counter")
    expect(screen.locator(".sign .number")).to_be_visible()
    page.locator("select[name=counter]").select_option("3")
    expect(screen.locator(".sign .number")).to_have_text("3")
    expect(screen.locator("#number")).to_be_visible()
    expect(screen.locator("#number")).not_to_have_text(first, timeout=20_000)
    assert complaints(page) == []
    page.get_by_label("To the farthest seat, in metres").fill("40")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Take a screen of")
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_label("To the farthest seat, in metres").fill("6")
    page.keyboard.press("Enter")
    lines = page.locator("#lines").input_value()
    new = read(f"{CATALOGUE.read_text('utf-8')}\n{lines}").screens["new-screen"]
    assert (new.layout, new.counter, new.seat_metres) == ("counter", 3, 6)
    assert noise == []
    page.close()


def test_without_a_code_nothing_of_it_is_shown(served: Served) -> None:
    with httpx.Client(base_url=f"{served.url}/display/preview") as browser:
        assert "iframe" not in browser.get("").text
        assert browser.get("", params={"code": "AAAABBBB"}).status_code == 403
        for path in ("/-", "/-/state", "/-/events", "/-/media", "/-/media/a.png"):
            assert browser.get(path).status_code == 401
        code = served.line("administrator").allow_preview().code
        framed = browser.get("", params={"code": code}, follow_redirects=True)
        assert "frame-src 'self'" in framed.headers["content-security-policy"]
        assert "frame-ancestors 'self'" in browser.get("/-").headers["content-security-policy"]
        assert browser.get("/~~~/state").json()["counter"] is None
        assert browser.get("/-/media").json() == {"files": []}
        assert browser.get("/-/media/a.png").status_code == 404

"""A television opened at `/display`, before the office's own server."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from queue_server import wire
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


def test_a_television_shows_a_code_becomes_its_screen_and_shows_a_code_again_when_it_is_revoked(
    browser: Browser, served: Served
) -> None:
    boss = served.line("supervisor")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    noise = noise_of(page)
    page.goto(f"{served.url}/display")
    code = page.locator("#code")
    expect(code).to_be_visible()
    shown = code.inner_text().replace(" ", "")
    expect(page.get_by_text("يكتب المشرف")).to_be_visible()
    assert complaints(page) == []
    page.reload()
    expect(code).to_be_visible()
    assert code.inner_text().replace(" ", "") == shown, "a power cut does not change the code"
    boss.approve(shown, wire.Approve("tv-1", "screen", "Stairs", screen="upstairs"))
    page.locator("#clock", has_text=":").wait_for()
    assert page.url == f"{served.url}/display/upstairs"
    kept = next(cookie for cookie in context.cookies() if cookie["name"] == "dawr_screen")
    assert (kept["httpOnly"], kept["sameSite"]) == (True, "Strict")
    page.goto(f"{served.url}/display")
    assert page.url == f"{served.url}/display/upstairs", "switched on again it is the same screen"
    page.locator("#clock", has_text=":").wait_for()
    assert [complaint for complaint in noise if "404" not in complaint] == []
    boss.revoke("tv-1")
    expect(code).to_be_visible(timeout=20_000)
    assert page.url == f"{served.url}/display"
    assert code.inner_text().replace(" ", "") != shown
    context.close()


def test_a_refused_television_says_so_and_a_screens_address_shows_a_code_as_well(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 720, "height": 1280})
    page = context.new_page()
    page.goto(f"{served.url}/display/hall")
    expect(page.locator("#code")).to_be_visible()
    served.line("administrator").refuse(page.locator("#code").inner_text().replace(" ", ""))
    expect(page.get_by_text("A supervisor did not let this screen in.")).to_be_visible()
    page.route("**/display/pairing", lambda route: route.abort())
    page.reload()
    expect(page.get_by_text("The server cannot be reached.")).to_be_visible()
    context.close()

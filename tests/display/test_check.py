"""`/check` in a real browser, on a small phone and on a wide screen, in three scripts."""

from collections.abc import Iterator
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page, ViewportSize, expect

from assets import path
from queue_server.store.database import url_of
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock
from tests.display.axe import complaints
from tests.display.browser import noise_of
from tests.servers import Served, serve
from tests.specimens import as_file, printed

PHONE: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The shipped office, in all its languages."""
    url = url_of(tmp_path_factory.mktemp("office"), None)
    office, _code = open_office(url, path("catalogue", "lmra.toml"), SystemClock(), SystemChance())
    served, server, thread = serve(url, office)
    yield served
    served.close()
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def home(browser: Browser, shipped: Served) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    page.set_default_timeout(10_000)
    noise = noise_of(page)
    yield page
    assert noise == []
    page.close()


def begin(home: Page, served: Served, language: str) -> None:
    home.goto(f"{served.url}/check?lang={language}")
    home.click("button[value=employer]")
    home.locator(".answers button").first.click()
    home.click("button[value=renew-permit]")


def go_on(home: Page) -> bool:
    """Answer the question on the page as somebody whose papers are good; False when nothing is asked any more."""
    if home.locator("form[method=post]").count():
        return False
    if home.locator("select").count():
        for part, value in (("year", "2030"), ("month", "3"), ("day", "9")):
            home.select_option(f"#{part}", value)
        home.click("button.primary")
    else:
        home.locator(".answers button").first.click()
    return True


def keep(home: Page) -> None:
    """Ask for the code, not for a time to come."""
    home.click("form[method=post] button:not([formaction])")


def stands(home: Page) -> None:
    """It fits a phone, a finger hits what can be touched, and axe finds nothing to complain of."""
    assert home.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert home.evaluate(
        "[...document.querySelectorAll('button, select, input[type=file]')].every(e => e.offsetHeight >= 48)"
    )
    assert complaints(home) == []


@pytest.fixture(scope="module")
def walked(browser: Browser, shipped: Served) -> list[str]:
    """The addresses of a whole walk without scripts, from the first question to the result."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    begin(page, shipped, "en")
    addresses = [f"{shipped.url}/check?lang=en", page.url]
    while go_on(page):
        addresses.append(page.url)
        assert len(addresses) < 30, "it never ends"
    keep(page)
    expect(page.locator(".letters")).to_be_visible()
    context.close()
    return addresses


def test_every_kind_of_page_fits_a_phone_and_shuts_nobody_out(home: Page, walked: list[str]) -> None:
    home.goto(walked[0])
    stands(home)
    home.click("summary")
    date = next(address for address in walked if address.endswith("have") and "expires" not in address)
    for address in (date, walked[-1]):
        home.goto(address)
        stands(home)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("hi", "ltr")])
def test_the_code_can_be_scanned_off_the_screen(home: Page, walked: list[str], language: str, direction: str) -> None:
    home.goto(walked[-1].replace("lang=en", f"lang={language}"))
    keep(home)
    expect(home.locator("html")).to_have_attribute("dir", direction)
    expect(home.locator("html")).to_have_attribute("lang", language)
    stands(home)
    letters = home.locator(".letters").inner_text().replace(" ", "")
    assert decoded(home) == [f"DAWR:R:{letters}"]
    home.set_viewport_size(WIDE)
    assert decoded(home) == [f"DAWR:R:{letters}"]


def decoded(home: Page) -> list[str]:
    """What a scanner reads off the screen."""
    home.locator(".code img").scroll_into_view_if_needed()
    with Image.open(BytesIO(home.screenshot())) as seen:
        return [found.text for found in zxingcpp.read_barcodes(seen)]


def test_in_arabic_pictures_and_words_stand_the_other_way_round(home: Page, shipped: Served) -> None:
    places = {}
    for language in ("en", "ar"):
        home.goto(f"{shipped.url}/check?lang={language}")
        button = home.locator(".answers button").first
        picture, words = (
            button.locator(part).evaluate("(e) => e.getBoundingClientRect().left") for part in ("img", "span")
        )
        places[language] = picture < words
    assert places == {"en": True, "ar": False}


def test_the_keyboard_alone_answers(home: Page, shipped: Served) -> None:
    home.goto(f"{shipped.url}/check?lang=en")
    for _ in range(2):
        home.keyboard.press("Tab")
    assert home.evaluate("document.activeElement.value") == "employer"
    assert home.evaluate("getComputedStyle(document.activeElement).boxShadow") != "none"
    home.keyboard.press("Enter")
    expect(home.locator("h1")).to_have_text("Which service do you need?")


def test_the_browsers_own_way_back_asks_nothing_and_loses_nothing(home: Page, walked: list[str]) -> None:
    home.goto(walked[1])
    asked = home.locator("h1").inner_text()
    go_on(home)
    home.go_back()
    assert home.locator("h1").inner_text() == asked
    home.reload()
    assert home.locator("h1").inner_text() == asked


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("ml", "ltr")])
def test_a_file_of_the_telephone_is_looked_at(home: Page, shipped: Served, language: str, direction: str) -> None:
    home.goto(f"{shipped.url}/file?lang={language}")
    expect(home.locator("html")).to_have_attribute("dir", direction)
    stands(home)
    for dots, kind in ((4, "stop"), (0, "good")):
        photo = as_file(printed().filter(ImageFilter.GaussianBlur(dots)))
        home.set_input_files("#file", {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo})
        home.click("button.primary")
        expect(home.locator(f".news.{kind}")).to_be_visible()
        stands(home)


def test_a_paper_leads_to_it_and_back_to_what_was_asked(home: Page, shipped: Served, walked: list[str]) -> None:
    home.goto(next(address for address in walked if "paper." not in address and "service=" in address))
    while not home.locator("button[value=have]").count():
        go_on(home)
    with home.context.expect_page() as opened:
        home.click("a[target=_blank]")
    expect(opened.value.locator("#file")).to_be_visible()
    opened.value.close()
    assert home.locator("button[value=have]").count() == 1

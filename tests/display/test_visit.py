"""`/visit` in a real browser without scripts, on the smallest phone."""

from playwright.sync_api import Browser, Page, expect

from tests.display.axe import complaints
from tests.http.test_visit import READY, office
from tests.servers import Served

__all__ = ["office"]
SMALL = 320


def stands(page: Page) -> None:
    """It fits a small phone, a finger hits what can be touched, and axe finds nothing to complain of."""
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL
    touched = "button, input[type=text], .moments label, summary, a.button, .links a"
    assert page.evaluate(
        f"[...document.querySelectorAll('{touched}')].every(e => !e.offsetParent || e.offsetHeight >= 48)"
    )


def test_from_the_first_page_to_a_time_that_is_moved_and_given_back(browser: Browser, office: Served) -> None:
    without_scripts = browser.new_context(java_script_enabled=False, viewport={"width": SMALL, "height": 640})
    page, looked_at = without_scripts.new_page(), []
    page.set_default_timeout(10_000)
    page.goto(f"{office.url}/visit?lang=ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    looked_at.append(page.url)
    told = "&".join(f"{name}={value}" for name, value in {**READY, "lang": "ar"}.items())
    page.goto(f"{office.url}/check?{told}")
    page.click("button.primary")
    page.click(".days summary")
    page.locator(".days a").last.click()
    looked_at.append(page.url)
    page.locator("input[type=radio]").first.check()
    page.fill("#cpr", "٨٠٠١٠١٢٣٤")
    page.click("button.primary")
    expect(page.locator(".letters")).to_be_visible()
    looked_at.append(page.url)
    first = page.locator("h1").inner_text()
    page.get_by_text("غيّر الوقت").click()
    page.locator(".days summary").click()
    page.locator(".days a").last.click()
    page.locator("input[type=radio]").last.check()
    page.click("button.primary")
    expect(page.locator(".letters")).to_be_visible()
    assert page.locator("h1").inner_text() != first
    see(browser, looked_at)
    page.click("details.links summary")
    page.click("details.links button")
    expect(page.locator("h1")).to_contain_text("أُلغي هذا الموعد")
    without_scripts.close()


def see(browser: Browser, addresses: list[str]) -> None:
    """The same pages with scripts, since the lookers-on are scripts."""
    page = browser.new_page(viewport={"width": SMALL, "height": 640})
    for address in addresses:
        for language in ("ar", "en"):
            page.goto(address.replace("lang=ar", f"lang={language}"))
            stands(page)
        assert complaints(page) == []
    page.close()

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from tests.display.browser import chromium, noise_of
from tests.display.hall import Hall
from tests.display.office import HALL, Office, opened

OpenHall: TypeAlias = Callable[..., Hall]


@pytest.fixture(scope="module")  # not longer: while it lives no test of its process may run an event loop
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def office() -> Iterator[Office]:
    with opened() as office:
        yield office


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.set_default_timeout(10_000)
    yield page
    page.close()


@pytest.fixture
def noise(page: Page) -> Iterator[list[str]]:
    """What the page complains about; a test that provokes complaints looks at them and clears the list."""
    noise = noise_of(page)
    yield noise
    assert noise == []


@pytest.fixture
def open_hall(office: Office, page: Page, noise: list[str]) -> OpenHall:
    """Open the hall's screen, with calls that follow each other faster than people could read, or other settings."""

    def open_hall(**settings: Any) -> Hall:
        office.settings |= {"shown_seconds": 0.2, **settings}
        return Hall(page, office.url + HALL)

    return open_hall

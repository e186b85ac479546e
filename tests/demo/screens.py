"""What people see in a browser: the hall's screen, and a visitor's own page on a phone."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.demo.story import Missing
from tests.display.browser import EXECUTABLE, chromium, noise_of
from tests.display.hall import Hall

PATIENCE_MILLISECONDS = 15_000
"""A call may have to wait until the one before it has had its time on the screen."""


class Screens:
    """Pages in one real browser; a camera for whichever was looked at last. Without a browser, looking is `Missing`."""

    def __init__(self, browser: Browser | None, hall: str) -> None:
        self._browser, self._address = browser, hall
        self._seen: Page | None = None
        self._noise: list[list[str]] = []

    @property
    def hall(self) -> Hall:
        """The hall's screen."""
        self._seen = self._hall.page
        return self._hall

    @property
    def phone(self) -> Page:
        """A visitor's phone."""
        self._seen = self._phone
        return self._phone

    @property
    def noise(self) -> list[str]:
        """What the pages complained about."""
        return [words for page in self._noise for words in page]

    def photograph(self, file: Path) -> None:
        if self._seen:
            self._seen.screenshot(path=file)

    @cached_property
    def _hall(self) -> Hall:
        return Hall(self._page(1920, 1080), self._address)

    @cached_property
    def _phone(self) -> Page:
        return self._page(412, 732)

    def _page(self, width: int, height: int) -> Page:
        if self._browser is None:
            raise Missing(f"there is no Chromium at {EXECUTABLE}")
        page = self._browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        self._noise.append(noise_of(page))
        return page


@contextmanager
def screens(hall: str) -> Iterator[Screens]:
    """A browser for the hall's screen at that address, if this machine has one."""
    if Path(EXECUTABLE).exists():
        with chromium() as browser:
            yield Screens(browser, hall)
    else:
        yield Screens(None, hall)

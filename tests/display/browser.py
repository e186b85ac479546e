"""Debian's Chromium, as the tests and the demo drive it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, sync_playwright

EXECUTABLE = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MAY_SOUND = "--autoplay-policy=no-user-gesture-required"
"""A screen's browser is started with this, so that it may sound the chime before anyone touched it."""


def launch(kind: BrowserType, *more: str, headless: bool = True) -> Browser:
    return kind.launch(executable_path=EXECUTABLE, args=[*ARGUMENTS, *more], headless=headless)


@contextmanager
def chromium(*more: str, headless: bool = True) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium, MAY_SOUND, *more, headless=headless)
        try:
            yield browser
        finally:
            browser.close()


def noise_of(page: Page) -> list[str]:
    """What the page will have complained about: errors, warnings, breaches of the content policy."""
    noise: list[str] = []

    def complained(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            noise.append(message.text)

    page.on("console", complained)
    page.on("pageerror", lambda error: noise.append(str(error)))
    return noise

"""A screen in the hall, as someone waiting sees and hears it."""

import time
from typing import cast

from playwright.sync_api import Page

# Notes each chime with the number it stands for, and what is said after it.
_LISTEN = """() => {
    window.announced = [];
    window.said = [];
    document.getElementById("chime").addEventListener("play", () => {
        window.announced.push(document.getElementById("number").textContent);
    });
    let begun = false; // A clip that falters plays again.
    const voice = document.getElementById("voice");
    voice.addEventListener("loadstart", () => { begun = false; });
    voice.addEventListener("playing", () => {
        const about = new URL(voice.src).searchParams;
        if (!begun) window.said.push(["number", "counter", "language"].map((name) => about.get(name)).join(" "));
        begun = true;
    });
}"""


class Hall:
    """The screen at `url`; `listen` before what shall be heard."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(url)
        page.locator("#clock", has_text=":").wait_for()
        page.evaluate("document.fonts.ready.then(() => true)")  # Until then letters have another's measures.
        page.evaluate(_LISTEN)

    @property
    def number(self) -> str:
        return self._text("#number")

    @property
    def counter(self) -> str:
        return self._text("#place")

    @property
    def past(self) -> list[tuple[str, str]]:
        """The last calls, newest first: number and counter."""
        rows = self.page.locator("#past li")
        numbers = rows.locator(".number").all_inner_texts()
        return list(zip(numbers, rows.locator(".counter").all_inner_texts(), strict=True))

    @property
    def waiting(self) -> list[str]:
        """How many wait, each after the letters of its line, as in `C 12`."""
        rows = self.page.locator("#lines li")
        series, counts = rows.locator(".series").all_inner_texts(), rows.locator(".count").all_inner_texts()
        return [f"{letters} {count}" for letters, count in zip(series, counts, strict=True)]

    @property
    def announced(self) -> list[str]:
        """The numbers called with a chime, in order."""
        return cast(list[str], self.page.evaluate("window.announced"))

    @property
    def said(self) -> list[str]:
        """What was said aloud: number, counter and language of each."""
        return cast(list[str], self.page.evaluate("window.said"))

    @property
    def more(self) -> str:
        """How many calls wait to be shown, as `+2`; empty when none does."""
        more = self.page.locator("#more")
        return more.inner_text() if more.is_visible() else ""

    @property
    def is_current(self) -> bool:
        return not self.page.locator("#stale").is_visible()

    def until_number(self, number: str) -> None:
        self.page.locator("#number", has_text=number).wait_for()

    def until_announced(self, count: int, number: str = "") -> None:
        """Wait for so many calls, or so many of one number. The one before may have to be said to its end."""
        deadline = time.monotonic() + 20
        while sum(number in (announced, "") for announced in self.announced) < count:
            assert time.monotonic() < deadline, f"heard {self.announced} only"
            self.page.wait_for_timeout(20)

    def until_said(self, count: int) -> None:
        deadline = time.monotonic() + 10
        while len(self.said) < count:
            assert time.monotonic() < deadline, f"heard {self.said} only"
            self.page.wait_for_timeout(20)

    def until_quiet(self) -> None:
        deadline = time.monotonic() + 10
        while not all(self.page.locator(f"#{sound}").evaluate("one => one.paused") for sound in ("chime", "voice")):
            assert time.monotonic() < deadline, "it sounds on and on"
            self.page.wait_for_timeout(20)

    def until_not_current(self, seconds: float = 10) -> None:
        self.page.locator("#stale").wait_for(timeout=seconds * 1000)

    def until_current(self, seconds: float = 10) -> None:
        self.page.locator("#stale").wait_for(state="hidden", timeout=seconds * 1000)

    def _text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

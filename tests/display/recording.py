"""`./run hall DIR`: four televisions of one hall while calls come faster than they can be said.

DIR gets a picture of all four at each change, and `transcript.txt`: when which of them showed and said what.
"""

import argparse
import asyncio
import io
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from assets.spoken import spoken
from queue_server import wire
from queue_server.display.pages import SHOWN_SECONDS
from queue_server.voice.saying import called, transcript
from queue_server.voice.voice import Voice
from tests.display.browser import chromium
from tests.display.hall import Hall
from tests.display.office import HALL, Office, opened

SIZE = {"width": 960, "height": 540}
TELEVISIONS = 4
SPEAKS = wire.ScreenSound(80, ["ar", "en"], visitors_own=True)


@dataclass(frozen=True, slots=True)
class Call:
    """A number called to a counter, `after` seconds of the script."""

    after: float
    number: str
    counter: int
    language: str
    recall: bool = False


SCRIPT = (
    Call(0, "C041", 3, "hi"),
    Call(2, "R007", 12, "ml"),
    Call(3, "C042", 4, "ar"),
    Call(4, "G100", 1, "en"),
    Call(6, "P211", 8, "ur"),
    Call(9, "C043", 2, "bn"),
    Call(11, "R007", 12, "ml", recall=True),
    Call(14, "C044", 3, "ne"),
    Call(17, "C045", 4, "ta"),
    Call(20, "G101", 1, "te"),
    Call(23, "R008", 11, "si"),
    Call(26, "P212", 8, "fil"),
)


class Recording:
    """What televisions show and say, noted as it happens; with a folder, photographed."""

    def __init__(self, office: Office, halls: Sequence[Hall], folder: Path | None = None) -> None:
        self._office, self._halls, self._folder = office, halls, folder
        self._began = time.monotonic()
        self._known = [(0, 0)] * len(halls)
        self._pictures = 0
        self.lines: list[str] = []

    def play(self, script: Sequence[Call], patience: float) -> None:
        """Make the calls, and listen until nothing happened for so many seconds."""
        due, quiet_since = list(script), time.monotonic()
        while due or time.monotonic() - quiet_since < patience:
            while due and time.monotonic() - self._began >= due[0].after:
                call = due.pop(0)
                self._office.call(call.number, call.counter, recall=call.recall, language=call.language)
                self._note(f"called {call.number}")
            if self._listen():
                quiet_since = time.monotonic()
            self._halls[0].page.wait_for_timeout(50)

    def _listen(self) -> bool:
        news = False
        for place, hall in enumerate(self._halls):
            announced, said = hall.announced, hall.said
            shown_before, said_before = self._known[place]
            for number in announced[shown_before:]:
                self._note(f"television {place + 1} shows {number} {hall.more}".rstrip())
            for what in said[said_before:]:
                self._note(f"television {place + 1} says {in_words(what)}")
            news |= self._known[place] != (len(announced), len(said))
            self._known[place] = len(announced), len(said)
        if news and self._folder:
            self._photograph(self._folder)
        return news

    def _note(self, what: str) -> None:
        self.lines.append(f"{time.monotonic() - self._began:6.1f} s  {what}")

    def _photograph(self, folder: Path) -> None:
        self._pictures += 1
        whole = Image.new("RGB", (2 * SIZE["width"], 2 * SIZE["height"]))
        for place, hall in enumerate(self._halls):
            picture = Image.open(io.BytesIO(hall.page.screenshot()))
            whole.paste(picture, (place % 2 * SIZE["width"], place // 2 * SIZE["height"]))
        whole.save(folder / f"{self._pictures:03}.png", compress_level=1)


def in_words(what: str) -> str:
    """What is heard of a call noted as number, counter and language."""
    number, counter, language = what.split(" ")
    call, how = called(number, int(counter)), spoken(language)
    assert call is not None
    assert how is not None
    return f"{number} {language}: {transcript(call, how)}"


def televisions(browser: Browser, office: Office, count: int = TELEVISIONS) -> list[Hall]:
    """So many, side by side, each in a browser profile of its own."""
    pages = [browser.new_context(viewport=SIZE).new_page() for _ in range(count)]  # type: ignore[arg-type]
    return [Hall(page, office.url + HALL) for page in pages]


def main(arguments: Sequence[str]) -> int:
    """Plays the script as it would go in a hall, which takes two minutes."""
    parser = argparse.ArgumentParser(prog="./run hall", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures and the transcript go")
    folder = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    with opened() as office, chromium() as browser:
        office.sound = SPEAKS
        office.settings |= {"shown_seconds": SHOWN_SECONDS}
        office.voice = lambda number, counter, language: asyncio.run(Voice().clip(number, counter, language))
        recording = Recording(office, televisions(browser, office), folder)
        recording.play(SCRIPT, patience=15)
    (folder / "transcript.txt").write_text("\n".join([*recording.lines, ""]), "utf-8")
    print("\n".join(recording.lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

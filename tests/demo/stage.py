"""Everything the story is played on: one office, one kiosk, desks as they are needed, slips and screens."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desk.app import Desk
from desk.app import build as build_desk
from desk.settings import Settings as DeskSettings
from kiosk.app import Kiosk
from kiosk.app import build as build_kiosk
from kiosk.settings import Settings as KioskSettings
from tests.demo.office import Office, opened
from tests.demo.screens import Screens, screens
from tests.demo.slips import Number, Tray
from tests.demo.story import Story
from tests.desk.clerk import Clerk
from tests.kiosk.hand import Hand

NAMES = {"ar": "Arabic", "en": "English"}

_LAID_OUT = 0.1
"""Seconds after which a desk has drawn what it heard."""
_NOT_OURS = "This plugin does not support propagateSizeHints()"
"""The screen that is none says so of every window."""


class Seated(Clerk):
    """A clerk whose steps are told."""

    def __init__(self, desk: Desk, story: Story) -> None:
        super().__init__(desk)
        self._story = story

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """A step of this clerk at the desk, after which the desk complains of nothing."""
        with self._story.step(f"desk in {NAMES[self.desk.language.code]}: {title}", self):
            yield
            self.rest(_LAID_OUT)
            assert not self.notice("trouble"), f"the desk says {self.notice('trouble')!r}"


@dataclass(frozen=True, slots=True)
class Stage:
    """What the story's people have before them."""

    story: Story
    office: Office
    kiosk: Kiosk
    hand: Hand
    tray: Tray
    screens: Screens
    complaints: list[str]
    """What Qt did not like."""

    @contextmanager
    def desk(self, language: str, counter: int | None = None) -> Iterator[Seated]:
        """A desk of its own, for as long as somebody sits at it."""
        settings = DeskSettings(self.office.url, self.office.tokens["desk"], counter, language, self.tray.url)
        desk = build_desk(settings)
        try:
            yield Seated(desk, self.story)
        finally:
            desk.close()
            _sweep()

    def follows(self, number: Number, title: str, news: str) -> None:
        """The code on the slip leads a phone to the visitor's own page, which tells the number and the news."""
        with self.story.step(f"phone: {title}", self.screens):
            phone = self.screens.phone
            phone.goto(number.page)
            shown = phone.locator("body").inner_text()
            for words in (number.text, news):
                assert words in shown, f"the page does not say {words!r} but {shown!r}"


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """The real server as its own process, the kiosk here, a browser: all ended when the story is over."""
    complaints: list[str] = []

    def hear(kind: QtMsgType, _place: object, words: str) -> None:
        # That a typeface has no letters of another script is told for information, and is so on purpose.
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and words != _NOT_OURS:
            complaints.append(words)

    qInstallMessageHandler(hear)
    application = QApplication.instance() or QApplication([])
    story, tray = Story(folder), Tray(folder / "slips")
    with ExitStack() as ends:
        with story.step("office: opens with clerks, devices and visitors"):
            office = ends.enter_context(opened(folder / "office"))
        shown = ends.enter_context(screens(office.hall))
        kiosk = build_kiosk(KioskSettings(office.url, office.tokens["kiosk"], tray.url))
        ends.callback(application.processEvents)
        ends.callback(_sweep)
        ends.callback(kiosk.close)
        yield Stage(story, office, kiosk, Hand(kiosk.window), tray, shown, complaints)


def _sweep() -> None:
    """Here and now: a widget collected on a pool's thread would take the process with it."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

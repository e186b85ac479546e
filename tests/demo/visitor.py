"""Somebody at the kiosk."""

import re
from contextlib import AbstractContextManager
from datetime import timedelta

from assets.words import say
from queue_server import wire
from tests.demo.slips import Number, Slip
from tests.demo.stage import NAMES, Stage
from tests.demo.visits import Turn

_ENGLISH = re.compile(r"\b(?!English\b)[A-Za-z]*[a-z]{2,}\b")


class Visitor:
    """Walks through the kiosk's pages, and reads what comes out of it."""

    def __init__(self, stage: Stage, language: str) -> None:
        self._stage, self._language = stage, language
        self._hand, self._visit = stage.hand, stage.kiosk.visit
        with self.step("language"):
            if self._hand.sees("start-over"):
                self._hand.touch("start-over")
            self._comes_to("language")

    @property
    def check(self) -> wire.Check:
        """The papers as the office has them."""
        assert self._visit.check is not None, "there is no check"
        return self._visit.check

    def step(self, title: str) -> AbstractContextManager[None]:
        """A step of this visitor at the kiosk."""
        return self._stage.story.step(f"kiosk in {NAMES[self._language]}: {title}", self._hand)

    def walks(self, turns: list[Turn]) -> None:
        """Touch after touch, and read the page it leads to."""
        for touched, page in turns:
            with self.step(page):
                self._touches(touched)
                self._comes_to(page)

    def reads(self, words: str) -> None:
        """The page says so."""
        assert words, "there is nothing to read"
        assert words in self._hand.words(), f"the page does not say {words!r} but {self._hand.words()}"

    def takes_slip(self) -> Slip:
        """Wait until the kiosk says that the slip is there to take, and take it."""
        there = say("Take your paper", self._language)
        self._hand.wait(lambda: self._hand.sees("slip") and self._hand.reads("slip") == there, "the slip")
        return self._stage.tray.take()

    def takes_number(self) -> Number:
        """The number on the page, which is the one on the slip."""
        with self.step("slip"):
            number, slip = self._hand.reads("number"), self.takes_slip()
            assert slip.shows_number(number), f"{number} is not on the slip"
        return Number(number, slip.code)

    def _touches(self, touched: str | timedelta) -> None:
        match touched:
            case timedelta():
                self._hand.choose_date(self.check.day + touched)
            case _ if touched.startswith("type:"):
                self._hand.type(touched.removeprefix("type:"))
            case _:
                self._hand.choose(touched)

    def _comes_to(self, page: str) -> None:
        self._hand.wait(lambda: page == f"{self._visit.page} {self._visit.step.subject}".strip(), f"the page {page}")
        self._hand.wait_for(page.split(maxsplit=1)[0])
        if self._language == "ar" and page != "language":
            left = _ENGLISH.findall(self._hand.words())
            assert not left, f"English was left on the page: {left}"

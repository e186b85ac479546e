"""A visitor at a kiosk: touches it as a person does, and remembers every page that was shown."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assets.words import say
from kiosk.app import Kiosk
from kiosk.flow import Step
from tests.kiosk.hand import Hand


class Visitor(Hand):
    """Walks the pages of the small office. `pages` names those shown so far, one for each step of the walk."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk.window)
        self.pages: list[str] = []
        self.token = kiosk.api.token
        self.alone = kiosk.alone
        self._visit, self._acts = kiosk.visit, kiosk.acts
        self._step: Step | None = None
        kiosk.visit.changed.connect(self._look)
        self.wait_for("language")

    def asks_for(self, service: str, language: str) -> None:
        """Come to the kiosk as an employer who wants that service."""
        for page, value in (("language", language), ("caller", "employer"), ("group", "permits"), ("service", service)):
            self.says(page, value)

    def comes_back(self, code: str, language: str) -> None:
        """Come to the kiosk with a code."""
        for page, value in (("language", language), ("caller", "employer"), ("group", "aside:code")):
            self.says(page, value)
        self.wait_for("code")
        self.type(code)

    def scans(self, text: str) -> None:
        """Hold a code before the scanner, which types it faster than any hand."""
        for sign in text:
            QTest.keyClick(self.window, sign)  # type: ignore[call-overload]  # a sign will do where a key does
        self.press(Qt.Key.Key_Return)

    @property
    def code(self) -> str:
        """The code to come back by, as it is typed."""
        return self.reads("code").replace(" ", "")

    def says(self, page: str, value: str) -> None:
        """Answer a page once it is there and the touch before was answered; wait until this one is felt."""
        self.wait(lambda: self.page == page and not self._acts.busy, f"the page {page}; there is {self.page}")
        step = self._visit.step
        self.choose(value)
        self.wait(
            lambda: self._visit.step != step or self._acts.busy or self.is_told("trouble") != "",
            f"{value} on the page {page} to be felt",
        )

    def has_passport(self, expires: date) -> None:
        """Have the passport with you, and find its date."""
        self.says("paper", "have")
        self.wait_for("date")
        self.choose_date(expires)

    def renews(self, language: str, expires: date) -> None:
        """Ask to renew a permit, with a contract and a passport of that date."""
        self.asks_for("renew", language)
        self.says("question", "no")
        self.has_passport(expires)
        self.says("paper", "have")

    @property
    def track(self) -> str:
        """The address of the visitor's own page."""
        assert self._visit.issued is not None
        return self._visit.issued.track

    def is_told(self, banner: str) -> str:
        """What one of the two banners says: `connecting` or `trouble`; empty when it is not there."""
        return self.reads(banner) if self.sees(banner) else ""

    def takes_number(self) -> str:
        """Touch for the number; the number shown."""
        self.says("ready", "none")
        self.wait_for("number")
        return self.reads("number")

    def takes_slip(self) -> None:
        """Wait until the slip is there to take."""
        words = say("Take your paper", self._visit.language)
        self.wait(lambda: self.sees("slip") and self.reads("slip") == words, "the slip to be printed")

    def _look(self) -> None:
        if self._visit.step != self._step:
            self._step = self._visit.step
            self.pages.append(str(self._visit.page))

"""A visitor who sees nothing."""

from PySide6.QtCore import Qt

from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript


class Listener:
    """Knows only what was said, and has four keys."""

    def __init__(self, hand: Hand, voice: Transcript) -> None:
        self.hand, self._voice = hand, voice

    def start(self) -> None:
        """The first of the four keys; it says the page again as well."""
        self.hand.press(Qt.Key.Key_F1)

    def hear(self, text: str) -> None:
        """Wait until something is said."""
        self.hand.wait(lambda: text in self._voice.texts, f"hearing {text!r}; the last was {self._voice.texts}")

    def choose(self, answer: str) -> None:
        """Go down until the answer is said, then choose it."""
        for _ in range(40):
            self.hand.press(Qt.Key.Key_Down)
            if self._voice.texts == [answer]:
                self.hand.press(Qt.Key.Key_Return)
                return
        raise AssertionError(f"{answer!r} was never said")

    def goes_on(self, *pages: tuple[str, str]) -> None:
        """Hear what each page asks, and answer it."""
        for question, answer in pages:
            self.hear(question)
            self.choose(answer)

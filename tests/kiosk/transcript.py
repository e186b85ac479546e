"""A voice that writes down what it would have said."""

from kiosk.speech.voice import USUAL, Fluency


class Transcript:
    """Everything said since it was last hushed, text and language, and everything ever said."""

    def __init__(self, fluency: Fluency = "own") -> None:
        self.speaks: Fluency = fluency
        self.now: list[tuple[str, str]] = []
        self.ever: list[tuple[str, str]] = []
        self.chimes = 0
        self.level = USUAL
        self.speaking = False

    @property
    def texts(self) -> list[str]:
        """What was said last, without its languages."""
        return [text for text, _ in self.now]

    def fluency(self, language: str) -> Fluency:
        return self.speaks

    def speak(self, text: str, language: str) -> None:
        self.now.append((text, language))
        self.ever.append((text, language))

    def hush(self) -> None:
        self.now = []

    def chime(self) -> None:
        self.chimes += 1

    def loud(self, level: int) -> None:
        self.level = level

    def close(self) -> None:
        self.hush()

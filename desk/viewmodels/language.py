"""The language the clerk reads."""

from PySide6.QtCore import QObject, Signal

from assets.words import is_right_to_left, say
from queue_server.wire import Text


class Language(QObject):
    """Words for the screen; `changed` when they are to be said anew."""

    changed = Signal()

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = code

    @property
    def right_to_left(self) -> bool:
        """Whether the screen is mirrored."""
        return is_right_to_left(self.code)

    def choose(self, code: str) -> None:
        """Speak another language from now on."""
        if code != self.code:
            self.code = code
            self.changed.emit()

    def say(self, english: str, **values: object) -> str:
        """The catalogue's wording."""
        return say(english, self.code, **values)

    def of(self, text: Text) -> str:
        """A text of the office's own catalogue; English where this language has none."""
        return text.get(self.code) or text.get("en", "")

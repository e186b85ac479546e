"""The line under the top that tells what is wrong, without ever standing in the way."""

from PySide6.QtWidgets import QHBoxLayout

from desk.ui.button import Button
from desk.ui.mark import Mark, Tone
from desk.ui.plain import Panel, Plain, restyle


class Notice(Panel):
    """One sentence with its sign; hidden when there is nothing to say."""

    def __init__(self, name: str) -> None:
        super().__init__("notice")
        self.setObjectName(name)
        self._mark, self._words = Mark(22), Plain("strong", wraps=True)
        self.seen = Button()
        self.seen.setObjectName(f"{name}-seen")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.seen)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, words: str, tone: Tone, *, seen: str = "") -> None:
        """Say `words`, or nothing when empty; `seen` is the button that puts them away."""
        self._words.setText(words)
        self._mark.set_tone(tone)
        restyle(self, "tone", tone)
        self.seen.setText(seen)
        self.seen.setVisible(bool(seen))
        self.setAccessibleName(words)
        self.setVisible(bool(words))

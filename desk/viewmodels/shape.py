"""Whether the desk is the whole window, or the strip that stays on top of other programs."""

from PySide6.QtCore import QObject, QPoint, QSettings, Signal

from desk.viewmodels.counter import Counter
from desk.viewmodels.session import Session

_STRIP, _AT = "strip", "strip-at"


class Shape(QObject):
    """What the clerk chose last, remembered on this machine. It changes by the clerk's own acts only.

    So a session that ends, or a desk that locks itself, never throws a window over what the clerk is doing.
    """

    changed = Signal()

    def __init__(
        self, session: Session, counter: Counter, kept: QSettings | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._counter, self._kept = session, counter, kept
        self._wanted = kept is not None and kept.value(_STRIP, False, type=bool) is True
        self._at = None if kept is None else kept.value(_AT)
        self._seat: tuple[bool, int | None] = (False, None)
        self.compact = False
        session.changed.connect(self._on_seat)
        counter.changed.connect(self._on_seat)

    @property
    def possible(self) -> bool:
        """Whether there is a strip: a clerk works at a counter."""
        return self._session.place == "counter" and self._counter.n is not None

    @property
    def at(self) -> QPoint | None:
        """Where on the screen the strip was left."""
        return self._at if isinstance(self._at, QPoint) else None

    def toggle(self) -> None:
        """From one to the other, from now on."""
        if self.compact or self.possible:
            self._wanted = not self.compact
            self._keep(_STRIP, self._wanted)
            self._be(compact=self._wanted)

    def expand(self) -> None:
        """The whole window for what the strip has no room for; `settle` goes back."""
        self._be(compact=False)

    def settle(self) -> None:
        """As the clerk likes it."""
        self._be(compact=self._wanted and self.possible)

    def leave_at(self, at: QPoint) -> None:
        """The strip was moved there."""
        if at != self._at:
            self._at = at
            self._keep(_AT, at)

    def _on_seat(self) -> None:
        seat = (self.possible, self._counter.n)
        if seat != self._seat:
            self._seat = seat
            if self._session.clerk is not None:
                self.settle()

    def _be(self, *, compact: bool) -> None:
        if compact != self.compact:
            self.compact = compact
            self.changed.emit()

    def _keep(self, name: str, value: object) -> None:
        if self._kept is not None:
            self._kept.setValue(name, value)

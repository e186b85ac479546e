"""The live floor, as this desk last heard of it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api

Standing = Literal["good", "careful", "stop"]

CLOSE_TO_TARGET = 0.75
"""The part of the target after which a wait is no longer simply good."""


class Hall(QObject):
    """Lines, counters and the server's clock. Times go on between two answers of the server."""

    changed = Signal()

    def __init__(
        self, api: Api, acts: Acts, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._api, self._acts, self._clock = api, acts, clock
        self._asked = self._ask_again = False
        self._received = 0.0
        self.floor: wire.Hall | None = None
        self.catalogue: wire.Catalogue | None = None

    @property
    def breaks(self) -> Sequence[wire.Option]:
        """The office's reasons for a break."""
        return self.catalogue.breaks if self.catalogue else ()

    @property
    def parkings(self) -> Sequence[wire.Option]:
        """The office's reasons to let a visitor go who comes back."""
        return self.catalogue.parkings if self.catalogue else ()

    def refresh(self) -> None:
        """Ask for the floor; however many ask meanwhile, one more question follows."""
        if self._asked:
            self._ask_again = True
            return
        self._asked, self._ask_again = True, False
        self._acts.read(self._look, self._seen, self._missed)

    def since(self, moment: datetime) -> int:
        """Seconds from `moment` until now by the server's clock, never negative; 0 while that is not known."""
        return max(0, int((self.floor.now + self._since_seen() - moment).total_seconds())) if self.floor else 0

    def now(self) -> datetime | None:
        """The moment by the server's clock; None while that is not known."""
        return self.floor.now + self._since_seen() if self.floor else None

    def longest(self, line: wire.LineStatus) -> int:
        """Seconds the longest present wait has lasted by now."""
        return line.longest + int(self._since_seen().total_seconds()) if line.waiting else 0

    def waited(self, visitor: wire.NextInLine) -> int:
        """Seconds the next visitor of a line has waited by now."""
        return visitor.waited + int(self._since_seen().total_seconds())

    def standing(self, line: wire.LineStatus) -> Standing:
        """How the longest wait stands against the line's target."""
        part = self.longest(line) / (line.target_minutes * 60)
        return "good" if part < CLOSE_TO_TARGET else "careful" if part <= 1 else "stop"

    def lines_of(self, counter: int | None) -> tuple[Sequence[wire.LineStatus], Sequence[wire.LineStatus]]:
        """The lines a counter takes from, and the others; all of them for no counter."""
        if self.floor is None:
            return (), ()
        place = next((place for place in self.floor.counters if place.n == counter), None)
        own = set(place.lines) if place else {line.line for line in self.floor.lines}
        lines = self.floor.lines
        return [line for line in lines if line.line in own], [line for line in lines if line.line not in own]

    def line_name(self, line: str) -> str:
        """A line as it is called on the floor; its id when this desk is not told of it."""
        return next((each.name for each in self.floor.lines if each.line == line), line) if self.floor else line

    def _look(self) -> tuple[wire.Catalogue, wire.Hall]:
        return self.catalogue or self._api.catalogue(), self._api.hall()

    def _seen(self, answer: tuple[wire.Catalogue, wire.Hall]) -> None:
        self.catalogue, self.floor = answer
        self._received = self._clock()
        self._asked = False
        self.changed.emit()
        if self._ask_again:
            self.refresh()

    def _missed(self) -> None:
        self._asked = False

    def _since_seen(self) -> timedelta:
        return timedelta(seconds=self._clock() - self._received)

"""A soft sound for a clerk who is free when somebody begins to wait."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall


class Bell(QObject):
    """Rings once when the lines of a free counter, empty until then, have a visitor."""

    def __init__(self, hall: Hall, counter: Counter, ring: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall, self._counter, self._ring = hall, counter, ring
        self._quiet = False
        """Whether nobody waited for a free counter when it was last looked at."""
        hall.changed.connect(self._look)

    def _look(self) -> None:
        free = self._counter.phase == "free"
        own, _ = self._hall.lines_of(self._counter.n)
        waiting = any(line.waiting for line in own)
        if free and waiting and self._quiet:
            self._ring()
        self._quiet = free and not waiting

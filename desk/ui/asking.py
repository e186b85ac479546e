"""The acts at a counter as keys do them: at once, or after what they still have to know."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.ui.ask import Ask
from desk.ui.counter_asks import CounterAsks
from desk.ui.looking import Looking
from desk.viewmodels.counter import Act, Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language


class Asking(QObject):
    """The one small panel and what is asked in it. Window and strip show it by turns, so nothing typed is lost."""

    changed = Signal()

    def __init__(self, counter: Counter, hall: Hall, language: Language) -> None:
        super().__init__()
        self._counter = counter
        self._asked: Act | None = None
        self.ask = Ask(language)
        self.acts = self._acts(CounterAsks(self.ask, counter, hall, language))
        looking = Looking(self.ask, counter, hall, language)
        self.looks = {
            name: self._looking(look)
            for name, look in (("search", looking.search), ("why", looking.why), ("day", looking.day))
        }
        counter.done.connect(self._on_done)
        self.ask.closed.connect(self._on_closed)

    def refresh(self) -> None:
        """Ask no more for an act that does not belong to the moment any longer."""
        if self._asked is not None and not self._counter.possible(self._asked):
            self.ask.leave()

    def _acts(self, asks: CounterAsks) -> dict[Act, Callable[[], None]]:
        counter = self._counter
        return {
            "open": counter.open,
            "next": counter.call_next,
            "start": counter.start,
            "finish": self._asking("finish", asks.finish),
            "recall": counter.recall,
            "no_show": counter.no_show,
            "park": self._asking("park", asks.park),
            "return": counter.send_back,
            "transfer": self._asking("transfer", asks.transfer),
            "add": self._asking("add", asks.add_service),
            "number": self._asking("number", asks.call_number),
            "walk_in": self._asking("walk_in", asks.walk_in),
            "break": self._asking("break", asks.take_break),
            "close": counter.close,
            "undo": counter.undo,
        }

    def _asking(self, act: Act, ask: Callable[[], None]) -> Callable[[], None]:
        def begin() -> None:
            if self._counter.may(act):
                self._asked = act
                ask()
                self.changed.emit()

        return begin

    def _looking(self, look: Callable[[], None]) -> Callable[[], None]:
        def begin() -> None:
            self._asked = None
            look()
            self.changed.emit()

        return begin

    def _on_done(self, act: str) -> None:
        if act == self._asked:
            self.ask.leave()

    def _on_closed(self) -> None:
        self._asked = None
        self.changed.emit()

"""What a supervisor arranges on the floor for the rest of the day."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from desk.viewmodels.hall import Hall
from queue_server import wire
from queue_server.client.api import Api


class Arranging(QObject):
    """Lines, counters' lines, a visitor's priority, what screens say, and the end of the day."""

    changed = Signal()
    settled = Signal()
    """What was asked for is done, and what was typed for it of no further use."""

    def __init__(self, api: Api, acts: Acts, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts, self._hall = api, acts, hall
        self.found: wire.Ticket | None = None
        """The visitor whose number was typed."""
        self.screens = wire.ScreenList([])
        self.preview: tuple[str, wire.ServiceCode] | None = None
        """Where layouts of screens are tried, and the code that opens it."""
        self.over: wire.DayOver | None = None
        """What came of ending the day."""

    @property
    def may_prioritise(self) -> bool:
        """Whether the visitor found waits."""
        return self.found is not None and any(leg.state == "waiting" for leg in self.found.legs)

    def catch_up(self) -> None:
        """Ask what the screens say."""
        self._acts.read(self._api.screens, self._say)

    def forget(self) -> None:
        """Know nothing any more."""
        self.found = self.over = self.preview = None
        self._say(wire.ScreenList([]))

    def close_line(self, line: str, reason: str) -> None:
        """Give no more numbers for a line today."""
        self._act(f"close {line}", lambda: self._api.close_line(line, reason))

    def open_line(self, line: str) -> None:
        """Give numbers for a line again."""
        self._act(f"open {line}", lambda: self._api.open_line(line))

    def arrange(self, n: int, lines: list[str], reason: str) -> None:
        """Let a counter take from these lines."""
        self._act(f"arrange {n} {lines}", lambda: self._api.arrange_counter(n, lines, reason))

    def find(self, number: str) -> None:
        """Look for a visitor by number."""
        self._acts.act(f"find {number}", lambda: self._api.find_ticket(number), self._found)

    def prioritise(self, priority: wire.Priority, reason: str) -> None:
        """Give the visitor found a priority, or take it back."""
        if self.found and self.may_prioritise:
            ticket = self.found.id

            def given(found: wire.Ticket) -> None:
                self._done()
                self._found(found)

            self._acts.act(f"{priority} {ticket}", lambda: self._api.prioritise(ticket, priority, reason), given)

    def tell(self, message: wire.NewMessage) -> None:
        """Say something on the screens."""

        def told(screens: wire.ScreenList) -> None:
            self.settled.emit()
            self._say(screens)

        self._acts.act("tell", lambda: self._api.tell_screens(message), told)

    def hush(self, screen: str | None) -> None:
        """Take a message away."""
        self._acts.act(f"hush {screen}", lambda: self._api.hush_screens(screen), self._say)

    def try_sound(self, screen: str | None) -> None:
        """Let a screen sound, or all, without calling anybody."""
        self._acts.act(f"sound {screen}", lambda: self._api.try_sound(screen), lambda _done: None)

    def allow_preview(self) -> None:
        """Get a code that opens the page where layouts are tried."""

        def allowed(code: wire.ServiceCode) -> None:
            self.preview = (f"{self._api.server}/display/preview", code)
            self.changed.emit()

        self._acts.act("preview", self._api.allow_preview, allowed)

    def end_day(self) -> None:
        """Send home whoever waits."""

        def ended(over: wire.DayOver) -> None:
            self.over = over
            self._done()

        self._acts.act("end_day", self._api.end_day, ended)

    def _act(self, name: str, work: Callable[[], object]) -> None:
        self._acts.act(name, work, lambda _answer: self._done())

    def _done(self) -> None:
        self.settled.emit()
        self._hall.refresh()
        self.changed.emit()

    def _found(self, ticket: wire.Ticket) -> None:
        self.found = ticket
        self.changed.emit()

    def _say(self, screens: wire.ScreenList) -> None:
        self.screens = screens
        self.changed.emit()

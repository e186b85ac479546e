"""A clerk's working day by keys alone, with the server killed twice and the cable pulled once in the middle of acts.

The desk's real window, a real server in a process of its own, and between them a line that can be cut. At the evening
every number must be accounted for, each called by nobody else and let go once.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import desk.app
import desk.settings
from queue_server.domain.events import Entry
from tests.desk.clerk import Clerk
from tests.journeys.mortal import Mortal
from tests.servers import PASSWORD
from tests.torture.desks import issue

COUNTER = 3
_BACK = 40_000
"""Milliseconds until a server that was killed is back at the latest, on a machine busy with other tests."""
_ENDS = ("TicketFinished", "NoShowRecorded")


@dataclass
class Tally:
    """What the clerk did, and what was broken."""

    served: int = 0
    away: int = 0
    kills: int = 0
    pulls: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.served} visitors by one clerk, keys only; {self.kills} kills of the server and {self.pulls} pulled "
            f"cable, {self.away} times told that the server does not answer"
        )


def work_a_day(folder: Path, visitors: int, tally: Tally) -> None:
    """Serve so many visitors; needs a QApplication."""
    office = Mortal(folder)
    try:
        issue(office.database, visitors)
        office.served.add_clerk("maryam")
        station = desk.app.build(
            desk.settings.Settings(office.line.url, office.served.token("desk"), COUNTER, "en", "none:")
        )
        try:
            _Day(Clerk(station), office, visitors, tally).work()
        finally:
            station.close()
        tally.broken += list(_unaccounted(office.journal(), visitors))
    finally:
        office.close()


class _Day:
    """Visitor by visitor; troubles come at fixed places of the day, each in the middle of another act."""

    def __init__(self, clerk: Clerk, office: Mortal, visitors: int, tally: Tally) -> None:
        self._clerk, self._office, self._tally, self._visitors = clerk, office, tally, visitors
        self._troubles: dict[int, tuple[str, Callable[[], None]]] = {
            visitors // 4: ("F2", self._killed_before_answering),
            visitors // 2: ("1", self._cable_pulled),
            3 * visitors // 4: ("F4", self._killed_before_asking),
        }

    def work(self) -> None:
        """From sign-in until nobody waits."""
        clerk = self._clerk
        clerk.sign_in("maryam", PASSWORD)
        clerk.press("F10")
        clerk.until_counter_is("free")
        for n in range(self._visitors):
            self._serve(n)
        clerk.rest(0.5)  # The same key again sooner would be one that bounced.
        clerk.press("F2")
        clerk.until(lambda: clerk.notice("trouble") == "Nobody is waiting.", "the desk says that nobody waits")
        clerk.press("Shift+F12")
        clerk.until_counter_is("closed")

    def _serve(self, n: int) -> None:
        self._key("F2", "called", n)
        if n % 9 == 5 and n not in self._troubles:
            self._key("F8", "free", n)
        else:
            if n % 5 == 2:
                self._clerk.press("F3")
                self._clerk.until(lambda: not self._clerk.desk.acts.busy, "called again")
            self._key("F4", "serving", n)
            self._clerk.press("F9")
            self._key("1", "free", n)
        self._tally.served += 1

    def _key(self, key: str, phase: str, n: int) -> None:
        named, trouble = self._troubles.get(n, ("", None))
        if trouble is None or named != key:
            self._clerk.press(key)
            self._clerk.until_counter_is(phase)
            return
        trouble()
        self._clerk.press(key)
        self._clerk.until(lambda: self._clerk.notice("away") != "", "the desk says that the server does not answer")
        self._tally.away += 1
        self._office.line.plug()
        self._clerk.until(
            lambda: self._clerk.desk.counter.phase == phase and self._clerk.notice("away") == "",
            f"the counter is {phase} again",
            _BACK,
        )
        # The news may come before the act's own answer, and until that no other act begins.
        self._clerk.until_counter_is(phase)

    def _killed_before_answering(self) -> None:
        self._office.line.lose("answer", self._office.die_and_come_back)
        self._tally.kills += 1

    def _killed_before_asking(self) -> None:
        self._office.settle()
        self._office.die_and_come_back()
        self._tally.kills += 1

    def _cable_pulled(self) -> None:
        self._office.line.pull()
        self._tally.pulls += 1


def _unaccounted(journal: list[Entry], visitors: int) -> Iterator[str]:
    """Every number that was not called once and let go once."""
    by_kind = {kind: Counter(e.data["number"] for e in journal if e.kind == kind) for kind in ("TicketIssued", *_ENDS)}
    calls = Counter(e.data["number"] for e in journal if e.kind == "TicketCalled")
    issued, over = by_kind["TicketIssued"], by_kind["TicketFinished"] + by_kind["NoShowRecorded"]
    if sum(issued.values()) != visitors:
        yield f"{sum(issued.values())} numbers were given to {visitors} visitors"
    for number in issued:
        if (calls[number], over[number]) != (1, 1):
            yield f"{number} was called {calls[number]} times and let go {over[number]} times"

"""Whose turn it was: each call that claims to be a turn is held against `pick` over the heads the journal tells of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from queue_server.domain.day import business_day
from queue_server.domain.events import Entry
from queue_server.domain.hall import Waiting, pick
from tests.history.hall import Hall, Spot
from tests.history.rows import Rows


@dataclass
class Turns:
    """The counters so far: which are open, what they take from, and what each policy remembers of its calls."""

    rows: Rows
    hall: Hall
    troubles: list[str] = field(default_factory=list)
    _open: set[int] = field(default_factory=set)
    _arranged: dict[tuple[int, date], list[str]] = field(default_factory=dict)
    _tally: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def hear(self, entry: Entry) -> None:
        """Take one entry, before the hall does."""
        if entry.kind == "CounterOpened":
            self._open.add(entry.data["counter"])
        elif entry.kind in {"CounterClosed", "BreakTaken"}:
            self._open.discard(entry.data["counter"])
        elif entry.kind == "CounterLinesArranged":
            self._arranged[entry.data["counter"], self._day(entry)] = entry.data["lines"]
        elif entry.kind in {"TicketCalled", "TicketDrawn"} and entry.data["why"] in {"turn", "escalated"}:
            self._judge(entry)

    def _judge(self, entry: Entry) -> None:
        n, leg, why = (entry.data[name] for name in ("counter", "leg", "why"))
        catalogue = self.rows.catalogue
        choice = pick(
            self._heads(entry, n),
            catalogue.queue.policy,
            now=entry.at,
            later=catalogue.counters[n].later,
            tally=self._tally[n],
        )
        if choice is None or (choice.head.leg, choice.why) != (leg, why):
            right = "nobody's" if choice is None else f"{choice.head.leg}'s ({choice.why})"
            self.troubles.append(
                f"entry {entry.seq}: counter {n} called {entry.data['number']}, leg {leg} ({why}); it was {right} turn"
            )
        if choice is not None:
            self._tally[n] = choice.tally

    def _heads(self, entry: Entry, n: int) -> Iterator[Waiting]:
        day = self._day(entry)
        others = {line for other in self._open - {n} for line in self._takes(other, day)}
        for line in self._lines(entry.actor, n, day):
            for priority in (True, False):
                for (due, arrival, leg), spot in self.hall.queue(day, line, priority=priority):
                    if _may_call(spot, n, entry.actor) and not (spot.not_counter == n and line in others):
                        yield Waiting(leg, line, due, arrival, priority)
                        break

    def _day(self, entry: Entry) -> date:
        catalogue = self.rows.catalogue
        return business_day(entry.at, catalogue.timezone, catalogue.day_starts)

    def _takes(self, n: int, day: date) -> Sequence[str]:
        return self._arranged.get((n, day), self.rows.catalogue.counters[n].lines)

    def _lines(self, actor: str, n: int, day: date) -> Iterator[str]:
        catalogue = self.rows.catalogue
        who = self.rows.people.get(actor)
        for line in self._takes(n, day):
            if who is None or (
                who.agency in {None, catalogue.lines[line].agency} and (not who.lines or line in who.lines)
            ):
                yield line


def _may_call(spot: Spot, n: int, actor: str) -> bool:
    return spot.for_counter in {None, n} and spot.for_clerk in {None, actor}

"""How each counter spent its day, and the longest it was idle while somebody it might have called waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.events import Entry
from queue_server.replay.lines import Lines, Place


@dataclass(slots=True)
class Attendance:
    """One counter's day, in seconds. `missed` is the longest it stood idle although it could have called somebody."""

    n: int
    lines: tuple[str, ...]
    state: Literal["closed", "open", "break"] = "closed"
    clerk: str = ""
    occupied: bool = False
    served: int = 0
    busy: float = 0.0
    idle: float = 0.0
    rest: float = 0.0
    missed: float = 0.0
    missing: float = 0.0

    def passes(self, seconds: float, could_call: bool) -> None:
        """Let time pass as things stand."""
        if self.state == "break":
            self.rest += seconds
        elif self.state == "open" and self.occupied:
            self.busy += seconds
        elif self.state == "open":
            self.idle += seconds
        stood_by = self.state == "open" and not self.occupied and could_call
        self.missing = self.missing + seconds if stood_by else 0.0
        self.missed = max(self.missed, self.missing)

    def hear(self, entry: Entry) -> None:
        """Take in what the journal tells of this counter."""
        match entry.kind:
            case "CounterOpened":
                self.state, self.clerk = "open", entry.data["clerk"]
            case "BreakTaken":
                self.state = "break"
            case "CounterClosed":
                self.state = "closed"
            case "TicketDrawn" | "TicketCalled":
                self.occupied = True
            case "TicketFinished" | "TicketTransferred":
                self.occupied = False
                self.served += 1
            case "NoShowRecorded" | "TicketParked" | "TicketReturned":
                self.occupied = False


def attendance(entries: Iterable[Entry], catalogue: Catalogue, learnt: dict[str, tuple[str, ...]]) -> list[Attendance]:
    """Every counter's day. `learnt` are the lines of clerks who do not serve all, by the clerk's id."""
    counters = {n: Attendance(n, counter.lines) for n, counter in catalogue.counters.items()}
    lines, before, at_counter = Lines(), None, dict[str, int]()
    for at, told in groupby(entries, key=lambda entry: entry.at):
        if before is not None:
            for each in counters.values():
                each.passes((at - before).total_seconds(), _could_call(each, counters, lines, learnt))
        before = at
        for entry in told:
            lines.hear(entry)
            n = entry.data.get("counter")
            if n is not None and "leg" in entry.data:
                at_counter[entry.data["leg"]] = n
            if entry.data.get("how") == "sent_back":
                n = at_counter[entry.data["leg"]]
            if n in counters:
                counters[n].hear(entry)
    return list(counters.values())


def _could_call(
    counter: Attendance, counters: dict[int, Attendance], lines: Lines, learnt: dict[str, tuple[str, ...]]
) -> bool:
    if counter.state != "open" or counter.occupied or not lines.places:
        return False
    serves = [line for line in counter.lines if line in (learnt.get(counter.clerk) or counter.lines)]
    others = {line for each in counters.values() if each is not counter and each.state == "open" for line in each.lines}

    def may(place: Place) -> bool:
        return (
            place.line in serves
            and place.for_counter in (None, counter.n)
            and place.for_clerk in (None, counter.clerk)
            and (place.not_counter != counter.n or place.line not in others)
        )

    return any(may(place) for place in lines.places.values())

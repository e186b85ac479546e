"""A whole day, one thing after another: a heap of what happens next, and free clerks woken by the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from queue_server.application.timekeeping import end_day, keep_time
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.events import Entry
from queue_server.replay.day import Day, Shift, Visitor, WalkIn
from queue_server.replay.fitting import fit
from queue_server.replay.office import SUPERVISOR, Office
from queue_server.replay.serving import Clerk
from queue_server.replay.visiting import Building, KioskVisit, Visit

_A_SECOND = timedelta(seconds=1)
"""How much after its time something is done that time alone brings about; the server looks every few seconds."""

_FREES = {"CounterClosed", "BreakTaken"}
"""What may leave a ticket to others that was not theirs before, without a word about it."""


@dataclass(frozen=True, slots=True)
class Played:
    """A day played: everything the journal tells of it, and every way the database contradicts itself (none)."""

    day: Day
    catalogue: Catalogue
    entries: tuple[Entry, ...]
    troubles: tuple[str, ...]


def play(day: Day, office: Office) -> Played:
    """Play a day in a fresh office. The same day and catalogue tell the same journal, to the last id.

    Raises `DayRefused` for a day that does not fit the office.
    """
    fit(day, office.catalogue)
    return _Playing(day, office).played()


class _Playing:
    def __init__(self, day: Day, office: Office) -> None:
        self._day, self._office = day, office
        self._building = Building(day.opening, office)
        self._clerks: list[Clerk] = []
        self._entries: list[Entry] = []

    def played(self) -> Played:
        self._plan()
        self._wake()
        agenda = self._building.agenda
        while agenda:
            agenda.go_on()
            self._wake()
        self._office.act(SUPERVISOR, end_day)
        self._entries += self._office.news()
        return Played(self._day, self._office.catalogue, tuple(self._entries), tuple(self._office.troubles()))

    def _plan(self) -> None:
        """Enter everything the file tells into the agenda."""
        agenda, moment = self._building.agenda, self._building.moment
        for _line, shift in self._day.of(Shift):
            clerk = Clerk(self._building, shift)
            agenda.at(moment(shift.opens), partial(self._begins, clerk))
            agenda.at(moment(shift.closes), clerk.may_close)
            for rest in shift.breaks:
                agenda.at(moment(rest.at), partial(clerk.wants_rest, rest))
        for line, visitor in self._day.of(Visitor):
            visit = KioskVisit(self._building, line, visitor)
            visit.books()
            agenda.at(moment(visitor.at), visit.comes)
        for line, walk_in in self._day.of(WalkIn):
            agenda.at(
                moment(walk_in.at), partial(self._walks_in, Visit(self._building, line, walk_in), walk_in.counter)
            )

    def _begins(self, clerk: Clerk) -> None:
        before = [other for other in self._clerks if other.n == clerk.n and not other.gone]
        self._clerks.append(clerk)
        if before:
            before[-1].is_relieved(clerk)
        else:
            clerk.opens()

    def _walks_in(self, visit: Visit, counter: int) -> None:
        """To the clerk at the counter, or nowhere when nobody is there."""
        for clerk in self._clerks:
            if clerk.n == counter and not clerk.gone:
                visit.enters()
                clerk.gets(visit)
                return

    def _keep_time(self, entry: Entry) -> None:
        """Enter when time alone will bring something about, by what has just happened."""
        catalogue = self._office.catalogue
        due: datetime | None = None
        if entry.kind == "TicketParked" and entry.data["until"] is not None:
            due = datetime.fromisoformat(entry.data["until"])
        elif entry.kind == "NoShowRecorded":
            due = entry.at + catalogue.queue.may_return + _A_SECOND
        elif entry.kind == "AppointmentBooked":
            slots = catalogue.lines[entry.data["line"]].slots
            due = datetime.fromisoformat(entry.data["slot"]) + (slots.grace if slots else _A_SECOND) + _A_SECOND
        if due is not None:
            self._building.agenda.at(due, lambda: self._office.act(SUPERVISOR, keep_time))

    def _wake(self) -> None:
        """Let free clerks call whom the journal says begins to wait, until it has nothing new to say."""
        while news := self._office.news():
            self._entries += news
            for entry in news:
                self._keep_time(entry)
                for clerk in self._free(entry):
                    if clerk.calls() and entry.kind not in _FREES:
                        break
        for clerk in self._clerks:
            clerk.goes_home()

    def _free(self, entry: Entry) -> Iterator[Clerk]:
        """The free clerks an entry may concern, those of the fewest lines first: the others are kept for others."""
        line = _line_of(entry)
        for clerk in sorted(self._clerks, key=lambda each: len(each.lines)):
            if clerk.idle and (entry.kind in _FREES or line in clerk.lines):
                yield clerk


def _line_of(entry: Entry) -> str | None:
    """The line somebody began to wait in, or may now be called from by others."""
    if entry.kind == "TicketTransferred":
        return str(entry.data["to_line"])
    if entry.kind in {"TicketIssued", "LegBegan", "TicketReturned", "ReservationReleased"}:
        return str(entry.data["line"])
    return None

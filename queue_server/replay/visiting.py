"""The building and who is in it: visitors come, are checked, wait, come when called or not, and go in the end."""

from collections.abc import Collection
from datetime import datetime, time

from queue_server import wire
from queue_server.application import appointments, leaving, reception
from queue_server.domain.errors import SlotFull, TooLate, WrongState
from queue_server.replay.agenda import Agenda
from queue_server.replay.day import Add, Coming, DayRefused, Opening, Stop, Transfer, Visitor, moment
from queue_server.replay.office import Office
from queue_server.replay.papers import RECEPTION, Papers


class Building:
    """The office on its day, with whoever is inside. `visits` are those who have a number, by their ticket."""

    def __init__(self, opening: Opening, office: Office) -> None:
        self.opening, self.office = opening, office
        self.agenda, self.papers = Agenda(office.clock), Papers()
        self.inside: dict[int, Visit] = {}
        self.visits: dict[str, Visit] = {}

    def moment(self, at: time) -> datetime:
        """When a time of this day is, UTC."""
        catalogue = self.office.catalogue
        return moment(self.opening.date, at, catalogue.timezone, catalogue.day_starts)

    def needs(self, lines: Collection[str]) -> bool:
        """Whether anybody inside is here for one of these lines."""
        return any(not visit.lines.isdisjoint(lines) for visit in self.inside.values())


class Visit:
    """What one line of the file does in the building. `lines` are all it is here for."""

    def __init__(self, building: Building, line: int, told: Coming) -> None:
        self.told, self.lines = told, _lines(building, told)
        self._building, self._line = building, line
        self._stops = iter(told.stops)
        self._stop: Stop | None = None
        self._called = self._away = self._missed = False

    @property
    def stop(self) -> Stop:
        """The stop at a counter that comes next, or is now."""
        if self._stop is None:
            self._stop = next(self._stops, None)
        if self._stop is None:
            raise DayRefused(f"line {self._line}: the visit has more stops than are told")
        return self._stop

    def over(self, ticket: wire.Ticket) -> None:
        """A stop is over; whoever has nothing to wait for any more goes home."""
        self._stop = None
        if not any(leg.state in {"planned", "waiting", "parked"} for leg in ticket.legs):
            self.goes()

    def enters(self) -> None:
        """In by the door."""
        self._building.inside[self._line] = self

    def goes(self) -> None:
        """Out of the building."""
        self._building.inside.pop(self._line, None)

    def hears(self) -> float | None:
        """The number is called: seconds until the visitor is at the counter, or None when nobody comes."""
        self._called = True
        if self._away:
            return None
        if isinstance(self.told, Visitor) and self.told.absent is not None and not self._missed:
            return None
        return self.stop.walk

    def is_missed(self, ticket: str) -> None:
        """Written down as a no-show."""
        self._missed = True
        absent = self.told.absent if isinstance(self.told, Visitor) else None
        if self._away or absent is None or absent.returns_after_minutes is None:
            self.goes()
        else:
            self._building.agenda.after(absent.returns_after_minutes * 60, lambda: self._comes_back(ticket))

    def _comes_back(self, ticket: str) -> None:
        try:
            self._building.office.act(RECEPTION, lambda tx: leaving.come_back(tx, ticket))
        except (TooLate, WrongState):  # Too late by a little, or by so much that the visit has expired.
            self.goes()

    def _loses_patience(self, track: str) -> None:
        if self._called:
            return
        self._away = True
        if isinstance(self.told, Visitor) and self.told.tells:
            self._building.office.act(RECEPTION, lambda tx: leaving.leave(tx, track))
            self.goes()


class KioskVisit(Visit):
    """A visitor who begins at the kiosk."""

    told: Visitor

    def __init__(self, building: Building, line: int, told: Visitor) -> None:
        super().__init__(building, line, told)
        self._code: str | None = None

    def books(self) -> None:
        """Take the place of the appointment, before the day begins. Raises `DayRefused` when it is taken."""
        if self.told.appointment is None:
            return
        slot = self._building.moment(self.told.appointment)
        wanted = wire.NewAppointment(self.told.service, slot, self.told.language)
        try:
            self._code = self._building.office.act(RECEPTION, lambda tx: appointments.book(tx, wanted)).code
        except SlotFull:
            raise DayRefused(f"line {self._line}: the slot is full") from None

    def comes(self) -> None:
        """To the kiosk."""
        self.enters()
        new = wire.NewCheck(self.told.service, self.told.language, wire.Caller(self.told.caller))
        check = self._building.office.act(RECEPTION, lambda tx: reception.open_check(tx, new))
        self._building.agenda.after(self.told.check, lambda: self._asks(check))

    def _asks(self, check: wire.Check) -> None:
        act = self._building.office.act
        check = self._building.papers.concluded(check, self.told, lambda work: act(RECEPTION, work))
        if check.outcome != "ready":
            self.goes()
            return
        new = wire.NewTicket(check.id, self.told.priority, self._code)
        issued = act(RECEPTION, lambda tx: reception.issue_ticket(tx, new))
        self._building.visits[issued.id] = self
        if self.told.leaves_after_minutes is not None:
            self._building.agenda.after(self.told.leaves_after_minutes * 60, lambda: self._loses_patience(issued.track))


def _lines(building: Building, told: Coming) -> frozenset[str]:
    services = building.office.catalogue.services
    wanted = [services[told.service]]
    wanted += [services[stop.then.service] for stop in told.stops if isinstance(stop.then, Add)]
    first = {service.line for service in wanted if service.line is not None}
    sent = {stop.then.line for stop in told.stops if isinstance(stop.then, Transfer)}
    return frozenset({*first, *sent, *(line for service in wanted for line in service.then)})

"""One clerk of the day: opens, calls, serves, rests and closes as the file tells, by the acts of the real desk."""

from collections import deque
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from queue_server import wire
from queue_server.application import calling, counters, floor, reception, visits, walking_in
from queue_server.application.ports import Transaction
from queue_server.domain.trust import Actor, Role
from queue_server.replay.day import Add, Finish, Park, Rest, SendBack, Shift, Transfer
from queue_server.replay.visiting import Building, Visit

T = TypeVar("T")


class Clerk:
    """A clerk at a counter. `idle` is one who serves and has nobody to serve."""

    def __init__(self, building: Building, shift: Shift) -> None:
        self.n = shift.counter
        self.lines = shift.lines or building.office.catalogue.counters[shift.counter].lines
        self.idle = self.gone = False
        self.walk_ins: deque[Visit] = deque()
        self._building, self._agenda, self._shift = building, building.agenda, shift
        self._actor = Actor(shift.clerk, shift.clerk, Role.CLERK, lines=shift.lines)
        self._rests: deque[Rest] = deque()
        self._closing = False
        self._successor: Clerk | None = None

    def opens(self) -> None:
        """Serve from now on."""
        self._act(lambda tx: counters.open_counter(tx, self.n))
        self._is_free()

    def is_relieved(self, successor: "Clerk") -> None:
        """Another takes over the counter as soon as whoever is there now has been served."""
        self._successor, self._closing = successor, True
        self._if_idle()

    def wants_rest(self, rest: Rest) -> None:
        """The time of a break has come."""
        self._rests.append(rest)
        self._if_idle()

    def may_close(self) -> None:
        """The end of the shift has come."""
        self._closing = True
        self._if_idle()

    def goes_home(self) -> None:
        """Close, when staying was for nobody."""
        if self.idle and self._closing and not self._stays():
            self._closes()

    def gets(self, visit: Visit) -> None:
        """Somebody without a number stands at the counter."""
        self.walk_ins.append(visit)
        self._if_idle()

    def calls(self) -> bool:
        """Call whose turn it is; whether anybody's was."""
        ticket = self._act(lambda tx: calling.call_next(tx, self.n))
        if ticket is None:
            return False
        self.idle = False
        if self._building.office.catalogue.counters[self.n].two_step:
            self._act(lambda tx: calling.recall(tx, self.n))
        visit = self._building.visits[ticket.id]
        self._awaits(visit, visit.hears(), calls=1)
        return True

    def _if_idle(self) -> None:
        if self.idle:
            self._is_free()

    def _is_free(self) -> None:
        """Nobody is at the counter: the next thing a clerk does."""
        self.idle = False
        if self._rests and not self._closing:
            self._rest(self._rests.popleft())
        elif self._closing and not self._stays():
            self._closes()
        elif self.walk_ins:
            self._takes(self.walk_ins.popleft())
        elif not self.calls():
            self.idle = True

    def _stays(self) -> bool:
        return self._shift.stays and self._successor is None and self._building.needs(self.lines)

    def _rest(self, rest: Rest) -> None:
        self._act(lambda tx: counters.take_break(tx, self.n, rest.reason))
        self._agenda.after(rest.minutes * 60, self.opens)

    def _closes(self) -> None:
        self.idle, self.gone = False, True
        self._act(lambda tx: counters.close_counter(tx, self.n))
        if self._successor is not None:
            self._successor.walk_ins.extend(self.walk_ins)
            self._successor.opens()
        else:
            for visit in self.walk_ins:
                visit.goes()

    def _awaits(self, visit: Visit, walk: float | None, calls: int) -> None:
        opening = self._building.opening
        if walk is not None:
            self._agenda.after(walk, lambda: self._starts(visit))
        elif calls < max(opening.calls, self._building.office.catalogue.queue.calls_before_no_show):
            self._agenda.after(opening.between_calls, lambda: self._recalls(visit, calls + 1))
        else:
            self._agenda.after(opening.between_calls, lambda: self._gives_up(visit))

    def _recalls(self, visit: Visit, calls: int) -> None:
        self._act(lambda tx: calling.recall(tx, self.n))
        self._awaits(visit, None, calls)

    def _gives_up(self, visit: Visit) -> None:
        ticket = self._act(lambda tx: calling.no_show(tx, self.n))
        visit.is_missed(ticket.id)
        self._is_free()

    def _takes(self, visit: Visit) -> None:
        told = visit.told
        new = wire.WalkIn(told.service, told.caller, "Seen at the counter", told.language, told.priority)
        ticket = self._act(lambda tx: walking_in.walk_in(tx, self.n, new))
        self._building.visits[ticket.id] = visit
        self._serves(visit)

    def _starts(self, visit: Visit) -> None:
        self._act(lambda tx: calling.start(tx, self.n))
        self._serves(visit)

    def _serves(self, visit: Visit) -> None:
        self._agenda.after(visit.stop.serves, lambda: self._ends(visit))

    def _ends(self, visit: Visit) -> None:
        visit.over(self._act(lambda tx: self._then(tx, visit)))
        self._is_free()

    def _then(self, tx: Transaction, visit: Visit) -> wire.Ticket:
        match visit.stop.then:
            case Transfer(line, place):
                return visits.transfer(tx, self.n, wire.Transfer(line=line, place=place))
            case Park(minutes, reason):
                return visits.park(tx, self.n, wire.Park(reason, tx.at + timedelta(minutes=minutes)))
            case SendBack():
                return visits.send_back(tx, self.n)
            case Add(service):
                visits.add_service(tx, self.n, wire.AddService(service))
                return visits.finish(tx, self.n, wire.Finish())
            case Finish("papers_wrong", None):
                return visits.finish(tx, self.n, wire.Finish("papers_wrong", self._first_requirement(tx)))
            case Finish(outcome, requirement):
                return visits.finish(tx, self.n, wire.Finish(outcome, requirement))

    def _first_requirement(self, tx: Transaction) -> str | None:
        """What the visitor's check asked for first."""
        here = floor.counter_status(tx, self.n).ticket
        findings = [] if here is None else reception.check_status(tx, here.check).findings
        return findings[0].requirement if findings else None

    def _act(self, work: Callable[[Transaction], T]) -> T:
        return self._building.office.act(self._actor, work)

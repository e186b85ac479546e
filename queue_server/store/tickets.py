"""The rows of tickets and their legs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ClauseElement,
    Select,
    bindparam,
    case,
    delete,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    union_all,
    update,
)

from queue_server.domain.errors import WrongState
from queue_server.domain.hall import Waiting
from queue_server.domain.leases import BEYOND
from queue_server.domain.tickets import Leg, LegState, Ticket
from queue_server.store.books import OFFICE, Book, Shape
from queue_server.store.statements import Statement, Upsert
from queue_server.store.tables import BUSY, OPEN, WAITING, series
from queue_server.store.tables import leg as legs
from queue_server.store.tables import ticket as tickets

_LEG_FIELDS = tuple(field.name for field in fields(Leg))
_NOBODY = 0
"""No counter has this number: nothing is barred."""

_TICKET = Shape(Ticket, tickets)
_TICKET_BY_ID = _TICKET.where(tickets.c.id == bindparam("id"))
_BY_TRACK = _TICKET.where(tickets.c.track == bindparam("track"))
_BY_NUMBER = _TICKET.where(
    tickets.c.day == bindparam("day"), tickets.c.series == bindparam("series"), tickets.c.n == bindparam("n")
)
_ADD_TICKET = _TICKET.adding()
_RANK = Statement(
    update(tickets)
    .where(tickets.c.office == OFFICE, tickets.c.id == bindparam("ticket"))
    .values(priority=bindparam("rank"))
)

_MORE_TIME = Statement(
    update(tickets)
    .where(tickets.c.office == OFFICE, tickets.c.id == bindparam("ticket"), tickets.c.more_time_at.is_(None))
    .values(more_time_at=bindparam("at", type_=tickets.c.more_time_at.type))
)

_LEG = Shape(Leg, legs, state=LegState)
_LEG_BY_ID = _LEG.where(legs.c.id == bindparam("id"))
_OF_TICKET = _LEG.where(legs.c.ticket == bindparam("ticket"), order_by=[legs.c.seq])
_AT_COUNTER = _LEG.where(legs.c.counter == bindparam("counter"), BUSY)
_ADD_LEG = _LEG.adding()
_REMOVE_LEG = Statement(delete(legs).where(legs.c.office == OFFICE, legs.c.id == bindparam("id")))

_TODAY = legs.c.day == bindparam("day")
_IN_ORDER = (legs.c.due, legs.c.arrival, legs.c.seq)
_RESERVED = _LEG.where(
    _TODAY,
    OPEN,
    or_(legs.c.for_counter == bindparam("counter"), legs.c.for_clerk == bindparam("clerk")),
    order_by=_IN_ORDER,
)
_OPEN_BEFORE = _LEG.where(legs.c.day < bindparam("day"), OPEN, order_by=_IN_ORDER)
_OPEN_ON = _LEG.where(_TODAY, OPEN, order_by=_IN_ORDER)
_BACK = (legs.c.state == literal_column("'parked'")) & (legs.c.return_at <= bindparam("parked_until"))
_AWAY = (legs.c.state == literal_column("'no_show'")) & (legs.c.finished_at < bindparam("away_since"))
_RESTING = _LEG.where(_TODAY, OPEN, or_(_BACK, _AWAY), order_by=_IN_ORDER)

_AHEAD = Statement(
    select(func.count())
    .select_from(legs)
    .where(
        legs.c.office == OFFICE,
        _TODAY,
        legs.c.line == bindparam("line"),
        WAITING,
        tuple_(legs.c.due, legs.c.arrival)
        < tuple_(bindparam("due", type_=legs.c.due.type), bindparam("arrival", type_=legs.c.arrival.type)),
    )
)
_IN_LINE = Statement(
    select(legs.c.ticket)
    .where(legs.c.office == OFFICE, _TODAY, legs.c.line == bindparam("line"), WAITING)
    .order_by(legs.c.due, legs.c.arrival)
)
_WAITING = Statement(
    select(legs.c.line, func.count(), func.min(legs.c.waiting_since))
    .where(legs.c.office == OFFICE, _TODAY, WAITING)
    .group_by(legs.c.line)
)


_AFTER = case((series.c.last + 1 == series.c.lent_from, BEYOND), else_=series.c.last + 1)
"""The next number: those lent to kiosks are passed over."""


def _counting(insert: Any) -> ClauseElement:
    first = insert(series).values(office=OFFICE, day=bindparam("day"), series=bindparam("series"), last=1)
    keys = [series.c.office, series.c.day, series.c.series]
    counted: ClauseElement = first.on_conflict_do_update(index_elements=keys, set_={"last": _AFTER}).returning(
        series.c.last
    )
    return counted


_NEXT_NUMBER = Upsert(_counting)


class TicketBook(Book):
    """The tickets of one office and their legs."""

    def find(self, ticket: str) -> Ticket | None:
        """A ticket by its id."""
        return self._one(_TICKET_BY_ID, id=ticket)

    def of(self, leg: Leg) -> Ticket:
        """The ticket a leg belongs to."""
        [ticket] = self._all(_TICKET_BY_ID, id=leg.ticket)
        return ticket

    def by_track(self, track: str) -> Ticket | None:
        """A ticket by the secret of the visitor's own page."""
        return self._one(_BY_TRACK, track=track)

    def by_number(self, day: date, number: str) -> Ticket | None:
        """A ticket of the day by what is printed on it, as `C042`."""
        letters = number.rstrip("0123456789")
        digits = number[len(letters) :]
        if not digits or len(digits) > 9:
            return None
        return self._one(_BY_NUMBER, day=day, series=letters, n=int(digits))

    def next_number(self, day: date, letters: str) -> int:
        """The next number of a day's series; the row is counted up, so a number is never given twice."""
        [[last]] = self._rows(_NEXT_NUMBER, day=day, series=letters)
        return int(last)

    def add(self, ticket: Ticket) -> None:
        """Keep a new ticket."""
        self._do(_ADD_TICKET, **_TICKET.values(ticket))

    def rank(self, ticket: str, priority: str) -> None:
        """Give a ticket another priority."""
        self._do(_RANK, ticket=ticket, rank=priority)

    def allow_more_time(self, ticket: str, at: datetime) -> bool:
        """Remember that a visitor asked for more time; False when they had asked before."""
        return self._do(_MORE_TIME, ticket=ticket, at=at) == 1

    def add_leg(self, leg: Leg) -> None:
        """Keep a new leg."""
        self._do(_ADD_LEG, **_LEG.values(leg))

    def remove_leg(self, leg: Leg) -> None:
        """Unmake a leg, when the act that made it is taken back."""
        self._do(_REMOVE_LEG, id=leg.id)

    def legs(self, ticket: str) -> Sequence[Leg]:
        """A ticket's legs, in order."""
        return self._all(_OF_TICKET, ticket=ticket)

    def leg(self, leg: str) -> Leg:
        """A leg by its id."""
        [found] = self._all(_LEG_BY_ID, id=leg)
        return found

    def at_counter(self, counter: int) -> tuple[Ticket, Leg] | None:
        """The ticket called to a counter or served there."""
        leg = self._one(_AT_COUNTER, counter=counter)
        return None if leg is None else (self.of(leg), leg)

    def heads(
        self, day: date, lines: Collection[str], counter: int, clerk: str, barred: Collection[str] = ()
    ) -> Sequence[Waiting]:
        """Of each line, whoever a clerk at a counter may call first: one among priority visitors, one among the others.

        In the lines `barred`, those once sent back from this counter are left to others. One step into the index for
        each, however many wait or ever waited.
        """
        values: dict[str, object] = {"day": day, "counter": counter, "clerk": clerk}
        for place, line in enumerate(lines):
            values[f"line{place}"] = line
            values[f"barred{place}"] = counter if line in barred else _NOBODY
        rows = self._rows(_heads(len(lines)), **values) if lines else []
        return [Waiting(*row) for row in rows]

    def head(self, day: date, line: str) -> Waiting | None:
        """The waiting leg due first in a line, whoever may call it."""
        rows = self._rows(_HEAD, day=day, line=line)
        return min((Waiting(*row) for row in rows), key=lambda head: (head.due, head.arrival), default=None)

    def move(self, before: Leg, after: Leg) -> None:
        """Keep a leg's next state; raises `WrongState` when it is no longer in the state `before` says."""
        changed = {name: getattr(after, name) for name in _LEG_FIELDS if getattr(after, name) != getattr(before, name)}
        changed["state"] = after.state
        if self._do(_move(tuple(changed)), **changed, leg=before.id, was=before.state) != 1:
            raise WrongState(state=str(before.state), wanted=str(after.state))

    def ahead(self, leg: Leg) -> int:
        """How many waiting legs of the same line are due before this one."""
        [[ahead]] = self._rows(_AHEAD, day=leg.day, line=leg.line, due=leg.due, arrival=leg.arrival)
        return int(ahead)

    def in_line(self, day: date, line: str) -> Sequence[str]:
        """The tickets that wait in a line, due first."""
        return [ticket for [ticket] in self._rows(_IN_LINE, day=day, line=line)]

    def waiting(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """Per line: how many wait, and since when the one who waits longest."""
        return {line: (count, since) for line, count, since in self._rows(_WAITING, day=day)}

    def reserved(self, day: date, counter: int, clerk: str | None) -> Sequence[Leg]:
        """Legs kept for a counter or its clerk: waiting, or to wait again."""
        return self._all(_RESERVED, day=day, counter=counter, clerk=clerk)

    def open_before(self, day: date) -> Sequence[Leg]:
        """Legs of earlier days whose visit was never ended."""
        return self._all(_OPEN_BEFORE, day=day)

    def open_on(self, day: date) -> Sequence[Leg]:
        """Legs of a day whose visit may still go on."""
        return self._all(_OPEN_ON, day=day)

    def resting(self, day: date, parked_until: datetime, away_since: datetime) -> Sequence[Leg]:
        """Parked legs whose time to return has come, and no-shows of `away_since` or earlier."""
        return self._all(_RESTING, day=day, parked_until=parked_until, away_since=away_since)


@cache
def _move(changed: tuple[str, ...]) -> Statement:
    """Change these columns of a leg, if it still is as it was."""
    mine = (legs.c.office == OFFICE, legs.c.id == bindparam("leg"), legs.c.state == bindparam("was"))
    return Statement(update(legs).where(*mine).values({name: bindparam(name) for name in changed}))


_COLUMNS = (
    legs.c.id.label("leg"),
    legs.c.line,
    legs.c.due,
    legs.c.arrival,
    legs.c.priority,
    legs.c.not_counter,
)


def _of_class(line: str, priority: str) -> Select[*tuple[object, ...]]:
    """The first of one class in one line. `state` and `priority` are written out: a partial index needs to see them."""
    return (
        select(*_COLUMNS)
        .where(
            legs.c.office == OFFICE,
            _TODAY,
            legs.c.line == bindparam(line),
            legs.c.priority == literal_column(priority),
            WAITING,
        )
        .order_by(legs.c.due, legs.c.arrival)
        .limit(1)
    )


@cache
def _heads(lines: int) -> Statement:
    firsts = []
    for place in range(lines):
        mine = (
            or_(legs.c.for_counter.is_(None), legs.c.for_counter == bindparam("counter")),
            or_(legs.c.for_clerk.is_(None), legs.c.for_clerk == bindparam("clerk")),
            or_(legs.c.not_counter.is_(None), legs.c.not_counter != bindparam(f"barred{place}")),
        )
        firsts += [_of_class(f"line{place}", priority).where(*mine).subquery() for priority in ("true", "false")]
    return Statement(select(union_all(*(select(first) for first in firsts)).subquery()))


_HEAD = Statement(
    select(union_all(*(select(_of_class("line", each).subquery()) for each in ("true", "false"))).subquery())
)

"""The live floor, for those who serve and for those who wait: read only."""

from datetime import datetime

from msgspec.structs import replace

from queue_server import wire
from queue_server.application import referring
from queue_server.application.partners import needs_papers, of_their_agency, visible
from queue_server.application.ports import Transaction
from queue_server.application.slips import slip_of
from queue_server.domain.catalogue import Counter, Line
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import Unknown
from queue_server.domain.hall import CounterRow, Waiting
from queue_server.domain.tickets import Leg, LegState, Ticket, current


def hall(tx: Transaction) -> wire.Hall:
    """Lines, counters and who is next, as they stand after journal number `seq`; a partner agency sees its own."""
    waiting, closed = tx.tickets.waiting(tx.day), tx.lines.closed(tx.day)
    lines = {line.id: line for line in tx.catalogue.lines.values() if of_their_agency(tx, line.id)}
    return wire.Hall(
        seq=tx.seq,
        now=tx.at,
        lines=[_line(tx, line, closed.get(line.id), *waiting.get(line.id, (0, tx.at))) for line in lines.values()],
        counters=[
            counter_status(tx, counter.n)
            for counter in tx.catalogue.counters.values()
            if tx.actor.agency is None or _lines_at(tx, counter, tx.counters.find(counter.n))
        ],
        referred=_at_the_information_desk(tx) if tx.actor.agency is None else 0,
    )


def _at_the_information_desk(tx: Transaction) -> int:
    """How many are to be helped there: whoever asked about a check that was handed over counts once."""
    asked = {referral.check or referral.id for referral in referring.waiting(tx).referrals}
    return len(asked | {check.id for check in tx.checks.referred(tx.day)})


def counter_status(tx: Transaction, n: int) -> wire.CounterStatus:
    """One counter with the ticket called to it or being served. Raises `Unknown`, also for another agency's."""
    counter = tx.catalogue.counters.get(n)
    row = tx.counters.find(n)
    lines = [] if counter is None else _lines_at(tx, counter, row)
    if counter is None or (tx.actor.agency is not None and not lines and row.holder != tx.actor.id):
        raise Unknown("counter", str(n))
    here = tx.tickets.at_counter(n)
    return wire.CounterStatus(
        n=n,
        name=counter.name[tx.actor.language],
        lines=lines,
        state=row.state,
        clerk=row.holder_name,
        reason=row.reason,
        ticket=None if here is None or not of_their_agency(tx, here[1].line) else ticket_in_words(tx, here[0]),
        since=row.since if here is not None or row.state != "open" else _idle_since(tx, row),
        holder=row.holder,
    )


def ticket_status(tx: Transaction, ticket_id: str) -> wire.Ticket:
    """One ticket with its legs. Raises `Unknown`."""
    return _seen(tx, tx.tickets.find(ticket_id), ticket_id)


def ticket_by_number(tx: Transaction, number: str) -> wire.Ticket:
    """Today's ticket of that number. Raises `Unknown`."""
    return _seen(tx, tx.tickets.by_number(tx.day, number.strip().upper()), number)


def visitors_ticket(tx: Transaction, track: str) -> Ticket:
    """The ticket of a visitor's own page, on its day only. Raises `Unknown`."""
    ticket = tx.tickets.by_track(track)
    if ticket is None or ticket.day != tx.day:
        raise Unknown("ticket", "")
    return ticket


def visitors_own(tx: Transaction, ticket: Ticket) -> wire.VisitorView:
    """A ticket as its visitor sees it: number, state, place in line, counter and floor, and the stops of the visit."""
    legs = tx.tickets.legs(ticket.id)
    leg = current(legs)
    line = tx.catalogue.lines[leg.line]
    return wire.VisitorView(
        number=ticket.number,
        state=leg.state.value,
        language=ticket.language,
        ahead=tx.tickets.ahead(leg) if leg.state is LegState.WAITING else 0,
        counter=leg.counter,
        floor=line.floor,
        line=dict(line.name),
        office=dict(tx.catalogue.name),
        timezone=tx.catalogue.timezone,
        now=tx.at,
        seq=tx.seq,
        calls=leg.calls,
        until=leg.return_at if leg.state is LegState.PARKED else None,
        may_take_time=leg.state is LegState.WAITING and ticket.more_time_at is None,
        legs=[
            wire.VisitorLeg(step.state.value, dict(there.name), there.floor, step is leg)
            for step in legs
            for there in [tx.catalogue.lines[step.line]]
        ],
    )


def ticket_in_words(tx: Transaction, ticket: Ticket) -> wire.Ticket:
    """A ticket as the wire has it."""
    if tx.actor.agency is not None:
        return _partners_ticket(tx, ticket)
    legs = tx.tickets.legs(ticket.id)
    first, now = legs[0], current(legs)
    return wire.Ticket(
        id=ticket.id,
        number=ticket.number,
        service=ticket.service,
        service_name=service_name(tx, ticket.service),
        language=ticket.language,
        priority=ticket.priority,
        check=ticket.check,
        issued_at=ticket.issued_at,
        ahead=tx.tickets.ahead(now) if now.state is LegState.WAITING else 0,
        waited=seconds_between(ticket.issued_at, first.called_at or tx.at),
        waivers=ticket.waivers,
        legs=[_leg(leg) for leg in legs],
        slot=ticket.slot,
    )


def _partners_ticket(tx: Transaction, ticket: Ticket) -> wire.Ticket:
    """Their own steps with what was handed over, and of the check only whether they need papers of it."""
    legs = [leg for leg in tx.tickets.legs(ticket.id) if of_their_agency(tx, leg.line)]
    begun = [leg for leg in legs if leg.state is not LegState.PLANNED]
    now = (begun or legs)[-1]
    first = (begun or legs)[0]
    return wire.Ticket(
        id=ticket.id,
        number=ticket.number,
        service=now.service,
        service_name=service_name(tx, now.service),
        language=ticket.language,
        priority=ticket.priority,
        check=ticket.check if needs_papers(tx, ticket.service) else "",
        issued_at=ticket.issued_at,
        ahead=tx.tickets.ahead(now) if now.state is LegState.WAITING else 0,
        waited=seconds_between(first.waiting_since, first.called_at or tx.at),
        waivers=0,
        legs=[_leg(leg) for leg in legs],
        slot=ticket.slot,
    )


def service_name(tx: Transaction, service: str) -> str:
    """A service's name as the reader reads it; its id when the catalogue no longer has it."""
    known = tx.catalogue.services.get(service)
    return service if known is None else known.name[tx.actor.language]


def _seen(tx: Transaction, ticket: Ticket | None, name: str) -> wire.Ticket:
    if ticket is None or not visible(tx, ticket):
        raise Unknown("ticket", name)
    words = ticket_in_words(tx, ticket)
    # Asked here only: whoever calls and serves all day has no use for it.
    return replace(words, slip=slip_of(tx, ticket)) if tx.actor.agency is None else words


def _lines_at(tx: Transaction, counter: Counter, row: CounterRow) -> list[str]:
    return [line for line in row.serves(tx.day, counter.lines) if of_their_agency(tx, line)]


def _idle_since(tx: Transaction, row: CounterRow) -> datetime | None:
    last = tx.undo.last_at(row.n)
    return row.since if last is None or row.since is None else max(last, row.since)


def _line(tx: Transaction, line: Line, closed: str | None, waiting: int, since: datetime) -> wire.LineStatus:
    head = tx.tickets.head(tx.day, line.id) if waiting else None
    return wire.LineStatus(
        line=line.id,
        name=line.name[tx.actor.language],
        waiting=waiting,
        longest=seconds_between(since, tx.at),
        target_minutes=line.target_minutes,
        next=None if head is None else _next(tx, head),
        open=closed is None,
        closed_because=closed or "",
    )


def _next(tx: Transaction, head: Waiting) -> wire.NextInLine:
    leg = tx.tickets.leg(head.leg)
    ticket = tx.tickets.of(leg)
    return wire.NextInLine(
        number=ticket.number,
        service=leg.service,
        service_name=service_name(tx, leg.service),
        language=ticket.language,
        priority=ticket.priority,
        waited=seconds_between(leg.waiting_since, tx.at),
        papers="waived" if ticket.waivers and tx.actor.agency is None else "ready",
    )


def _leg(leg: Leg) -> wire.Leg:
    return wire.Leg(
        id=leg.id,
        line=leg.line,
        service=leg.service,
        state=leg.state.value,
        waiting_since=leg.waiting_since,
        due=leg.due,
        due_by=leg.due_by,
        called_at=leg.called_at,
        started_at=leg.started_at,
        finished_at=leg.finished_at,
        counter=leg.counter,
        calls=leg.calls,
        outcome=leg.outcome,
        for_counter=leg.for_counter,
        note=leg.note,
        reason=leg.reason,
        return_at=leg.return_at,
    )

"""The live floor, for those who serve and for those who wait: read only."""

from datetime import datetime

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.catalogue import Line
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import Unknown
from queue_server.domain.hall import Waiting
from queue_server.domain.tickets import Leg, LegState, Ticket


def hall(tx: Transaction) -> wire.Hall:
    """Lines, counters and who is next, as they stand after journal number `seq`."""
    waiting = tx.tickets.waiting(tx.day)
    return wire.Hall(
        seq=tx.seq,
        now=tx.at,
        lines=[_line(tx, line, *waiting.get(line.id, (0, tx.at))) for line in tx.catalogue.lines.values()],
        counters=[counter_status(tx, n) for n in tx.catalogue.counters],
        referred=len(tx.checks.referred(tx.day)),
    )


def counter_status(tx: Transaction, n: int) -> wire.CounterStatus:
    """One counter with the ticket called to it or being served. Raises `Unknown`."""
    counter = tx.catalogue.counters.get(n)
    if counter is None:
        raise Unknown("counter", str(n))
    row = tx.counters.find(n)
    here = tx.tickets.at_counter(n)
    return wire.CounterStatus(
        n=n,
        name=counter.name[tx.actor.language],
        lines=list(counter.lines),
        state=row.state,
        clerk=row.holder_name,
        reason=row.reason,
        ticket=None if here is None else ticket_in_words(tx, here[0]),
    )


def ticket_status(tx: Transaction, ticket_id: str) -> wire.Ticket:
    """One ticket with its legs. Raises `Unknown`."""
    ticket = tx.tickets.find(ticket_id)
    if ticket is None:
        raise Unknown("ticket", ticket_id)
    return ticket_in_words(tx, ticket)


def visitors_view(tx: Transaction, track: str) -> wire.VisitorView | None:
    """What the visitor's own page tells, today only: number, state, place in line, counter."""
    ticket = tx.tickets.by_track(track)
    if ticket is None or ticket.day != tx.day:
        return None
    leg = tx.tickets.legs(ticket.id)[-1]
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
    )


def ticket_in_words(tx: Transaction, ticket: Ticket) -> wire.Ticket:
    """A ticket as the wire has it."""
    legs = tx.tickets.legs(ticket.id)
    first, last = legs[0], legs[-1]
    return wire.Ticket(
        id=ticket.id,
        number=ticket.number,
        service=ticket.service,
        service_name=service_name(tx, ticket.service),
        language=ticket.language,
        priority=ticket.priority,
        check=ticket.check,
        issued_at=ticket.issued_at,
        ahead=tx.tickets.ahead(last) if last.state is LegState.WAITING else 0,
        waited=seconds_between(ticket.issued_at, first.called_at or tx.at),
        waivers=ticket.waivers,
        legs=[_leg(leg) for leg in legs],
    )


def service_name(tx: Transaction, service: str) -> str:
    """A service's name as the reader reads it; its id when the catalogue no longer has it."""
    known = tx.catalogue.services.get(service)
    return service if known is None else known.name[tx.actor.language]


def _line(tx: Transaction, line: Line, waiting: int, since: datetime) -> wire.LineStatus:
    head = tx.tickets.head(tx.day, line.id) if waiting else None
    return wire.LineStatus(
        line=line.id,
        name=line.name[tx.actor.language],
        waiting=waiting,
        longest=seconds_between(since, tx.at),
        target_minutes=line.target_minutes,
        next=None if head is None else _next(tx, head),
    )


def _next(tx: Transaction, head: Waiting) -> wire.NextInLine:
    leg = tx.tickets.leg(head.leg)
    ticket = tx.tickets.of(leg)
    return wire.NextInLine(
        number=ticket.number,
        service=ticket.service,
        service_name=service_name(tx, ticket.service),
        language=ticket.language,
        priority=ticket.priority,
        waited=seconds_between(leg.waiting_since, tx.at),
        papers="waived" if ticket.waivers else "ready",
    )


def _leg(leg: Leg) -> wire.Leg:
    return wire.Leg(
        id=leg.id,
        line=leg.line,
        state=leg.state.value,
        waiting_since=leg.waiting_since,
        due=leg.due,
        called_at=leg.called_at,
        started_at=leg.started_at,
        finished_at=leg.finished_at,
        counter=leg.counter,
        calls=leg.calls,
        outcome=leg.outcome,
    )

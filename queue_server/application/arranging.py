"""What a supervisor arranges on the floor for the rest of the day: lines, counters' lines, a visitor's priority."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.floor import counter_status, ticket_in_words
from queue_server.application.partners import visible
from queue_server.application.ports import Transaction
from queue_server.domain.catalogue import Line
from queue_server.domain.errors import Unknown, WrongState
from queue_server.domain.events import TicketPrioritised
from queue_server.domain.office_events import CounterLinesArranged, LineClosed, LineReopened
from queue_server.domain.tickets import OPEN, Leg, LegState, Ticket, current

_BY_ARRIVAL = frozenset({"arrival", "kept"})


def close_line(tx: Transaction, line_id: str, why: wire.Because) -> None:
    """Give no more numbers for a line today; whoever waits is served. Harmless when it is closed. Raises `Unknown`."""
    line = _ours(tx, line_id)
    if line.id not in tx.lines.closed(tx.day):
        tx.lines.close(tx.day, line.id, why.reason)
        tx.record(LineClosed(line.id, tx.actor.name, why.reason))


def reopen_line(tx: Transaction, line_id: str) -> None:
    """Give numbers for a line again. Harmless when it is open. Raises `Unknown`."""
    line = _ours(tx, line_id)
    if line.id in tx.lines.closed(tx.day):
        tx.lines.reopen(tx.day, line.id)
        tx.record(LineReopened(line.id, tx.actor.name))


def arrange_counter(tx: Transaction, n: int, wanted: wire.CounterLines) -> wire.CounterStatus:
    """Let a counter take from these lines for the rest of the day. A visitor who is there is served to the end.

    Raises `Unknown` for a counter or line; a partner agency's supervisor arranges its own only.
    """
    counter = tx.catalogue.counters.get(n)
    if counter is None:
        raise Unknown("counter", str(n))
    for line in (*wanted.lines, *tx.counters.find(n).serves(tx.day, counter.lines)):
        _ours(tx, line)
    lines = [line for line in tx.catalogue.lines if line in wanted.lines]
    tx.counters.arrange(n, lines, tx.day)
    tx.record(CounterLinesArranged(n, lines, tx.actor.name, wanted.reason))
    return counter_status(tx, n)


def prioritise(tx: Transaction, ticket_id: str, wanted: wire.Prioritise) -> wire.Ticket:
    """Give a visitor who waits a priority, or take it back: due as if it had been said on arrival.

    What a clerk put first or last, or an appointment, keeps its due time. Raises `Unknown`, and `WrongState` for one
    who does not wait.
    """
    ticket = tx.tickets.find(ticket_id)
    if ticket is None or ticket.day != tx.day or not visible(tx, ticket):
        raise Unknown("ticket", ticket_id)
    legs = tx.tickets.legs(ticket.id)
    leg = current(legs)
    if leg.state is not LegState.WAITING:
        raise WrongState(state=str(leg.state), wanted=str(LegState.WAITING))
    ranked = replace(ticket, priority=wanted.priority)
    tx.tickets.rank(ticket.id, wanted.priority)
    for each in legs:
        if each.state in OPEN:
            tx.tickets.move(each, _ranked(tx, ranked, each))
    due = _ranked(tx, ranked, leg).due.isoformat()
    tx.record(
        TicketPrioritised(
            ticket.id,
            ticket.number,
            leg.line,
            leg.id,
            wanted.priority,
            due,
            leg.due_by,
            tx.actor.name,
            wanted.reason,
        )
    )
    return ticket_in_words(tx, ranked)


def _ranked(tx: Transaction, ticket: Ticket, leg: Leg) -> Leg:
    priority = ticket.priority != "none"
    if leg.due_by not in _BY_ARRIVAL:
        return replace(leg, priority=priority)
    target = tx.catalogue.lines[leg.line].target_minutes
    return replace(
        leg,
        priority=priority,
        due=tx.catalogue.queue.policy.due(ticket.issued_at, target, priority=priority),
    )


def _ours(tx: Transaction, line_id: str) -> Line:
    line = tx.catalogue.lines.get(line_id)
    if line is None or tx.actor.agency not in {None, line.agency}:
        raise Unknown("line", line_id)
    return line

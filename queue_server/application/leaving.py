"""A visitor who leaves the queue, asks for more time, or comes back."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.calling import may_return
from queue_server.application.floor import ticket_in_words, visitors_own, visitors_ticket
from queue_server.application.partners import all_theirs, visible
from queue_server.application.ports import Transaction
from queue_server.application.visits import give_up
from queue_server.domain import events
from queue_server.domain.errors import Conflict, TooLate, Unknown, WrongState
from queue_server.domain.tickets import AT_COUNTER, MORE_TIME, OPEN, LegState, Ticket, current


def cancel(tx: Transaction, ticket_id: str) -> wire.Ticket:
    """End a visit before its turn.

    Raises `Unknown`, `WrongState` at a counter or when it is over, `Forbidden` while a step left is another agency's.
    """
    ticket = _todays(tx, ticket_id)
    all_theirs(tx, *(leg for leg in tx.tickets.legs(ticket.id) if leg.state in OPEN))
    _give_up(tx, ticket)
    return ticket_in_words(tx, ticket)


def leave(tx: Transaction, track: str) -> wire.VisitorView:
    """The visitor gives up the place in line on their own page. Raises `Unknown`, `WrongState`."""
    ticket = visitors_ticket(tx, track)
    _give_up(tx, ticket)
    return visitors_own(tx, ticket)


def take_time(tx: Transaction, track: str) -> wire.VisitorView:
    """The visitor is not to be called for ten minutes, once in a visit, and is due as before thereafter.

    It is a parked leg that comes back by itself, so whoever is due later goes first meanwhile and nobody waits longer
    for it. Raises `Unknown`, `WrongState` unless the visitor waits, `Conflict` the second time.
    """
    ticket = visitors_ticket(tx, track)
    leg = current(tx.tickets.legs(ticket.id))
    if leg.state is not LegState.WAITING:  # Whoever is called may be parked too, but by the clerk.
        raise WrongState(state=str(leg.state), wanted=str(LegState.PARKED))
    if not tx.tickets.allow_more_time(ticket.id, tx.at):
        raise Conflict
    until = tx.at + MORE_TIME
    tx.tickets.move(leg, leg.moved(LegState.PARKED, return_at=until))
    tx.record(events.MoreTimeGiven(ticket.id, ticket.number, leg.line, leg.id, until.isoformat()))
    return visitors_own(tx, replace(ticket, more_time_at=tx.at))


def come_back(tx: Transaction, ticket_id: str) -> wire.Ticket:
    """Wait again with the old due time: after a no-show within the office's time, or after being parked.

    Raises `Unknown`, `WrongState`, `TooLate`, `Forbidden` for a step that is another agency's.
    """
    ticket = _todays(tx, ticket_id)
    leg = current(tx.tickets.legs(ticket.id))
    all_theirs(tx, leg)
    if leg.state not in {LegState.NO_SHOW, LegState.PARKED}:
        raise WrongState(state=str(leg.state), wanted=str(LegState.WAITING))
    if leg.state is LegState.NO_SHOW and not may_return(tx, leg):
        raise TooLate(number=ticket.number)
    wait_again(tx, ticket, "late" if leg.state is LegState.NO_SHOW else "parked")
    return ticket_in_words(tx, ticket)


def wait_again(tx: Transaction, ticket: Ticket, how: str) -> None:
    """Put the current leg back in its line, due as before."""
    leg = current(tx.tickets.legs(ticket.id))
    waiting = leg.moved(LegState.WAITING, waiting_since=tx.at, finished_at=None, counter=None, return_at=None)
    tx.tickets.move(leg, replace(waiting, reason=""))
    tx.record(events.TicketReturned(ticket.id, ticket.number, leg.line, leg.id, how))


def _todays(tx: Transaction, ticket_id: str) -> Ticket:
    ticket = tx.tickets.find(ticket_id)
    if ticket is None or ticket.day != tx.day or not visible(tx, ticket):
        raise Unknown("ticket", ticket_id)
    return ticket


def _give_up(tx: Transaction, ticket: Ticket) -> None:
    still_open = [leg for leg in tx.tickets.legs(ticket.id) if leg.state in OPEN]
    if not still_open or any(leg.state in AT_COUNTER for leg in still_open):
        raise WrongState(state=str(current(tx.tickets.legs(ticket.id)).state), wanted=str(LegState.CANCELLED))
    for leg in still_open:
        move = give_up(tx, ticket, leg)
        tx.tickets.move(leg, move.after)

"""Taking back: the last act at a counter, by the clerk who did it, within seconds."""

from datetime import timedelta

from queue_server import wire
from queue_server.application.at_counter import let_go, mine
from queue_server.application.floor import counter_status
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.errors import NothingToUndo, TooLate
from queue_server.domain.tickets import Leg, LegState, Move

UNDO_WITHIN = timedelta(seconds=10)


def undo(tx: Transaction, n: int) -> wire.CounterStatus:
    """Put every leg the last act moved back to where it was; the journal keeps both.

    Whoever was kept for a counter that has closed meanwhile, or for its clerk, is kept no longer.
    Raises `NothingToUndo`, `TooLate` after ten seconds or when somebody else has acted on the ticket since, and
    `CounterClosed`, `NotYourCounter`.
    """
    mine(tx, n)
    last = tx.undo.find(n)
    if last is None or last.actor != tx.actor.id:
        raise NothingToUndo
    if tx.at - last.at > UNDO_WITHIN:
        raise TooLate
    ticket = tx.tickets.of(last.moves[0].after)
    legs = {move.after.id: _take_back(tx, move) for move in reversed(last.moves)}
    tx.undo.forget(n)
    tx.record(events.ActUndone(n, last.act, ticket.id, ticket.number, legs))
    for move in last.moves:
        if move.before is not None and _kept_in_vain(tx, move.before):
            let_go(tx, move.before)
    return counter_status(tx, n)


def _take_back(tx: Transaction, move: Move) -> str:
    """The state the leg has again. A ticket's first leg cannot be unmade, since its number was given: cancelled."""
    if move.after not in tx.tickets.legs(move.after.ticket):
        raise TooLate
    if move.before is not None:
        tx.tickets.move(move.after, move.before)
        return str(move.before.state)
    if move.after.seq > 1:
        tx.tickets.remove_leg(move.after)
        return "none"
    tx.tickets.move(move.after, move.after.unmade(tx.at))
    return str(LegState.CANCELLED)


def _kept_in_vain(tx: Transaction, leg: Leg) -> bool:
    if leg.for_counter is not None:
        return tx.counters.find(leg.for_counter).state == "closed"
    return leg.for_clerk is not None and tx.counters.held_by(leg.for_clerk) is None

"""Counters opened, rested and closed. At most one visitor is called to or served at a counter at a time."""

from queue_server import wire
from queue_server.application.at_counter import free, free_for, known, let_go, mine
from queue_server.application.floor import counter_status
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.catalogue import reason_told
from queue_server.domain.errors import ClerkElsewhere


def open_counter(tx: Transaction, n: int) -> wire.CounterStatus:
    """Serve at a counter, first or again after a break; harmless when it is open already.

    Raises `NotYourCounter` when somebody else holds it, `ClerkElsewhere` when the clerk holds another.
    """
    _place, counter = known(tx, n)
    free_for(tx, counter)
    elsewhere = tx.counters.held_by(tx.actor.id)
    if elsewhere is not None and elsewhere.n != n:
        raise ClerkElsewhere(counter=elsewhere.n)
    if counter.state != "open":
        tx.counters.set(n, "open", tx.actor.id, tx.actor.name, since=tx.at)
        tx.record(events.CounterOpened(n, tx.actor.id))
    return counter_status(tx, n)


def take_break(tx: Transaction, n: int, reason: str) -> wire.CounterStatus:
    """Stop calling for a while. Raises `CounterClosed`, `NotYourCounter`, `CounterBusy`."""
    mine(tx, n)
    free(tx, n)
    tx.counters.set(n, "break", tx.actor.id, tx.actor.name, reason, since=tx.at)
    tx.record(events.BreakTaken(n, tx.actor.id, reason_told(tx.catalogue.breaks, reason)))
    return counter_status(tx, n)


def close_counter(tx: Transaction, n: int) -> wire.CounterStatus:
    """Serve no longer; tickets kept for this counter or its clerk may be called by others from here on.

    Raises `NotYourCounter`, and `CounterBusy` while a visitor is there.
    """
    _place, counter = known(tx, n)
    free_for(tx, counter)
    free(tx, n)
    if counter.state != "closed":
        shut(tx, n)
    return counter_status(tx, n)


def shut(tx: Transaction, n: int) -> None:
    """Close a counter nobody is at."""
    holder = tx.counters.find(n).holder
    tx.counters.set(n, "closed", None, None, since=tx.at)
    tx.undo.forget(n)
    tx.record(events.CounterClosed(n, tx.actor.id))
    for leg in tx.tickets.reserved(tx.day, n, holder):
        let_go(tx, leg)

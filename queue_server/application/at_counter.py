"""What every act at a counter begins and ends with: whose counter it is, who is there, and the legs moved."""

from dataclasses import replace

from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.catalogue import Counter
from queue_server.domain.errors import CounterBusy, CounterClosed, NobodyCalled, NotYourCounter, Unknown
from queue_server.domain.hall import CounterRow
from queue_server.domain.tickets import Leg, Move, Ticket
from queue_server.domain.trust import Role


def known(tx: Transaction, n: int) -> tuple[Counter, CounterRow]:
    """A counter this actor may hold; whoever holds it may, whatever lines it is given meanwhile.

    Raises `Unknown`, `NotYourCounter`.
    """
    counter = tx.catalogue.counters.get(n)
    if counter is None:
        raise Unknown("counter", str(n))
    if tx.actor.counter is not None and tx.actor.counter != n:
        raise NotYourCounter(counter=n)
    row = tx.counters.find(n)
    if row.holder != tx.actor.id and not lines_of(tx, counter, row):
        raise NotYourCounter(counter=n)
    return counter, row


def lines_of(tx: Transaction, counter: Counter, row: CounterRow) -> tuple[str, ...]:
    """The lines this actor serves at a counter: those of their agency, and of those the ones they have learnt."""
    return tuple(
        line
        for line in row.serves(tx.day, counter.lines)
        if (tx.actor.agency is None or tx.catalogue.lines[line].agency == tx.actor.agency)
        and (not tx.actor.lines or line in tx.actor.lines)
    )


def free_for(tx: Transaction, counter: CounterRow) -> None:
    """Raises `NotYourCounter` when somebody else holds the counter; a supervisor may step in."""
    if counter.holder not in (None, tx.actor.id) and tx.actor.role is not Role.SUPERVISOR:
        raise NotYourCounter(counter=counter.n)


def mine(tx: Transaction, n: int, states: tuple[str, ...] = ("open", "break")) -> tuple[Counter, CounterRow]:
    """The counter, if this actor holds it and it is in one of `states`. Raises `CounterClosed`, `NotYourCounter`."""
    counter, row = known(tx, n)
    if row.state == "closed":
        raise CounterClosed(counter=n)
    if row.holder != tx.actor.id:
        raise NotYourCounter(counter=n)
    if row.state not in states:
        raise CounterClosed(counter=n)
    return counter, row


def free(tx: Transaction, n: int) -> None:
    """Raises `CounterBusy` while a visitor is called to the counter or served there."""
    if tx.tickets.at_counter(n) is not None:
        raise CounterBusy(counter=n)


def here(tx: Transaction, n: int) -> tuple[Ticket, Leg]:
    """Who is at this actor's counter. Raises `NobodyCalled`, and as `mine` does."""
    mine(tx, n)
    at_counter = tx.tickets.at_counter(n)
    if at_counter is None:
        raise NobodyCalled(counter=n)
    return at_counter


def keep(tx: Transaction, n: int, act: str, *moves: Move) -> None:
    """Keep the legs an act moved, in this order, and what it takes to take the act back."""
    for move in moves:
        if move.before is None:
            tx.tickets.add_leg(move.after)
        else:
            tx.tickets.move(move.before, move.after)
    tx.undo.keep(n, act, tx.actor.id, tx.at, moves)


def let_go(tx: Transaction, leg: Leg) -> None:
    """Keep a leg for no counter and no clerk any longer."""
    tx.tickets.move(leg, replace(leg, for_counter=None, for_clerk=None))
    ticket = tx.tickets.of(leg)
    tx.record(events.ReservationReleased(ticket.id, ticket.number, leg.line, leg.id))

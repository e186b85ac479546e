"""The first floor: a clerk's acts at a counter. At most one visitor is called to or served at a counter at a time."""

from queue_server import wire
from queue_server.application.floor import counter_status, ticket_in_words
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.catalogue import Counter
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import (
    ClerkElsewhere,
    CounterBusy,
    CounterClosed,
    NobodyCalled,
    NotYourCounter,
    Unknown,
)
from queue_server.domain.hall import CounterRow, pick
from queue_server.domain.tickets import Leg, LegState, Ticket
from queue_server.domain.trust import Role


def open_counter(tx: Transaction, n: int) -> wire.CounterStatus:
    """Serve at a counter, first or again after a break; harmless when it is open already.

    Raises `NotYourCounter` when somebody else holds it, `ClerkElsewhere` when the clerk holds another.
    """
    _known(tx, n)
    counter = tx.counters.find(n)
    _free_for(tx, counter)
    elsewhere = tx.counters.held_by(tx.actor.id)
    if elsewhere is not None and elsewhere.n != n:
        raise ClerkElsewhere(counter=elsewhere.n)
    if counter.state != "open":
        tx.counters.set(n, "open", tx.actor.id, tx.actor.name)
        tx.record(events.CounterOpened(n, tx.actor.id))
    return counter_status(tx, n)


def take_break(tx: Transaction, n: int, reason: str) -> wire.CounterStatus:
    """Stop calling for a while. Raises `CounterClosed`, `NotYourCounter`, `CounterBusy`."""
    _mine(tx, n)
    _empty(tx, n)
    tx.counters.set(n, "break", tx.actor.id, tx.actor.name, reason)
    tx.record(events.BreakTaken(n, tx.actor.id))
    return counter_status(tx, n)


def close_counter(tx: Transaction, n: int) -> wire.CounterStatus:
    """Serve no longer. Raises `NotYourCounter`, and `CounterBusy` while a visitor is there."""
    _known(tx, n)
    counter = tx.counters.find(n)
    _free_for(tx, counter)
    _empty(tx, n)
    if counter.state != "closed":
        tx.counters.set(n, "closed", None, None)
        tx.record(events.CounterClosed(n, tx.actor.id))
    return counter_status(tx, n)


def call_next(tx: Transaction, n: int) -> wire.Ticket | None:
    """Call whose turn it is over the counter's lines, or None when nobody waits.

    Raises `CounterClosed` (also on a break), `NotYourCounter`, `CounterBusy`.
    """
    counter = _mine(tx, n, states=("open",))
    _empty(tx, n)
    heads = (tx.tickets.head(tx.day, line) for line in counter.lines)
    head = pick(head for head in heads if head is not None)
    if head is None:
        return None
    before = tx.tickets.leg(head.leg)
    after = before.moved(LegState.CALLED, counter=n, called_at=tx.at, calls=1)
    tx.tickets.move(before, after)
    ticket = tx.tickets.of(after)
    tx.record(
        events.TicketCalled(
            ticket.id,
            ticket.number,
            after.line,
            after.id,
            n,
            tx.catalogue.lines[after.line].floor,
            seconds_between(after.waiting_since, tx.at),
        )
    )
    return ticket_in_words(tx, ticket)


def recall(tx: Transaction, n: int) -> wire.Ticket:
    """Call the same ticket again, counted. Raises `NobodyCalled`, `WrongState` once service has started."""
    ticket, leg = _here(tx, n)
    again = leg.moved(LegState.CALLED, calls=leg.calls + 1)
    tx.tickets.move(leg, again)
    floor = tx.catalogue.lines[leg.line].floor
    tx.record(events.TicketRecalled(ticket.id, ticket.number, leg.line, leg.id, n, floor, again.calls))
    return ticket_in_words(tx, ticket)


def start(tx: Transaction, n: int) -> wire.Ticket:
    """The visitor is here: service begins. Raises `NobodyCalled`, `WrongState`."""
    ticket, leg = _here(tx, n)
    tx.tickets.move(leg, leg.moved(LegState.SERVING, started_at=tx.at))
    tx.record(events.ServiceStarted(ticket.id, ticket.number, leg.line, leg.id, n))
    return ticket_in_words(tx, ticket)


def no_show(tx: Transaction, n: int) -> wire.Ticket:
    """The visitor did not come. Raises `NobodyCalled`, `WrongState` once service has started."""
    ticket, leg = _here(tx, n)
    tx.tickets.move(leg, leg.moved(LegState.NO_SHOW, finished_at=tx.at))
    tx.record(events.NoShowRecorded(ticket.id, ticket.number, leg.line, leg.id, n, leg.calls))
    return ticket_in_words(tx, ticket)


def finish(tx: Transaction, n: int, done: wire.Finish) -> wire.Ticket:
    """Service is over. Papers found wrong after all name the requirement, so that the gate can learn.

    Raises `NobodyCalled`, `WrongState` before service started, `Unknown` for a requirement not of this check.
    """
    ticket, leg = _here(tx, n)
    requirement = _escaped(tx, ticket, done)
    over = leg.moved(LegState.DONE, finished_at=tx.at, outcome=done.outcome)
    tx.tickets.move(leg, over)
    served = seconds_between(leg.started_at or tx.at, tx.at)
    tx.record(events.TicketFinished(ticket.id, ticket.number, leg.line, leg.id, n, done.outcome, requirement, served))
    return ticket_in_words(tx, ticket)


def _known(tx: Transaction, n: int) -> Counter:
    counter = tx.catalogue.counters.get(n)
    if counter is None:
        raise Unknown("counter", str(n))
    if tx.actor.counter is not None and tx.actor.counter != n:
        raise NotYourCounter(counter=n)
    return counter


def _free_for(tx: Transaction, counter: CounterRow) -> None:
    if counter.holder not in (None, tx.actor.id) and tx.actor.role is not Role.SUPERVISOR:
        raise NotYourCounter(counter=counter.n)


def _mine(tx: Transaction, n: int, states: tuple[str, ...] = ("open", "break")) -> Counter:
    """The counter, if this actor holds it and it is in one of `states`."""
    counter = _known(tx, n)
    row = tx.counters.find(n)
    if row.state == "closed":
        raise CounterClosed(counter=n)
    if row.holder != tx.actor.id:
        raise NotYourCounter(counter=n)
    if row.state not in states:
        raise CounterClosed(counter=n)
    return counter


def _empty(tx: Transaction, n: int) -> None:
    if tx.tickets.at_counter(n) is not None:
        raise CounterBusy(counter=n)


def _here(tx: Transaction, n: int) -> tuple[Ticket, Leg]:
    _mine(tx, n)
    at_counter = tx.tickets.at_counter(n)
    if at_counter is None:
        raise NobodyCalled(counter=n)
    return at_counter


def _escaped(tx: Transaction, ticket: Ticket, done: wire.Finish) -> str | None:
    if done.outcome != "papers_wrong":
        return None
    check = tx.checks.find(ticket.check)
    if done.requirement is None or check is None or done.requirement not in check.results:
        raise Unknown("requirement", done.requirement or "")
    return done.requirement

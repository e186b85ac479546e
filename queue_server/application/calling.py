"""Calling: whose turn it is, a number asked for by name, again and louder, and whoever did not come."""

from datetime import datetime

from queue_server import wire
from queue_server.application.at_counter import free, here, keep, lines_of, mine
from queue_server.application.floor import ticket_in_words
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.catalogue import Counter
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import CallAgain, NotYourTurn, TooLate, Unknown, WrongState
from queue_server.domain.hall import Choice, CounterRow, pick
from queue_server.domain.tickets import Leg, LegState, Move, Ticket, current
from queue_server.domain.trust import Role

_CALLABLE = frozenset({LegState.WAITING, LegState.PARKED, LegState.NO_SHOW})
"""Where a ticket asked for by its number may stand; one already called belongs to the counter that called it."""


def call_next(tx: Transaction, n: int) -> wire.Ticket | None:
    """Call whose turn it is over the counter's lines, or None when nobody waits.

    On a two-step counter the ticket is only drawn: `recall` calls it aloud. Raises `CounterClosed` (also on a break),
    `NotYourCounter`, `CounterBusy`.
    """
    counter, row = mine(tx, n, states=("open",))
    free(tx, n)
    choice = _turn(tx, counter, row)
    if choice is None:
        return None
    if choice.tally != row.tally:
        tx.counters.count(n, choice.tally)
    return _call(tx, counter, tx.tickets.leg(choice.head.leg), choice.why)


def call_number(tx: Transaction, n: int, asked: wire.CallNumber) -> wire.Ticket:
    """Call one number out of turn: one that waits, is parked, or did not come and still may.

    Raises `Unknown`, `NotYourTurn` when it waits in no line of this counter or is kept for others (a supervisor may
    call that one all the same), `TooLate` for a no-show of too long ago, `WrongState`, and as `call_next` does.
    """
    counter, row = mine(tx, n, states=("open",))
    free(tx, n)
    ticket = tx.tickets.by_number(tx.day, asked.number.strip().upper())
    if ticket is None:
        raise Unknown("ticket", asked.number)
    leg = current(tx.tickets.legs(ticket.id))
    kept_for_others = leg.for_counter not in (None, n) or leg.for_clerk not in (None, tx.actor.id)
    if leg.line not in lines_of(tx, counter, row) or (kept_for_others and tx.actor.role is not Role.SUPERVISOR):
        raise NotYourTurn(number=ticket.number)
    if leg.state not in _CALLABLE:
        raise WrongState(state=str(leg.state), wanted=str(LegState.CALLED))
    if leg.state is LegState.NO_SHOW and not may_return(tx, leg):
        raise TooLate(number=ticket.number)
    return _call(tx, counter, leg, "chosen")


def recall(tx: Transaction, n: int) -> wire.Ticket:
    """Call the same ticket again, counted; aloud for the first time on a two-step counter.

    Raises `NobodyCalled`, `WrongState` once service has started.
    """
    ticket, leg = here(tx, n)
    if not leg.calls:
        aloud = leg.moved(LegState.CALLED, calls=1, called_at=tx.at)
        keep(tx, n, "call", Move(leg, aloud))
        _tell(tx, n, ticket, aloud, "drawn")
        return ticket_in_words(tx, ticket)
    again = leg.moved(LegState.CALLED, calls=leg.calls + 1)
    keep(tx, n, "recall", Move(leg, again))
    floor = tx.catalogue.lines[leg.line].floor
    told = events.TicketRecalled(ticket.id, ticket.number, leg.line, leg.id, n, floor, again.calls, ticket.language)
    tx.record(told)
    return ticket_in_words(tx, ticket)


def start(tx: Transaction, n: int) -> wire.Ticket:
    """The visitor is here: service begins. Raises `NobodyCalled`, `WrongState`."""
    ticket, leg = here(tx, n)
    keep(tx, n, "start", Move(leg, leg.moved(LegState.SERVING, started_at=tx.at)))
    tx.record(events.ServiceStarted(ticket.id, ticket.number, leg.line, leg.id, n))
    return ticket_in_words(tx, ticket)


def no_show(tx: Transaction, n: int) -> wire.Ticket:
    """The visitor did not come, however often called.

    Raises `NobodyCalled`, `WrongState` once service has started, `CallAgain` before the office's number of calls.
    """
    ticket, leg = here(tx, n)
    away = leg.moved(LegState.NO_SHOW, finished_at=tx.at)
    if leg.calls < tx.catalogue.queue.calls_before_no_show:
        raise CallAgain(least=tx.catalogue.queue.calls_before_no_show)
    keep(tx, n, "no_show", Move(leg, away))
    tx.record(events.NoShowRecorded(ticket.id, ticket.number, leg.line, leg.id, n, leg.calls))
    return ticket_in_words(tx, ticket)


def may_return(tx: Transaction, leg: Leg) -> bool:
    """Whether a no-show may still come back with the old due time."""
    away: datetime = leg.finished_at or tx.at
    return tx.at - away <= tx.catalogue.queue.may_return


def _turn(tx: Transaction, counter: Counter, row: CounterRow) -> Choice | None:
    lines = lines_of(tx, counter, row)
    heads = tx.tickets.heads(tx.day, lines, counter.n, tx.actor.id)
    if any(head.not_counter == counter.n for head in heads):
        # Somebody was sent back from here: left to others, if there are any.
        barred = {
            line
            for other in tx.counters.others_open(counter.n)
            if other in tx.catalogue.counters
            for line in tx.counters.find(other).serves(tx.day, tx.catalogue.counters[other].lines)
        }
        heads = tx.tickets.heads(tx.day, lines, counter.n, tx.actor.id, barred)
    return pick(heads, tx.catalogue.queue.policy, now=tx.at, later=counter.later, tally=row.tally)


def _call(tx: Transaction, counter: Counter, leg: Leg, why: str) -> wire.Ticket:
    calls = 0 if counter.two_step else 1
    called = leg.moved(
        LegState.CALLED,
        counter=counter.n,
        called_at=tx.at,
        started_at=None,
        finished_at=None,
        calls=calls,
        for_counter=None,
        for_clerk=None,
        not_counter=None,
        reason="",
        return_at=None,
    )
    keep(tx, counter.n, "call", Move(leg, called))
    ticket = tx.tickets.of(called)
    if calls:
        _tell(tx, counter.n, ticket, called, why)
    else:
        tx.record(events.TicketDrawn(ticket.id, ticket.number, leg.line, leg.id, counter.n, why))
    return ticket_in_words(tx, ticket)


def _tell(tx: Transaction, n: int, ticket: Ticket, leg: Leg, why: str) -> None:
    waited = seconds_between(leg.waiting_since, tx.at)
    floor = tx.catalogue.lines[leg.line].floor
    tx.record(events.TicketCalled(ticket.id, ticket.number, leg.line, leg.id, n, floor, waited, why, ticket.language))

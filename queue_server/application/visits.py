"""How a visit at a counter goes on: over, parked, sent back to the line, elsewhere, or with another service."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from queue_server import wire
from queue_server.application.at_counter import here, keep
from queue_server.application.floor import ticket_in_words
from queue_server.application.journeys import begin, kept_due, plan, planned_legs
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.catalogue import reason_told
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import (
    ClerkAway,
    CounterClosed,
    NoNumberNeeded,
    TimeGone,
    TransferUnclear,
    Unknown,
    WrongState,
)
from queue_server.domain.tickets import DueBy, Leg, LegState, Move, Ticket


def finish(tx: Transaction, n: int, done: wire.Finish) -> wire.Ticket:
    """Service here is over: the next step of the visit begins, if there is one and this one was completed.

    Papers found wrong after all name the requirement, so that the gate can learn. Raises `NobodyCalled`, `WrongState`
    before service started, `Unknown` for a requirement not of this check.
    """
    ticket, leg = here(tx, n)
    requirement = _escaped(tx, ticket, done)
    if leg.state is not LegState.SERVING:  # A called leg may end too, by a transfer: not as served.
        raise WrongState(state=str(leg.state), wanted=str(LegState.DONE))
    over = leg.moved(LegState.DONE, finished_at=tx.at, outcome=done.outcome)
    served = seconds_between(leg.started_at or tx.at, tx.at)
    tx.record(events.TicketFinished(ticket.id, ticket.number, leg.line, leg.id, n, done.outcome, requirement, served))
    planned = _planned(tx, ticket)
    if done.outcome == "completed":
        rest = [begin(tx, ticket, step) for step in planned[:1]]
    else:
        rest = [give_up(tx, ticket, step) for step in planned]
    keep(tx, n, "finish", Move(leg, over), *rest)
    return ticket_in_words(tx, ticket)


def park(tx: Transaction, n: int, parked: wire.Park) -> wire.Ticket:
    """Let the visitor go and come back, at `until` if that is known: then the ticket waits again, due as before.

    Raises `NobodyCalled`, and `TimeGone` unless `until` is ahead and today.
    """
    ticket, leg = here(tx, n)
    until = None if parked.until is None else parked.until.astimezone(UTC)
    if until is not None and (until <= tx.at or tx.day_of(until) != tx.day):
        raise TimeGone
    resting = leg.moved(LegState.PARKED, counter=None, reason=parked.reason, return_at=until)
    keep(tx, n, "park", Move(leg, resting))
    told = None if until is None else until.isoformat()
    why = reason_told(tx.catalogue.parkings, parked.reason)
    tx.record(events.TicketParked(ticket.id, ticket.number, leg.line, leg.id, n, told, why))
    return ticket_in_words(tx, ticket)


def send_back(tx: Transaction, n: int) -> wire.Ticket:
    """Back to the line with the old due time, and to another counter as long as one is open. Raises `NobodyCalled`."""
    ticket, leg = here(tx, n)
    again = leg.moved(LegState.WAITING, waiting_since=tx.at, counter=None, not_counter=n)
    keep(tx, n, "return", Move(leg, again))
    tx.record(events.TicketReturned(ticket.id, ticket.number, leg.line, leg.id, "sent_back"))
    return ticket_in_words(tx, ticket)


def transfer(tx: Transaction, n: int, to: wire.Transfer) -> wire.Ticket:
    """Send the visitor on to a line, an open counter or a clerk at one, with a note; the number stays.

    `place`: with the visit's first arrival kept, or first or last in the line. Raises `NobodyCalled`,
    `TransferUnclear`, `Unknown`, `CounterClosed`, `ClerkAway`.
    """
    ticket, leg = here(tx, n)
    goal = _goal(tx, leg, to)
    due, due_by = _place(tx, ticket, goal.line, to.place)
    over = leg.moved(LegState.DONE, finished_at=tx.at, outcome="transferred")
    # Steps that ran out with their day keep their place too: no two legs of a visit have the same.
    after = [step for step in tx.tickets.legs(ticket.id) if step.seq > leg.seq]
    later = [Move(step, replace(step, seq=step.seq + 1)) for step in reversed(after)]
    new = Leg(
        id=tx.new_id(),
        ticket=ticket.id,
        seq=leg.seq + 1,
        day=tx.day,
        line=goal.line,
        service=leg.service,
        priority=leg.priority,
        arrival=tx.seq + 1 if to.place == "last" else leg.arrival,
        state=LegState.WAITING,
        waiting_since=tx.at,
        due=due,
        due_by=due_by,
        for_counter=goal.counter,
        for_clerk=goal.clerk,
        note=to.note,
    )
    keep(tx, n, "transfer", Move(leg, over), *later, Move(None, new))
    tx.record(
        events.TicketTransferred(
            ticket.id,
            ticket.number,
            leg.line,
            leg.id,
            n,
            new.line,
            new.id,
            new.for_counter,
            new.for_clerk,
            to.place,
            new.due.isoformat(),
        )
    )
    return ticket_in_words(tx, ticket)


def add_service(tx: Transaction, n: int, more: wire.AddService) -> wire.Ticket:
    """Let the visit go on to another service when this step is over.

    Raises `NobodyCalled`, `Unknown`, `NoNumberNeeded`.
    """
    ticket, _leg = here(tx, n)
    service = tx.catalogue.services.get(more.service)
    if service is None:
        raise Unknown("service", more.service)
    if service.line is None:
        raise NoNumberNeeded(service=service.id)
    last = tx.tickets.legs(ticket.id)[-1]
    new = planned_legs(tx, ticket, service.id, (service.line, *service.then), last, more.note)
    keep(tx, n, "add", *(Move(None, step) for step in new))
    plan(tx, ticket, new)
    return ticket_in_words(tx, ticket)


def give_up(tx: Transaction, ticket: Ticket, leg: Leg) -> Move:
    """A step of the visit that will not be taken."""
    tx.record(events.TicketCancelled(ticket.id, ticket.number, leg.line, leg.id))
    return Move(leg, leg.ended(LegState.CANCELLED, tx.at))


def _planned(tx: Transaction, ticket: Ticket) -> list[Leg]:
    return [leg for leg in tx.tickets.legs(ticket.id) if leg.state is LegState.PLANNED]


def _escaped(tx: Transaction, ticket: Ticket, done: wire.Finish) -> str | None:
    if done.outcome != "papers_wrong":
        return None
    check = tx.checks.find(ticket.check)
    if done.requirement is None or check is None or done.requirement not in check.results:
        raise Unknown("requirement", done.requirement or "")
    return done.requirement


class _Goal(NamedTuple):
    line: str
    counter: int | None = None
    clerk: str | None = None


def _goal(tx: Transaction, leg: Leg, to: wire.Transfer) -> _Goal:
    if [to.line, to.counter, to.clerk].count(None) != 2:
        raise TransferUnclear
    if to.line is not None:
        if to.line not in tx.catalogue.lines:
            raise Unknown("line", to.line)
        return _Goal(to.line)
    if to.counter is not None:
        return _Goal(_line_at(tx, leg, to.counter), counter=to.counter)
    name = to.clerk or ""
    clerk = tx.people.clerk(name)
    holder = name if clerk is None else clerk.id
    seat = tx.counters.held_by(holder)
    if seat is None:
        raise Unknown("clerk", name) if clerk is None else ClerkAway(name=clerk.username)
    return _Goal(_line_at(tx, leg, seat.n), clerk=holder)


def _place(tx: Transaction, ticket: Ticket, line: str, place: str) -> tuple[datetime, DueBy]:
    """When a transferred visitor is due."""
    if place == "keep":
        return kept_due(tx, ticket, line)
    if place == "first":
        head = tx.tickets.head(tx.day, line)
        return (tx.at if head is None else min(tx.at, head.due - timedelta(microseconds=1))), "first"
    target = tx.catalogue.lines[line].target_minutes
    return tx.catalogue.queue.policy.due(tx.at, target, priority=ticket.priority != "none"), "last"


def _line_at(tx: Transaction, leg: Leg, n: int) -> str:
    counter = tx.catalogue.counters.get(n)
    if counter is None:
        raise Unknown("counter", str(n))
    row = tx.counters.find(n)
    if row.state == "closed":
        raise CounterClosed(counter=n)
    lines = row.serves(tx.day, counter.lines)
    return leg.line if leg.line in lines else lines[0]

"""A visit's steps: the legs planned when a number is given, and each begun when the one before is over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.tickets import DueBy, Leg, LegState, Move, Ticket


def first_leg(tx: Transaction, ticket: Ticket, line: str) -> Leg:
    """The leg a new ticket begins to wait with, due by its arrival or at its appointment's slot."""
    leg = _leg(tx, ticket, 1, line, ticket.service, LegState.WAITING, tx.seq + 1)
    if ticket.issued_at != tx.at:  # Given without the server, some time ago.
        due, _due_by = kept_due(tx, ticket, line)
        leg = replace(leg, day=ticket.day, waiting_since=ticket.issued_at, due=due)
    if ticket.slot is not None:
        return replace(leg, due=ticket.slot, due_by="appointment")
    return leg


def planned_legs(
    tx: Transaction, ticket: Ticket, service: str, lines: Sequence[str], after: Leg, note: str = ""
) -> list[Leg]:
    """Later steps of a visit, after a leg, in order."""
    return [
        replace(_leg(tx, ticket, after.seq + place, line, service, LegState.PLANNED, after.arrival), note=note)
        for place, line in enumerate(lines, 1)
    ]


def plan(tx: Transaction, ticket: Ticket, legs: Sequence[Leg]) -> None:
    """Tell of planned legs."""
    for leg in legs:
        tx.record(events.LegPlanned(ticket.id, ticket.number, leg.line, leg.id, leg.service))


def begin(tx: Transaction, ticket: Ticket, leg: Leg) -> Move:
    """The next step's turn to wait: due as if the visitor had come to its line with their first arrival."""
    due, due_by = kept_due(tx, ticket, leg.line)
    waiting = leg.moved(LegState.WAITING, waiting_since=tx.at, due=due, due_by=due_by)
    tx.record(events.LegBegan(ticket.id, ticket.number, leg.line, leg.id, due.isoformat(), due_by))
    return Move(leg, waiting)


def kept_due(tx: Transaction, ticket: Ticket, line: str) -> tuple[datetime, DueBy]:
    """When a later leg in a line is due."""
    if ticket.slot is not None:
        return ticket.slot, "appointment"
    target = tx.catalogue.lines[line].target_minutes
    priority = ticket.priority != "none"
    return tx.catalogue.queue.policy.due(ticket.issued_at, target, priority=priority), "kept"


def _leg(tx: Transaction, ticket: Ticket, seq: int, line: str, service: str, state: LegState, arrival: int) -> Leg:
    priority = ticket.priority != "none"
    return Leg(
        id=tx.new_id(),
        ticket=ticket.id,
        seq=seq,
        day=tx.day,
        line=line,
        service=service,
        priority=priority,
        arrival=arrival,
        state=state,
        waiting_since=tx.at,
        due=tx.catalogue.queue.policy.due(tx.at, tx.catalogue.lines[line].target_minutes, priority=priority),
    )

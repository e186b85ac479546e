"""A visitor served at a counter who came without a number: the clerk answers for the papers."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.assessing import kept
from queue_server.application.at_counter import free, keep, lines_of, mine
from queue_server.application.floor import ticket_in_words
from queue_server.application.journeys import first_leg, plan, planned_legs
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.check import Check, Waived
from queue_server.domain.errors import NoNumberNeeded, NotYourTurn, SecondClerkNeeded, Unknown, WrongCaller
from queue_server.domain.tickets import LegState, Move, Ticket


def walk_in(tx: Transaction, n: int, visitor: wire.WalkIn) -> wire.Ticket:
    """Serve somebody at once, with a number of their own; every requirement is waived by this clerk, with the reason.

    Raises `Unknown`, `WrongCaller`, `NoNumberNeeded`, `NotYourTurn` for a service of no line here, `SecondClerkNeeded`
    for one with a paper no clerk lets pass alone, `CounterClosed`, `NotYourCounter`, `CounterBusy`.
    """
    counter, row = mine(tx, n, states=("open",))
    free(tx, n)
    service = tx.catalogue.services.get(visitor.service)
    if service is None:
        raise Unknown("service", visitor.service)
    if service.line is None:
        raise NoNumberNeeded(service=service.id)
    if service.line not in lines_of(tx, counter, row):
        raise NotYourTurn(number=service.id)
    check = _vouched(tx, visitor)
    line = tx.catalogue.lines[service.line]
    ticket = Ticket(
        id=tx.new_id(),
        day=tx.day,
        series=line.series,
        n=tx.tickets.next_number(tx.day, line.series),
        service=service.id,
        language=visitor.language,
        priority=visitor.priority,
        check=check.id,
        issued_at=tx.at,
        track=tx.secret(),
        waivers=sum(result == "waived" for result in check.results.values()),
    )
    tx.checks.add(replace(check, ticket=ticket.id))
    tx.tickets.add(ticket)
    waiting = first_leg(tx, ticket, line.id)
    leg = waiting.moved(LegState.CALLED, counter=n, called_at=tx.at).moved(LegState.SERVING, started_at=tx.at)
    steps = planned_legs(tx, ticket, service.id, service.then, leg)
    keep(tx, n, "walk_in", Move(None, leg), *(Move(None, step) for step in steps))
    tx.record(
        events.TicketIssued(
            ticket.id,
            ticket.number,
            line.id,
            leg.id,
            service.id,
            check.id,
            visitor.priority,
            visitor.language,
            leg.due.isoformat(),
            leg.due_by,
            walk_in=True,
        )
    )
    plan(tx, ticket, steps)
    tx.record(events.TicketDrawn(ticket.id, ticket.number, leg.line, leg.id, n, "walk_in"))
    tx.record(events.ServiceStarted(ticket.id, ticket.number, leg.line, leg.id, n))
    return ticket_in_words(tx, ticket)


def _vouched(tx: Transaction, visitor: wire.WalkIn) -> Check:
    service = tx.catalogue.services[visitor.service]
    if visitor.caller not in tx.catalogue.callers.options:
        raise Unknown("caller", visitor.caller)
    if visitor.caller not in service.callers:
        raise WrongCaller(service=service.id, caller=visitor.caller)
    if visitor.language not in tx.catalogue.languages:
        raise Unknown("language", visitor.language)
    check = Check(
        id=tx.new_id(),
        day=tx.day,
        service=service.id,
        language=visitor.language,
        caller=visitor.caller,
        channel="counter",
        catalogue=tx.catalogue.version,
        resume_code=tx.code(),
        created_at=tx.at,
        answers={"caller": visitor.caller},
        waivers={
            each.id: Waived(each.id, tx.actor.id, tx.actor.name, visitor.reason, tx.at) for each in service.requirements
        },
    )
    check = kept(tx, check)
    for each in service.requirements:
        if each.four_eyes and each.id in check.results:
            raise SecondClerkNeeded(requirement=each.id)
    tx.record(events.CheckOpened(check.id, check.service, check.caller, check.channel, check.language, check.catalogue))
    for requirement in check.results:
        tx.record(events.FindingWaived(check.id, requirement, tx.actor.id))
    return check

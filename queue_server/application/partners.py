"""What a partner agency's people see of a visit: their own steps, and the papers those need; nothing else."""

from msgspec.structs import replace

from queue_server import wire
from queue_server.application.assessing import check_in_words
from queue_server.application.ports import Transaction
from queue_server.domain.check import Check
from queue_server.domain.errors import Forbidden, Unknown
from queue_server.domain.tickets import Leg, Ticket


def of_their_agency(tx: Transaction, line: str) -> bool:
    """Whether a line is this actor's business: the office's own people see them all."""
    return tx.actor.agency is None or tx.catalogue.lines[line].agency == tx.actor.agency


def visible(tx: Transaction, ticket: Ticket) -> bool:
    """Whether any step of a visit is this actor's business."""
    return any(of_their_agency(tx, leg.line) for leg in tx.tickets.legs(ticket.id))


def all_theirs(tx: Transaction, *legs: Leg) -> None:
    """Raises `Forbidden` when one of these steps is not this actor's business, though another of the visit may be."""
    if not all(of_their_agency(tx, leg.line) for leg in legs):
        raise Forbidden(role=str(tx.actor.role))


def needs_papers(tx: Transaction, service: str) -> bool:
    """Whether their step of a visit for that service needs any paper."""
    return bool(_needed(tx, service))


def partners_papers(tx: Transaction, check: Check) -> wire.Check:
    """The findings their step needs, with no code to come back by and no word of why the visitor came before.

    Raises `Unknown` when no step of the visit is theirs, or it needs no paper of the check.
    """
    ticket = None if check.ticket is None else tx.tickets.find(check.ticket)
    needed = _needed(tx, check.service)
    if ticket is None or not needed or not visible(tx, ticket):
        raise Unknown("check", check.id)
    words = check_in_words(tx, check)
    return replace(
        words,
        questions=words.questions if _theirs_from_the_start(tx, check.service) else [],
        findings=[finding for finding in words.findings if finding.requirement in needed],
        caller="",
        channel="",
        resume_code="",
        referred=False,
        refer_reason="",
    )


def _needed(tx: Transaction, service_id: str) -> set[str]:
    """The requirements their clerks need to see: all of a service of their own, else those the office's file names."""
    service = tx.catalogue.services.get(service_id)
    if service is None:
        return set()
    own = _theirs_from_the_start(tx, service_id)
    return {
        each.id for each in service.requirements if own or any(of_their_agency(tx, line) for line in each.needed_at)
    }


def _theirs_from_the_start(tx: Transaction, service_id: str) -> bool:
    line = tx.catalogue.services[service_id].line
    return line is not None and of_their_agency(tx, line)

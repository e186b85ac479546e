"""A check under the rules that hold now."""

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.assessment import Assessment
from queue_server.domain.check import Check
from queue_server.domain.trust import Role
from queue_server.papers import checking, wording


def assessed(tx: Transaction, check: Check) -> Assessment:
    """What today's rules make of a check's answers and papers."""
    return checking.assessed(tx.catalogue, check, tx.day)


def kept(tx: Transaction, check: Check) -> Check:
    """The check with today's results, outcome and rule version, as it is to be kept."""
    return checking.judged(tx.catalogue, check, tx.day)


def check_in_words(tx: Transaction, check: Check) -> wire.Check:
    """The check under today's rules: a visitor reads it in the check's language, a clerk in the clerk's own."""
    visitor = tx.actor.role in {Role.KIOSK, Role.CHANNEL}
    language = check.language if visitor else tx.actor.language
    ticket = tx.tickets.find(check.ticket) if check.ticket is not None else None
    return wording.check_in_words(tx.catalogue, check, tx.day, language, ticket.number if ticket else None)

"""Slips made from what was kept: the same words every time, so a retry prints the same slip."""

from queue_server.application.ports import Transaction
from queue_server.domain.errors import Unknown
from queue_server.slips.bring import bring
from queue_server.slips.layout import Block
from queue_server.slips.saying import bring_words, ticket_words
from queue_server.slips.ticket import ticket


def ticket_slip(tx: Transaction, ticket_id: str, ahead: int, track: str) -> list[Block]:
    """A ticket, still to be drawn; `ahead` as it was told when the number was given."""
    issued = tx.tickets.find(ticket_id)
    if issued is None:
        raise Unknown("ticket", ticket_id)
    line = tx.catalogue.lines[tx.tickets.legs(ticket_id)[0].line]
    return ticket(ticket_words(tx.catalogue, issued, line, ahead, track))


def bring_list(tx: Transaction, check_id: str) -> list[Block]:
    """The "what to bring" slip of a check, still to be drawn."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    return bring(bring_words(tx.catalogue, check, tx.day))

"""A ticket's paper: how it fared at the printer, and the same number printed once more."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.errors import ReprintAtDesk, Unknown
from queue_server.domain.events import SlipCopied, SlipFared
from queue_server.domain.slip import Slip, SlipState
from queue_server.domain.tickets import LegState, Ticket, current
from queue_server.domain.trust import Role


def tell(tx: Transaction, ticket_id: str, fared: wire.SlipFared) -> wire.SlipTold:
    """Keep how a piece of paper fared; late news of an older piece is only journalled. Raises `Unknown`."""
    ticket = _ticket(tx, ticket_id)
    slip = _slip(tx, ticket)
    if fared.copy >= slip.copies:
        slip = Slip(ticket.id, SlipState(fared.result), fared.trouble, fared.copy, tx.actor.id, tx.at)
        tx.slips.keep(slip)
    tx.record(SlipFared(ticket.id, ticket.number, fared.result, fared.trouble, fared.copy))
    return told(slip)


def reprint(tx: Transaction, ticket_id: str) -> wire.Reprinted:
    """The same number as one more copy, with the people ahead now.

    A kiosk may, within the visit, when its own slip did not come out for certain; the information desk at any time.
    Raises `Unknown`, `ReprintAtDesk`.
    """
    ticket = _ticket(tx, ticket_id)
    slip = _slip(tx, ticket)
    if tx.actor.role is Role.KIOSK and not slip.kiosk_may_copy(tx.actor.id, ticket.issued_at, tx.at):
        raise ReprintAtDesk
    copy = slip.copies + 1
    tx.slips.keep(replace(slip, state=SlipState.RESERVED, trouble=None, copies=copy, device=tx.actor.id, at=tx.at))
    tx.record(SlipCopied(ticket.id, ticket.number, copy))
    leg = current(tx.tickets.legs(ticket.id))
    ahead = tx.tickets.ahead(leg) if leg.state is LegState.WAITING else 0
    return wire.Reprinted(ticket.id, ticket.number, copy, tx.at, ahead)


def slip_of(tx: Transaction, ticket: Ticket) -> wire.SlipTold:
    """What is known of a ticket's paper."""
    return told(_slip(tx, ticket))


def told(slip: Slip) -> wire.SlipTold:
    """A slip as the wire has it."""
    return wire.SlipTold(slip.state.value, slip.trouble, slip.copies, slip.at)


def _ticket(tx: Transaction, ticket_id: str) -> Ticket:
    ticket = tx.tickets.find(ticket_id)
    if ticket is None:
        raise Unknown("ticket", ticket_id)
    return ticket


def _slip(tx: Transaction, ticket: Ticket) -> Slip:
    reserved = Slip(ticket.id, SlipState.RESERVED, None, 0, "", ticket.issued_at)
    return tx.slips.find(ticket.id) or reserved

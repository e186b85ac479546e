"""Slips made from what was kept: the same words every time, so a retry prints the same slip."""

import asyncio
from dataclasses import replace
from zoneinfo import ZoneInfo

from litestar import Response

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.errors import Unknown
from queue_server.domain.tickets import Ticket
from queue_server.slips.bring import BringWords, bring
from queue_server.slips.layout import Block
from queue_server.slips.saying import bring_words, ticket_words
from queue_server.slips.sent import SentWords, sent
from queue_server.slips.sheet import sheet
from queue_server.slips.ticket import TicketWords, ticket


def ticket_slip(tx: Transaction, ticket_id: str, ahead: int | None, track: str) -> list[Block]:
    """A ticket, still to be drawn; `ahead` as it was told when the number was given."""
    return ticket(_words(tx, _ticket(tx, ticket_id), ahead, track))


def ticket_copy(tx: Transaction, copy: wire.Reprinted, page: str) -> list[Block]:
    """A ticket as one more copy, still to be drawn; visitors' own pages are under `page`."""
    issued = _ticket(tx, copy.id)
    copied_at = copy.at.astimezone(ZoneInfo(tx.catalogue.timezone))
    words = _words(tx, issued, copy.ahead, f"{page}{issued.track}")
    return ticket(replace(words, copy=copy.copy, copied_at=copied_at))


def _ticket(tx: Transaction, ticket_id: str) -> Ticket:
    issued = tx.tickets.find(ticket_id)
    if issued is None:
        raise Unknown("ticket", ticket_id)
    return issued


def _words(tx: Transaction, issued: Ticket, ahead: int | None, track: str) -> TicketWords:
    line = tx.catalogue.lines[tx.tickets.legs(issued.id)[0].line]
    return ticket_words(tx.catalogue, issued, line, ahead, track)


def referral_slip(tx: Transaction, referral_id: str) -> list[Block]:
    """The number to show at the information desk, still to be drawn. Raises `Unknown`."""
    found = tx.referrals.find(referral_id)
    if found is None:
        raise Unknown("referral", referral_id)
    asked_at = found.asked_at.astimezone(ZoneInfo(tx.catalogue.timezone))
    return sent(SentWords(tx.catalogue.name, found.n, asked_at, found.language))


def bring_list(tx: Transaction, check_id: str) -> list[Block]:
    """The "what to bring" slip of a check, still to be drawn."""
    return bring(list_words(tx, check_id))


def list_words(tx: Transaction, check_id: str) -> BringWords:
    """What the list of a check says, on a slip or on a sheet. Raises `Unknown`."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    return bring_words(tx.catalogue, check, tx.day)


async def drawn_sheet(words: BringWords) -> Response[bytes]:
    """The list as a PDF of A4. Drawing takes a fifth of a second: off the event loop, and in no transaction."""
    content = await asyncio.to_thread(sheet, words)
    headers = {"Content-Disposition": 'inline; filename="bring.pdf"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)

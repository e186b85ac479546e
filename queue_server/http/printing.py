"""Slips made from what was kept: the same words every time, so a retry prints the same slip."""

from zoneinfo import ZoneInfo

from queue_server.application.assessing import assessed
from queue_server.application.ports import Transaction
from queue_server.application.wording import shortfall_words
from queue_server.domain.assessment import Finding
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.documents import Shortfall
from queue_server.domain.errors import Unknown
from queue_server.slips.bring import BringItem, BringWords, bring
from queue_server.slips.layout import Block
from queue_server.slips.ticket import TicketWords, ticket


def ticket_slip(tx: Transaction, ticket_id: str, ahead: int, track: str) -> list[Block]:
    """A ticket, still to be drawn; `ahead` as it was told when the number was given."""
    issued = tx.tickets.find(ticket_id)
    if issued is None:
        raise Unknown("ticket", ticket_id)
    leg = tx.tickets.legs(ticket_id)[0]
    line = tx.catalogue.lines[leg.line]
    words = TicketWords(
        office=tx.catalogue.name,
        number=issued.number,
        line=line.name,
        floor=line.floor,
        ahead=ahead,
        service=tx.catalogue.services[issued.service].name,
        issued_at=issued.issued_at.astimezone(ZoneInfo(tx.catalogue.timezone)),
        track=track,
        language=issued.language,
    )
    return ticket(words)


def bring_list(tx: Transaction, check_id: str) -> list[Block]:
    """The "what to bring" slip of a check, still to be drawn."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    findings = assessed(tx, check).findings
    words = BringWords(
        office=tx.catalogue.name,
        service=tx.catalogue.services[check.service].name,
        language=check.language,
        items=tuple(
            _item(tx.catalogue, finding, shortfall) for finding in findings for shortfall in finding.shortfalls
        ),
        resume_code=check.resume_code,
        day=tx.day,
    )
    return bring(words)


def _item(catalogue: Catalogue, finding: Finding, shortfall: Shortfall) -> BringItem:
    worded = {language: shortfall_words(catalogue, finding, shortfall, language) for language in catalogue.languages}
    return BringItem(
        name=catalogue.documents[shortfall.document].name,
        reason={language: reason for language, (reason, _remedy) in worded.items()},
        remedy={language: remedy for language, (_reason, remedy) in worded.items()},
    )

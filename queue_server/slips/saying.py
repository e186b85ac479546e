"""What the slips of a check and of a ticket say, in all the office's languages."""

from datetime import date
from zoneinfo import ZoneInfo

from queue_server.domain.assessment import Finding
from queue_server.domain.catalogue import Catalogue, Line
from queue_server.domain.check import Check
from queue_server.domain.documents import Shortfall
from queue_server.domain.tickets import Ticket
from queue_server.papers.checking import assessed
from queue_server.papers.wording import shortfall_words
from queue_server.slips.bring import BringItem, BringWords
from queue_server.slips.ticket import TicketWords


def ticket_words(catalogue: Catalogue, issued: Ticket, line: Line, ahead: int | None, track: str) -> TicketWords:
    """A ticket's words; `track` is the address of the visitor's own page."""
    return TicketWords(
        office=catalogue.name,
        number=issued.number,
        line=line.name,
        floor=line.floor,
        ahead=ahead,
        service=catalogue.services[issued.service].name,
        issued_at=issued.issued_at.astimezone(ZoneInfo(catalogue.timezone)),
        track=track,
        language=issued.language,
        slot=None if issued.slot is None else issued.slot.astimezone(ZoneInfo(catalogue.timezone)),
    )


def bring_words(catalogue: Catalogue, check: Check, day: date) -> BringWords:
    """The words of the list of what to bring, by the rules of a day."""
    assessment = assessed(catalogue, check, day)
    findings = assessment.findings
    fine = (need for each in findings if each.result in {"presented", "on_file"} for need in each.alternative)
    return BringWords(
        office=catalogue.name,
        service=catalogue.services[check.service].name,
        language=check.language,
        items=tuple(_item(catalogue, finding, shortfall) for finding in findings for shortfall in finding.shortfalls),
        resume_code=check.resume_code,
        day=day,
        fine=tuple(catalogue.documents[document].name for document in dict.fromkeys(need.document for need in fine)),
        ready=assessment.outcome == "ready",
    )


def _item(catalogue: Catalogue, finding: Finding, shortfall: Shortfall) -> BringItem:
    worded = {language: shortfall_words(catalogue, finding, shortfall, language) for language in catalogue.languages}
    return BringItem(
        name=catalogue.documents[shortfall.document].name,
        reason={language: reason for language, (reason, _remedy) in worded.items()},
        remedy={language: remedy for language, (_reason, remedy) in worded.items()},
    )

"""A visitor sent to the information desk: why, in which language, and what is known of the matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from queue_server.domain.catalogue import Catalogue, Text
from queue_server.domain.errors import Conflict
from queue_server.domain.events import Event


class ReferralTaken(Conflict):
    """Another clerk took this visitor."""

    code = "referral_taken"


class Reason(StrEnum):
    """Why a visitor is sent. The first six visitors choose from; the others follow from where they stood."""

    UNDERSTAND = "understand"
    PAPERS = "papers"
    READ = "read"
    MACHINE = "machine"
    MOVING = "moving"
    OTHER = "other"
    QUESTION = "question"
    """A question they could not answer."""
    GUIDANCE = "guidance"
    """What the kiosk told of a quick service did not help."""
    UNSETTLED = "unsettled"
    """Everything is answered, and nothing came of it."""


@dataclass(frozen=True, slots=True)
class Referral:
    """One visitor to be helped. `n` is what stands on the kiosk: unique in office and day, with no letter before it.

    `visit` is the kiosk's own name for the visit, so that whoever asks twice stays one visitor. `page` and `subject`
    tell where at the kiosk they stood; `taken_by` is the clerk who took them.
    """

    id: str
    day: date
    n: int
    visit: str
    reason: Reason
    language: str
    asked_at: datetime
    check: str | None = None
    service: str | None = None
    page: str | None = None
    subject: str | None = None
    taken_at: datetime | None = None
    taken_by: str | None = None

    def about(self, catalogue: Catalogue) -> Text:
        """The group, question or paper they stood before, in all languages; empty where it was none."""
        known: Mapping[str | None, Text] = {}
        match self.page:
            case "service":
                known = {group.id: group.name for group in catalogue.groups.values()}
            case "question":
                known = {fact.id: fact.question for fact in catalogue.facts.values()}
            case "paper" | "detail" | "scan":
                known = {paper.id: paper.name for paper in catalogue.documents.values()}
        return known.get(self.subject, {})


@dataclass(frozen=True, slots=True)
class VisitorReferred(Event):
    """A visitor was sent to the information desk, or told more: `number` is what they show there."""

    referral: str
    number: int
    reason: str
    language: str
    service: str | None
    check: str | None
    page: str | None


@dataclass(frozen=True, slots=True)
class VisitorTaken(Event):
    """A clerk of the information desk took the visitor."""

    referral: str
    number: int
    check: str | None

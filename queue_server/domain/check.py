"""A check: one visitor's papers for one service, as it is kept between two visits to the kiosk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from queue_server.domain.documents import Paper


@dataclass(frozen=True, slots=True)
class Waived:
    """A named clerk's decision to let a finding pass."""

    requirement: str
    clerk: str
    name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """What was answered and presented, under which rules; never an image of a paper, never a name of a visitor.

    `day` is the business day the check was last opened or resumed on; `results` and `outcome` are what the rules of
    `catalogue` (a version) made of it then.
    """

    id: str
    day: date
    service: str
    language: str
    caller: str
    channel: str
    catalogue: str
    resume_code: str
    created_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    waivers: Mapping[str, Waived] = field(default_factory=dict)
    results: Mapping[str, str | None] = field(default_factory=dict)
    outcome: str | None = None
    referred_at: datetime | None = None
    refer_reason: str = ""
    ticket: str | None = None
    application: str | None = None

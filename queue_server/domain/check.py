"""A check: one visitor's papers for one service, as it is kept between two visits to the kiosk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from queue_server.domain.documents import Paper

KEPT_FROM_HOME = timedelta(days=14)
"""How long a check made at home is kept for a visitor who has not come."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A named clerk's decision to let a finding pass; where four eyes are asked for, another clerk's too."""

    requirement: str
    clerk: str
    name: str
    reason: str
    at: datetime
    second: str = ""
    second_name: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What was answered and presented, under which rules; never an image of a paper, never a name of a visitor.

    `day` is the business day the check was last opened or resumed on; `results` and `outcome` are what the rules of
    `catalogue` (a version) made of it then. `page` is the secret of its page on the web, for one that was made at home;
    `served_at` is when the quick service it is about was given.
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
    page: str | None = None
    served_at: datetime | None = None

    def good_until(self) -> date:
        """The last day a check made at home can be come back to."""
        return self.day + KEPT_FROM_HOME

    def is_over(self, today: date) -> bool:
        """Whether nobody can come back to it any more."""
        return self.page is not None and today > self.good_until()

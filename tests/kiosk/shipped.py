"""The shipped office in all its languages, and a visitor to it with most papers to show."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import cycle

from msgspec import structs

from assets import path
from assets.catalogues import whole
from queue_server import wire
from queue_server.domain.catalogue import CALLER, Catalogue
from queue_server.domain.catalogue_file import read
from queue_server.domain.check import Check
from queue_server.domain.trust import Role
from queue_server.papers.checking import assessed, begun, told

NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
TODAY = NOW.date()
CODE = "BCDFGHJK"
_GOOD = wire.Paper("", "have", date(2033, 1, 1), TODAY, attested=True, original=True)
PAPERS = {
    "have": _GOOD,
    "missing": wire.Paper("", "missing"),
    "unsure": wire.Paper("", "unsure"),
    "expired": wire.Paper("", "have", TODAY - timedelta(days=30), date(2020, 1, 1), attested=True, original=True),
    "copied": wire.Paper("", "have", date(2033, 1, 1), TODAY, attested=False, original=False),
}
"""What a visitor may say of a paper, by a name for it."""


@cache
def office() -> Catalogue:
    """The shipped catalogue."""
    return read(whole(path("catalogue", "lmra.toml")))


@cache
def asked(language: str, *said: str) -> Check:
    """A check of the service that asks for most papers; every question answered once something is `said` of papers.

    Of one paper after another each of `PAPERS` in turn.
    """
    service = max(office().services.values(), key=lambda each: len(each.requirements))
    new = wire.NewCheck(service.id, language, wire.Caller(service.callers[0]))
    check = begun(office(), new, None, check="c", code=CODE, day=TODAY, at=NOW)
    if not said:
        return check
    while facts := [fact for fact in assessed(office(), check, TODAY).open_facts if fact != CALLER]:
        answers = {fact: next(iter(office().facts[fact].options)) for fact in facts}
        check = told(office(), check, wire.CheckChange(answers=answers), Role.KIOSK)
    needs = dict.fromkeys(
        need.document
        for requirement in service.requirements
        for alternative in requirement.alternatives
        for need in alternative
    )
    papers = [
        structs.replace(PAPERS[state], document=document) for document, state in zip(needs, cycle(said), strict=False)
    ]
    return told(office(), check, wire.CheckChange(documents=papers), Role.KIOSK)

"""Papers checked at home, on both databases."""

from datetime import date

import pytest

from queue_server import wire
from queue_server.application import preparing, reception
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from queue_server.store.opening import OPERATOR
from tests.offices import GOOD_PAPERS, KIOSK, Floor

ANYBODY = Actor("anyone", "anyone", Role.CHANNEL)
RENEWAL = wire.NewCheck("renew", "en", wire.Caller("employer"), "web")
READY = wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS)


def kept(floor: Floor, said: wire.CheckChange = READY, new: wire.NewCheck = RENEWAL) -> wire.Prepared:
    return floor.act(ANYBODY, lambda tx: preparing.keep(tx, new, said))


def come(floor: Floor, code: str) -> wire.Check:
    return floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(code, "ar")))


def take_number(floor: Floor, check: wire.Check) -> wire.Issued:
    return floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))


def test_looking_keeps_nothing_and_says_what_the_kiosk_would_say(floor: Floor) -> None:
    before = floor.journal()
    seen = floor.read(lambda tx: preparing.look(tx, RENEWAL, READY), ANYBODY)
    assert (seen.outcome, seen.channel) == ("ready", "web")
    assert seen.findings == floor.ready_check().findings
    assert floor.journal()[: len(before)] == before
    assert floor.read(lambda tx: tx.checks.find(seen.id)) is None


def test_a_code_from_home_leads_straight_to_the_number(floor: Floor) -> None:
    prepared = kept(floor)
    floor.clock.passes(days=3)
    check = come(floor, prepared.code)
    assert (check.outcome, check.channel, check.language) == ("ready", "web", "ar")
    assert {paper.said.evidence for finding in check.findings for paper in finding.documents if paper.said} == {"said"}
    assert take_number(floor, check).number == "C001"
    with pytest.raises(errors.Unknown):
        floor.read(lambda tx: preparing.prepared(tx, prepared.page))


def test_what_was_good_at_home_is_judged_again_by_the_rules_of_the_day(floor: Floor) -> None:
    two_months = wire.Paper("passport", "have", expires=date(2027, 1, 26))
    prepared = kept(floor, wire.CheckChange(answers={"worker-abroad": "no"}, documents=[two_months, GOOD_PAPERS[1]]))
    page = floor.read(lambda tx: preparing.prepared(tx, prepared.page))
    assert page.outcome == "ready"
    floor.clock.passes(days=5)
    check = come(floor, prepared.code)
    assert check.outcome is None, "the passport is short by now and asked for again"
    with pytest.raises(errors.NotConcluded):
        take_number(floor, check)


def test_nobody_at_home_can_vouch_for_a_paper(floor: Floor) -> None:
    seen = [wire.Paper("medical", "have", attested=True, evidence="clerk")]
    with pytest.raises(errors.EvidenceTooStrong):
        kept(floor, wire.CheckChange(documents=seen))
    said = [*GOOD_PAPERS, wire.Paper("medical", "have", attested=True)]
    prepared = kept(floor, wire.CheckChange(answers={"worker-abroad": "yes"}, documents=said))
    assert come(floor, prepared.code).outcome == "refer"


def test_a_code_from_home_is_forgotten_after_a_fortnight_and_a_used_one_is_not(floor: Floor) -> None:
    unused, used = kept(floor), kept(floor)
    take_number(floor, come(floor, used.code))
    at_the_kiosk = floor.ready_check()
    floor.clock.passes(days=14)
    assert floor.act(OPERATOR, preparing.forget) == 0
    again = come(floor, unused.code)
    assert again.outcome == "ready", "and from here it is good for a fortnight more"
    floor.clock.passes(days=15)
    with pytest.raises(errors.Unknown):
        come(floor, unused.code)
    with pytest.raises(errors.Unknown):
        floor.read(lambda tx: preparing.prepared(tx, unused.page))
    assert floor.act(OPERATOR, preparing.forget) == 1
    assert floor.read(lambda tx: tx.checks.find(again.id)) is None
    assert floor.read(lambda tx: tx.checks.find(at_the_kiosk.id)) is not None

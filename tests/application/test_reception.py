"""The ground floor's acts, on both databases."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from queue_server import wire
from queue_server.application import reception
from queue_server.domain import errors
from queue_server.domain.applications import Filed
from queue_server.domain.trust import Actor
from tests.offices import GOOD_PAPERS, INFORMATION, KIOSK, Floor


def begun(floor: Floor, service: str = "renew", **more: Any) -> wire.Check:
    new = wire.NewCheck(service, "en", wire.Caller("employer"), **more)
    return floor.act(KIOSK, lambda tx: reception.open_check(tx, new))


def changed(floor: Floor, check: wire.Check, actor: Actor = KIOSK, **change: Any) -> wire.Check:
    return floor.act(actor, lambda tx: reception.change_check(tx, check.id, wire.CheckChange(**change)))


def issued(floor: Floor, check: wire.Check) -> wire.Issued:
    return floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))


def test_a_new_check_asks_only_what_matters(floor: Floor) -> None:
    check = begun(floor)
    assert [question.fact for question in check.questions] == ["worker-abroad"]
    assert [finding.requirement for finding in check.findings] == ["passport", "contract"]
    assert check.outcome is None


def test_papers_in_order_lead_to_a_number(floor: Floor) -> None:
    check = floor.ready_check()
    assert check.outcome == "ready"
    first, second = issued(floor, check), issued(floor, floor.ready_check())
    assert (first.number, first.ahead) == ("C001", 0)
    assert (second.number, second.ahead) == ("C002", 1)


def test_a_short_passport_is_refused_with_reason_and_remedy_and_no_number(floor: Floor) -> None:
    check = begun(floor)
    short = [wire.Paper("passport", "have", expires=date(2026, 12, 24)), wire.Paper("contract", "have")]
    check = changed(floor, check, answers={"worker-abroad": "no"}, documents=short)
    assert check.outcome == "incomplete"
    passport = check.findings[0]
    assert passport.result == "short_validity"
    assert passport.reason == "It is valid until 24 December 2026. It must be valid until 24 January 2027."
    assert passport.remedy == "Bring one that is valid until 24 January 2027 or later."
    with pytest.raises(errors.PapersIncomplete) as refused:
        issued(floor, check)
    assert refused.value.values["findings"][0].result == "short_validity"
    assert not [kind for kind, _data in floor.journal() if kind == "TicketIssued"]


def test_the_visitor_comes_back_by_the_code_and_is_asked_only_for_the_passport(floor: Floor) -> None:
    check = begun(floor)
    short = [wire.Paper("passport", "have", expires=date(2026, 12, 24)), wire.Paper("contract", "have")]
    changed(floor, check, answers={"worker-abroad": "no"}, documents=short)
    floor.clock.passes(days=3)
    code = f" {check.resume_code[:4].lower()} {check.resume_code[4:]} "
    again = floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(code)))
    assert [question.answer for question in again.questions] == ["no"]
    assert {finding.requirement: finding.result for finding in again.findings} == {
        "passport": None,
        "contract": "presented",
    }
    done = changed(floor, again, documents=[wire.Paper("passport", "have", expires=date(2031, 1, 1))])
    assert issued(floor, done).number == "C001"


def test_a_check_of_an_earlier_day_must_be_resumed_first(floor: Floor) -> None:
    check = floor.ready_check()
    floor.clock.passes(days=1)
    with pytest.raises(errors.CheckStale):
        issued(floor, check)


def test_a_check_leads_to_one_number_only(floor: Floor) -> None:
    check = floor.ready_check()
    issued(floor, check)
    with pytest.raises(errors.CheckSettled):
        issued(floor, check)
    with pytest.raises(errors.CheckSettled):
        changed(floor, check, documents=GOOD_PAPERS)


def test_a_kiosk_cannot_vouch_for_an_attested_paper_but_a_clerk_can(floor: Floor) -> None:
    check = begun(floor)
    medical: dict[str, Any] = {"document": "medical", "state": "have", "attested": True}
    check = changed(floor, check, answers={"worker-abroad": "yes"}, documents=[*GOOD_PAPERS, wire.Paper(**medical)])
    assert check.outcome == "refer"
    with pytest.raises(errors.EvidenceTooStrong):
        changed(floor, check, documents=[wire.Paper(**medical, evidence="clerk")])
    changed(floor, check, refer="")
    assert [each.id for each in floor.read(lambda tx: tx.checks.referred(tx.day))] == [check.id]
    check = changed(floor, check, INFORMATION, documents=[wire.Paper(**medical, evidence="clerk")])
    assert check.outcome == "ready"
    issued(floor, check)
    assert floor.read(lambda tx: tx.checks.referred(tx.day)) == []


def test_a_waiver_bears_the_clerks_name_and_reason(floor: Floor) -> None:
    check = begun(floor)
    missing = [wire.Paper("passport", "missing"), wire.Paper("contract", "have")]
    check = changed(floor, check, answers={"worker-abroad": "no"}, documents=missing)
    waive = wire.Waiver("passport", "seen at the other counter")
    with pytest.raises(errors.EvidenceTooStrong):
        changed(floor, check, waive=waive)
    check = changed(floor, check, INFORMATION, waive=waive)
    assert (check.outcome, check.findings[0].waived_by) == ("ready", "Huda")
    ticket = issued(floor, check)
    kept = floor.read(lambda tx: tx.tickets.find(ticket.id))
    assert kept is not None
    assert kept.waivers == 1


def test_an_unsure_visitor_is_sent_to_the_information_desk(floor: Floor) -> None:
    check = begun(floor)
    unsure = [wire.Paper("passport", "unsure"), wire.Paper("contract", "have")]
    assert changed(floor, check, answers={"worker-abroad": "no"}, documents=unsure).outcome == "refer"


def test_a_quick_service_needs_no_number(floor: Floor) -> None:
    check = begun(floor, "status")
    assert (check.outcome, check.guidance) == ("quick", "The information desk tells you at once.")
    with pytest.raises(errors.NoNumberNeeded):
        issued(floor, check)


def test_a_change_of_language_words_everything_anew_and_loses_nothing(floor: Floor) -> None:
    check = floor.ready_check()
    again = changed(floor, check, language="ar")
    assert again.outcome == "ready"
    assert again.service_name == "تجديد تصريح عمل"
    assert again.questions[0].answer == "no"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"answers": {"worker-abroat": "no"}}, "fact"),
        ({"answers": {"caller": "worker"}}, "fact"),
        ({"answers": {"worker-abroad": "maybe"}}, "value"),
        ({"documents": [wire.Paper("pasport", "have")]}, "document"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_is_not_of_this_check_is_refused_and_changes_nothing(
    floor: Floor, change: dict[str, Any], kind: str
) -> None:
    check = floor.ready_check()
    before = floor.journal()
    with pytest.raises(errors.Unknown) as refused:
        changed(floor, check, **change)
    assert refused.value.kind == kind
    assert floor.journal() == before
    assert floor.read(lambda tx: reception.check_status(tx, check.id), KIOSK) == check


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        (wire.NewCheck("fly", "en", wire.Caller("employer")), errors.Unknown),
        (wire.NewCheck("renew", "xx", wire.Caller("employer")), errors.Unknown),
        (wire.NewCheck("renew", "en", wire.Caller("pirate")), errors.Unknown),
        (wire.NewCheck("renew", "en", wire.Caller("worker")), errors.WrongCaller),
        (wire.NewCheck("renew", "en", wire.Caller("employer"), application="77"), errors.Unknown),
    ],
)
def test_a_check_that_cannot_be_is_not_begun(floor: Floor, new: wire.NewCheck, refusal: type[errors.DawrError]) -> None:
    before = floor.journal()
    with pytest.raises(refusal):
        floor.act(KIOSK, lambda tx: reception.open_check(tx, new))
    assert floor.journal() == before


def test_what_the_agency_holds_is_not_asked_again(floor: Floor) -> None:
    filed = Filed("2026-77", "renew", "employer", {"worker-abroad": "no"}, ("contract",))
    floor.act(INFORMATION, lambda tx: tx.applications.replace([filed]))
    check = begun(floor, application="2026-77")
    assert {finding.requirement: finding.result for finding in check.findings} == {
        "passport": None,
        "contract": "on_file",
    }
    check = changed(floor, check, documents=[wire.Paper("contract", "missing")])
    assert check.findings[1].result == "on_file"


NAMED = Filed("2026-78", "renew", "employer", {"worker-abroad": "no"}, ("contract",), "Anna Maria Tester")
SEEN = wire.Paper("passport", "have", expires=date(2030, 5, 17), evidence="machine")


def applied(floor: Floor) -> wire.Check:
    floor.act(INFORMATION, lambda tx: tx.applications.replace([NAMED]))
    return begun(floor, application=NAMED.number)


def test_a_passport_a_machine_read_with_the_right_name_is_presented(floor: Floor) -> None:
    check = changed(floor, applied(floor), documents=[SEEN], holders={"passport": "TESTER ANNA MARIA"})
    assert (check.outcome, check.findings[0].result) == ("ready", "presented")


@pytest.mark.parametrize("holder", ["SAMPLE PETER", "TESTER"])
def test_another_name_on_it_is_for_the_information_desk_to_settle(floor: Floor, holder: str) -> None:
    check = changed(floor, applied(floor), documents=[SEEN], holders={"passport": holder})
    assert check.outcome == "refer"
    assert check.findings[0].reason == "The name on it is not the one we know."
    by_words = [wire.Paper("passport", "have", expires=date(2030, 5, 17))]
    assert changed(floor, check, documents=by_words).outcome == "refer"
    again = floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(check.resume_code)))
    assert again.outcome == "refer"
    by_a_clerk = [wire.Paper("passport", "have", expires=date(2030, 5, 17), evidence="clerk")]
    assert changed(floor, again, INFORMATION, documents=by_a_clerk).outcome == "ready"


def test_the_right_passport_laid_down_next_clears_the_doubt(floor: Floor) -> None:
    check = changed(floor, applied(floor), documents=[SEEN], holders={"passport": "SAMPLE PETER"})
    check = changed(floor, check, documents=[SEEN], holders={"passport": "ANNA MARIA TESTER"})
    assert check.outcome == "ready"


def test_a_name_nobody_knows_is_compared_with_nothing(floor: Floor) -> None:
    check = changed(
        floor,
        begun(floor),
        answers={"worker-abroad": "no"},
        documents=[SEEN, wire.Paper("contract", "have")],
        holders={"passport": "SAMPLE PETER"},
    )
    assert check.outcome == "ready"


def test_no_name_is_kept_or_told(floor: Floor) -> None:
    check = changed(floor, applied(floor), documents=[SEEN], holders={"passport": "SAMPLE PETER"})
    kept = floor.act(KIOSK, lambda tx: tx.checks.find(check.id))
    everything = f"{kept} {check} {floor.journal()}"
    assert "SAMPLE" not in everything
    assert "Tester" not in everything


def test_an_expired_passport_is_the_same_finding_read_or_typed(floor: Floor) -> None:
    typed = wire.Paper("passport", "have", expires=date(2026, 1, 1))
    findings = []
    for paper in (typed, replace(typed, evidence="machine")):
        check = changed(floor, begun(floor), answers={"worker-abroad": "no"}, documents=[paper])
        findings.append(replace(check.findings[0], documents=[]))
    assert findings[0] == findings[1]
    assert findings[0].result == "expired"


def test_typing_does_not_change_the_date_a_machine_read(floor: Floor) -> None:
    expired = replace(SEEN, expires=date(2026, 1, 1))
    check = changed(floor, begun(floor), answers={"worker-abroad": "no"}, documents=[expired])
    check = changed(floor, check, documents=[wire.Paper("passport", "have", expires=date(2030, 5, 17))])
    assert check.findings[0].result == "expired"

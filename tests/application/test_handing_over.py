"""Visits gone through without the server: taken once, in their place in line, or kept for a person."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from queue_server import wire
from queue_server.application import lending, reception
from queue_server.application.once import once
from queue_server.application.timekeeping import keep_time
from queue_server.domain.errors import CheckSettled
from queue_server.store.opening import OPERATOR
from tests.application.kiosk_alone import Outpost
from tests.offices import GOOD_PAPERS, KIOSK, Floor, clerk

OTHER = replace(KIOSK, id="kiosk-2", name="kiosk-2")
ADAM = clerk("adam")


@pytest.fixture
def outpost(floor: Floor) -> Outpost:
    return Outpost(floor)


def given(visit: wire.HandOver, **changes: Any) -> wire.HandOver:
    """The same visit with another thing said of its number."""
    assert visit.given is not None
    return msgspec.structs.replace(visit, given=msgspec.structs.replace(visit.given, **changes))


def test_a_visit_handed_over_waits_with_its_number_and_is_called(floor: Floor, outpost: Outpost) -> None:
    answer = outpost.brings(outpost.visit(minutes_ago=5))
    assert (answer.state, answer.number) == ("taken", "C900")
    assert outpost.kinds()[-5:] == ["NumbersLeased", "CheckOpened", "CheckChanged", "NumberHandedOver", "TicketIssued"]
    assert floor.desk(1, ADAM).next() == "C900"


def test_whoever_came_first_is_called_first_with_or_without_the_server(floor: Floor, outpost: Outpost) -> None:
    early = outpost.visit(minutes_ago=-5)
    floor.clock.passes(minutes=10)
    own = floor.ticket().number
    floor.clock.passes(minutes=10)
    late = outpost.visit()
    for visit in (late, early):
        outpost.brings(visit)
    desk = floor.desk(1, ADAM)
    called = []
    for _ in range(3):
        called.append(desk.next())
        desk.serve()
    assert called == ["C900", own, "C901"]


@pytest.mark.parametrize(
    ("minutes_ago", "arrived"), [(-600, "now"), (600, "lent"), (5, "as told")], ids=["to come", "long ago", "sane"]
)
def test_an_arrival_is_believed_from_when_the_numbers_were_lent_until_now(
    floor: Floor, outpost: Outpost, minutes_ago: float, arrived: str
) -> None:
    lent = floor.clock.now()
    floor.clock.passes(minutes=30)
    moments = {"now": floor.clock.now(), "lent": lent, "as told": floor.clock.now() - timedelta(minutes=5)}
    outpost.brings(outpost.visit(minutes_ago=minutes_ago))
    ticket = floor.read(lambda tx: tx.tickets.by_number(tx.day, "C900"))
    assert ticket is not None
    [leg] = floor.read(lambda tx: tx.tickets.legs(ticket.id))
    assert ticket.issued_at == leg.waiting_since == moments[arrived]
    assert leg.due == moments[arrived] + timedelta(minutes=20)


def test_the_same_visit_brought_again_is_answered_alike_and_done_once(floor: Floor, outpost: Outpost) -> None:
    visit = outpost.visit()
    answers = [outpost.brings(visit) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert outpost.kinds().count("TicketIssued") == 1


def test_a_list_of_what_to_bring_may_become_a_number_later(floor: Floor, outpost: Outpost) -> None:
    whole = outpost.visit()
    short = msgspec.structs.replace(whole, documents=GOOD_PAPERS[:1], given=None, refer="asked for a person")
    missing = msgspec.structs.replace(short, documents=[GOOD_PAPERS[0], wire.Paper("contract", "missing")], refer=None)
    assert [outpost.brings(each).state for each in (short, missing, whole)] == ["taken"] * 3
    assert [data["outcome"] for kind, data in floor.journal() if kind == "CheckChanged"] == [
        None,
        "incomplete",
        "ready",
    ]
    assert outpost.kinds().count("CheckOpened") == outpost.kinds().count("CheckReferred") == 1


def test_a_list_given_without_the_server_is_come_back_to_by_its_code(floor: Floor, outpost: Outpost) -> None:
    visit = msgspec.structs.replace(outpost.visit(), documents=[wire.Paper("passport", "missing")], given=None)
    outpost.brings(visit)
    check = floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(visit.resume_code)))
    assert (check.id, check.service) == (visit.visit, "renew")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda visit: msgspec.structs.replace(visit, boot="another-start"), "lease_not_yours"),
        (lambda visit: given(visit, lease="nothing"), "unknown"),
        (lambda visit: given(visit, n=899), "number_not_leased"),
        (lambda visit: msgspec.structs.replace(visit, service="residence", caller="worker"), "number_not_leased"),
        (lambda visit: msgspec.structs.replace(visit, service="nothing"), "unknown"),
        (lambda visit: msgspec.structs.replace(visit, caller="worker"), "wrong_caller"),
        (lambda visit: msgspec.structs.replace(visit, answers={"worker-abroad": "perhaps"}), "unknown"),
        (lambda visit: msgspec.structs.replace(visit, documents=[]), "papers_incomplete"),
        (lambda visit: msgspec.structs.replace(visit, service="status"), "no_number_needed"),
        (
            lambda visit: msgspec.structs.replace(visit, documents=[wire.Paper("passport", "have", evidence="agency")]),
            "evidence_too_strong",
        ),
    ],
)
def test_what_cannot_be_taken_is_set_aside_for_a_person_with_the_reason(
    floor: Floor, outpost: Outpost, change: Any, code: str
) -> None:
    visit = change(outpost.visit())
    answers = [outpost.brings(visit), outpost.brings(visit)]
    assert [(answer.state, answer.code) for answer in answers] == [("set_aside", code)] * 2
    assert outpost.kinds()[-1] == "VisitSetAside"
    assert outpost.kinds().count("VisitSetAside") == 1
    [aside] = floor.read(lending.outposts).aside
    assert (aside.visit, aside.code, aside.device) == (visit.visit, code, "kiosk-1")
    assert aside.text


def test_a_copied_disk_cannot_give_the_numbers_lent_to_another_machine(floor: Floor, outpost: Outpost) -> None:
    """It may have the token, the lease and the journal; its machine was not started when that one was."""
    copied = msgspec.structs.replace(outpost.visit(), boot="the-copys-start")
    assert outpost.brings(copied).code == "lease_not_yours"
    stolen = outpost.visit()
    assert outpost.brings(stolen, OTHER).code == "lease_not_yours"
    assert outpost.lent("the-copys-start").leases[0].last < outpost.lease.first
    assert outpost.lent().superseded


def test_of_two_visits_with_one_number_the_second_is_set_aside(floor: Floor, outpost: Outpost) -> None:
    """As when a running machine was copied whole."""
    first, second = outpost.visit(n=905), outpost.visit(n=905)
    assert outpost.brings(first).state == "taken"
    assert outpost.brings(second).code == "number_taken"


def test_a_code_or_a_page_of_another_visit_is_no_visits(floor: Floor, outpost: Outpost) -> None:
    first, second = outpost.visit(), outpost.visit()
    assert first.given is not None
    outpost.brings(first)
    assert outpost.brings(given(second, track=first.given.track)).code == "code_taken"
    third = msgspec.structs.replace(outpost.visit(), resume_code=first.resume_code)
    assert outpost.brings(third).code == "code_taken"


def test_a_visit_begun_at_the_server_gets_one_number(floor: Floor, outpost: Outpost) -> None:
    begun = floor.ready_check()
    assert outpost.brings(outpost.visit(continues=begun.id)).state == "taken"
    with pytest.raises(CheckSettled):
        floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(begun.id)))


def test_a_number_asked_for_and_never_heard_of_is_given_up(floor: Floor, outpost: Outpost) -> None:
    begun = floor.ready_check()
    wanted = wire.NewTicket(begun.id)
    floor.act(KIOSK, lambda tx: once(tx, "key-1", "print", lambda tx: reception.issue_ticket(tx, wanted)))
    answer = outpost.brings(outpost.visit(continues=begun.id, unheard="key-1"))
    assert answer.number == "C900"
    assert outpost.kinds()[-1] == "TicketCancelled"
    desk = floor.desk(1, ADAM)
    assert [desk.next(), desk.serve().number, desk.next()] == ["C900", "C900", None]


def test_a_number_somebody_heard_of_is_not_given_up(floor: Floor, outpost: Outpost) -> None:
    issued = floor.ticket()
    begun = floor.read(lambda tx: tx.tickets.find(issued.id))
    assert begun is not None
    outpost.brings(outpost.visit(continues=begun.check, unheard="another-key"))
    assert floor.legs(issued) == [("commercial", "waiting")]


def test_a_visit_of_an_earlier_day_is_told_and_over(floor: Floor, outpost: Outpost) -> None:
    visit = outpost.visit()
    floor.clock.passes(days=1)
    floor.act(OPERATOR, keep_time)
    assert outpost.brings(visit).state == "taken"
    floor.act(OPERATOR, keep_time)
    assert outpost.kinds()[-1] == "LegExpired"
    assert floor.desk(1, ADAM).next() is None


def test_papers_are_judged_by_the_rules_the_kiosk_had(floor: Floor, outpost: Outpost) -> None:
    unknown = msgspec.structs.replace(outpost.visit(), catalogue="never-was")
    assert outpost.brings(unknown).state == "taken"  # By the rules that hold now: they are met too.


def test_a_clock_that_says_a_visit_began_tomorrow_is_not_believed(floor: Floor, outpost: Outpost) -> None:
    ahead: datetime = floor.clock.now() + timedelta(days=2)
    visit = msgspec.structs.replace(outpost.visit(), began_at=ahead)
    assert outpost.brings(visit).state == "taken"
    check = floor.read(lambda tx: tx.checks.find(visit.visit))
    assert check is not None
    assert check.created_at == floor.clock.now()

"""Visitors sent to the information desk: once, with a number, wherever they stood; on both databases."""

from functools import partial
from typing import Any

import pytest

from queue_server import wire
from queue_server.application import floor as hall
from queue_server.application import quick_services, reception, referring
from queue_server.domain import errors
from queue_server.domain.referral import ReferralTaken
from tests.offices import INFORMATION, KIOSK, SUPERVISOR, Floor


def sent(floor: Floor, visit: str = "visit", reason: wire.ReferralReason = "read", **known: Any) -> wire.Referral:
    new = wire.NewReferral(visit, reason, "en", **known)
    return floor.act(KIOSK, lambda tx: referring.refer(tx, new))


def waiting(floor: Floor) -> list[wire.Referral]:
    return floor.read(referring.waiting).referrals


def shows(floor: Floor, n: int) -> list[wire.Referral]:
    return floor.read(lambda tx: referring.numbered(tx, n)).referrals


def at_the_desk(floor: Floor) -> int:
    return floor.read(hall.hall).referred


def test_each_visitor_has_a_number_of_the_day_and_a_reason(floor: Floor) -> None:
    assert [sent(floor, "one").number, sent(floor, "two", "moving").number] == [1, 2]
    assert [(each.number, each.reason, each.language) for each in waiting(floor)] == [
        (1, "read", "en"),
        (2, "moving", "en"),
    ]
    floor.clock.passes(hours=24)
    assert waiting(floor) == []
    assert sent(floor, "one").number == 1


def test_who_asks_again_keeps_number_and_place_and_may_say_another_reason(floor: Floor) -> None:
    sent(floor, "one")
    floor.clock.passes(seconds=60)
    sent(floor, "two")
    floor.clock.passes(seconds=60)
    again = sent(floor, "one", "machine", service="renew")
    assert [(each.number, each.reason, each.service_name) for each in waiting(floor)] == [
        (1, "machine", "Renew a work permit"),
        (2, "read", ""),
    ]
    assert again.number == 1


def test_the_clerk_reads_where_the_visitor_stood(floor: Floor) -> None:
    check = floor.ready_check("renew")
    sent(floor, "a", check=check.id, page="paper", subject="passport")
    sent(floor, "b", page="paper", subject="no such paper")
    sent(floor, "c", page="question", subject="worker-abroad")
    first, second, third = waiting(floor)
    assert (first.service, first.about, first.check) == ("renew", "Passport", check.id)
    assert (second.about, third.about) == ("", "Is the worker abroad?")


def test_a_check_goes_to_the_desk_with_its_visitor_who_counts_once(floor: Floor) -> None:
    check = floor.ready_check("renew")
    sent(floor, "a")
    sent(floor, "a", "question", check=check.id)
    referred = floor.read(lambda tx: reception.check_status(tx, check.id))
    assert (referred.referred, referred.refer_reason, at_the_desk(floor)) == (True, "question", 1)
    sent(floor, "b")
    assert at_the_desk(floor) == 2


def test_one_clerk_takes_a_visitor_and_no_other(floor: Floor) -> None:
    referral = sent(floor)
    for _ in range(2):
        assert floor.act(INFORMATION, lambda tx: referring.take(tx, referral.id)).taken
    assert waiting(floor) == []
    with pytest.raises(ReferralTaken):
        floor.act(SUPERVISOR, lambda tx: referring.take(tx, referral.id))
    told = [entry.kind for entry in floor.read(lambda tx: tx.journal.since(0)) if "referral" in entry.data]
    assert told == ["VisitorReferred", "VisitorTaken"]


def test_who_was_taken_and_asks_once_more_waits_again_under_the_same_number(floor: Floor) -> None:
    referral = sent(floor)
    floor.act(INFORMATION, lambda tx: referring.take(tx, referral.id))
    floor.clock.passes(seconds=60)
    assert sent(floor).number == referral.number
    assert [each.number for each in waiting(floor)] == [1]


def test_who_went_on_without_help_is_waited_for_no_more(floor: Floor) -> None:
    check = floor.ready_check("renew")
    sent(floor, check=check.id)
    floor.clock.passes(seconds=9)
    floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))
    assert waiting(floor) == []
    floor.clock.passes(seconds=9)
    sent(floor, "later", "moving", check=check.id)
    assert [each.reason for each in waiting(floor)] == ["moving"]


def test_a_quick_matter_settled_since_is_waited_for_no_more(floor: Floor) -> None:
    new = wire.NewCheck("status", "en", wire.Caller("worker"))
    check = floor.act(KIOSK, lambda tx: reception.open_check(tx, new))
    sent(floor, check=check.id)
    floor.clock.passes(seconds=9)
    floor.act(INFORMATION, lambda tx: quick_services.give(tx, check.id))
    assert (waiting(floor), at_the_desk(floor)) == ([], 0)


def test_what_the_office_does_not_know_is_refused(floor: Floor) -> None:
    for wrong in (
        wire.NewReferral("v", "read", "en", service="x"),
        wire.NewReferral("v", "read", "en", check="x"),
        wire.NewReferral("v", "read", "xx"),
    ):
        with pytest.raises(errors.Unknown):
            floor.act(KIOSK, partial(referring.refer, new=wrong))
    with pytest.raises(errors.Unknown):
        floor.act(INFORMATION, lambda tx: referring.take(tx, "x"))


def test_a_visitor_is_found_by_the_number_they_show_taken_or_not(floor: Floor) -> None:
    sent(floor, "one")
    second = sent(floor, "two")
    floor.act(INFORMATION, lambda tx: referring.take(tx, second.id))
    assert [(each.id, each.taken) for each in shows(floor, 2)] == [(second.id, True)]
    assert shows(floor, 3) == []
    floor.clock.passes(hours=24)
    assert shows(floor, 2) == []

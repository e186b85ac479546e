"""Quick services: no number, and told all the same, on both databases."""

import pytest

from queue_server import wire
from queue_server.application import quick_services, reception
from queue_server.domain import errors
from tests.offices import INFORMATION, KIOSK, Floor


def asked(floor: Floor) -> wire.Check:
    new = wire.NewCheck("status", "en", wire.Caller("worker"))
    return floor.act(KIOSK, lambda tx: reception.open_check(tx, new))


def test_who_settled_what_and_how_soon_is_told_once(floor: Floor) -> None:
    check = asked(floor)
    floor.clock.passes(seconds=42)
    for _ in range(2):
        assert floor.act(KIOSK, lambda tx: quick_services.give(tx, check.id)).served
        floor.clock.passes(seconds=5)
    entries = [entry for entry in floor.read(lambda tx: tx.journal.since(0)) if entry.kind == "QuickServiceGiven"]
    assert [(entry.actor, entry.data) for entry in entries] == [
        ("kiosk-1", {"check": check.id, "service": "status", "seconds": 42})
    ]


def test_a_matter_the_guidance_did_not_settle_waits_at_the_desk_until_a_clerk_settles_it(floor: Floor) -> None:
    check = asked(floor)
    sent = wire.CheckChange(refer="The guidance did not answer.")
    floor.act(KIOSK, lambda tx: reception.change_check(tx, check.id, sent))
    (waiting,) = floor.read(lambda tx: tx.checks.referred(tx.day))
    assert (waiting.id, waiting.refer_reason) == (check.id, "The guidance did not answer.")
    floor.act(INFORMATION, lambda tx: quick_services.give(tx, check.id))
    assert floor.read(lambda tx: tx.checks.referred(tx.day)) == []


def test_what_needs_a_number_is_not_settled_so(floor: Floor) -> None:
    check = floor.ready_check()
    with pytest.raises(errors.NotQuick):
        floor.act(KIOSK, lambda tx: quick_services.give(tx, check.id))
    with pytest.raises(errors.Unknown):
        floor.act(KIOSK, lambda tx: quick_services.give(tx, "x"))

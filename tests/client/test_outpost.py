"""A visit without the server: the same check, the same slip, a number that was lent."""

from base64 import b64decode
from datetime import date, timedelta
from functools import partial
from typing import Any

import msgspec
import pytest

from queue_server import wire
from queue_server.application import handing_over, lending, reception
from queue_server.client.errors import NoNumberHere, PapersIncomplete
from queue_server.client.outpost import Outpost
from queue_server.domain.errors import EvidenceTooStrong, Unknown
from queue_server.http.printing import bring_list, ticket_slip
from queue_server.slips.escpos import to_bytes
from tests.client.fake_disk import FakeDisk
from tests.client.standing import AT, BOOT, Ticks, lease, outpost, stocked
from tests.offices import GOOD_PAPERS, KIOSK, Floor

NEW = wire.NewCheck("renew", "ar", wire.Caller("employer"))
READY = wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS)
MISSING = wire.CheckChange({"worker-abroad": "no"}, [wire.Paper("passport", "missing"), GOOD_PAPERS[1]])
only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


def without_names(check: wire.Check) -> dict[str, Any]:
    own = {"id", "resume_code", "created_at"}
    return {name: getattr(check, name) for name in check.__struct_fields__ if name not in own}


def ready(made: Outpost) -> Outpost:
    made.open_check(NEW)
    made.change_check(READY)
    return made


@only_sqlite
def test_every_answer_comes_out_as_at_the_server(floor: Floor) -> None:
    made = stocked()
    check = floor.act(KIOSK, lambda tx: reception.open_check(tx, NEW))
    here = made.open_check(NEW)
    changes = [
        wire.CheckChange(answers={"worker-abroad": "yes"}),
        wire.CheckChange(answers={"worker-abroad": "no"}, language="en"),
        wire.CheckChange(documents=[wire.Paper("passport", "have")]),
        wire.CheckChange(documents=[wire.Paper("passport", "have", expires=date(2026, 12, 1))]),
        wire.CheckChange(documents=[wire.Paper("contract", "unsure")]),
        wire.CheckChange(refer="asked for a person"),
        wire.CheckChange(documents=GOOD_PAPERS),
    ]
    for change in changes:
        there = floor.act(KIOSK, partial(reception.change_check, check_id=check.id, change=change))
        here = made.change_check(change)
        assert without_names(here) == without_names(there)


def test_a_number_is_in_the_journal_before_it_is_told_and_given_once() -> None:
    disk = FakeDisk()
    made = ready(stocked(disk))
    issued = made.issue("elderly")
    assert made.issue("none") == issued
    assert (issued.number, issued.ahead, issued.floor) == ("C900", None, 1)
    assert issued.track.startswith("http://office/t/")
    [kept] = outpost(disk).backlog.waiting
    assert kept.visit.given == wire.GivenNumber("C900", 900, AT, issued.track.rpartition("/")[2], "elderly")
    assert ready(stocked(disk)).issue("none").number == "C901"


@only_sqlite
def test_the_list_of_what_to_bring_is_the_one_the_server_prints(floor: Floor) -> None:
    made = stocked()
    made.open_check(NEW)
    check = made.change_check(MISSING)
    [kept] = made.backlog.waiting
    floor.act(KIOSK, lambda tx: handing_over.take_over(tx, kept.visit))
    there = floor.read(lambda tx: bring_list(tx, check.id))
    assert b64decode(made.bring_list().slip) == to_bytes(there)


@only_sqlite
def test_the_numbers_slip_is_the_one_the_server_would_have_printed(floor: Floor) -> None:
    made = stocked()
    lent = floor.act(KIOSK, lambda tx: lending.lend_numbers(tx, wire.NewLeases(BOOT, ["C"])))
    made.lent.drop()
    made.lent.take(msgspec.structs.replace(lent, page="http://office/t/"))
    issued = ready(made).issue("none")
    [kept] = made.backlog.waiting
    floor.act(KIOSK, lambda tx: handing_over.take_over(tx, kept.visit))
    there = floor.read(lambda tx: ticket_slip(tx, issued.id, None, issued.track))
    assert b64decode(issued.slip) == to_bytes(there)


def test_what_leads_to_no_number_is_kept_as_soon_as_it_is_concluded() -> None:
    made = stocked()
    made.open_check(NEW)
    assert made.backlog.waiting == []
    made.change_check(MISSING)
    assert [kept.visit.given for kept in made.backlog.waiting] == [None]
    made.open_check(wire.NewCheck("status", "en", wire.Caller("employer")))
    quick = made.backlog.waiting[-1].visit
    assert quick.service == "status"
    made.forget()
    assert made.give_quick_service(quick.visit)
    assert made.backlog.waiting[-1].visit.served


def test_no_number_before_the_papers_are_complete() -> None:
    made = stocked()
    made.open_check(NEW)
    with pytest.raises(PapersIncomplete):
        made.issue("none")


def test_without_numbers_or_room_to_keep_one_there_is_none_and_none_is_used_twice() -> None:
    disk = FakeDisk()
    made = stocked(disk)
    made.lent.drop()
    with pytest.raises(NoNumberHere):
        ready(made).issue("none")
    made.lent.take(wire.Leases([lease()], AT))
    disk.full = True
    with pytest.raises(NoNumberHere):
        made.issue("none")
    disk.full = False
    assert made.issue("none").number == "C901"
    assert [kept.visit.given.n for kept in outpost(disk).backlog.waiting if kept.visit.given] == [901]


def test_numbers_of_another_day_are_not_given() -> None:
    ticks = Ticks()
    made = stocked(ticks=ticks)
    ticks.passes(24 * 3600)
    with pytest.raises(NoNumberHere):
        ready(made).issue("none")
    assert made.short_of() == ["C", "R"]


@only_sqlite
def test_a_visit_begun_at_the_server_goes_on_with_the_same_answers(floor: Floor) -> None:
    made = stocked()
    there = floor.act(KIOSK, lambda tx: reception.open_check(tx, NEW))
    made.follow(there, application=None)
    change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS[:1])
    made.follow(floor.act(KIOSK, lambda tx: reception.change_check(tx, there.id, change)), change)
    assert not made.alone(there.id)
    own = made.take_up(there.id)
    assert own != there.id
    assert made.take_up(there.id) == own
    assert made.alone(there.id)
    assert made.change_check(wire.CheckChange(documents=GOOD_PAPERS[1:])).outcome == "ready"
    assert made.issue("none", unheard="key-1").number == "C900"
    [kept] = made.backlog.waiting
    assert (kept.visit.continues, kept.visit.unheard) == (there.id, "key-1")
    assert {paper.document for paper in kept.visit.documents} == {"passport", "contract"}


def test_a_check_nobody_followed_cannot_be_taken_up() -> None:
    assert stocked().take_up("somebody-elses") is None


def test_what_a_kiosk_may_not_claim_it_may_not_claim_alone() -> None:
    made = stocked()
    made.open_check(NEW)
    with pytest.raises(EvidenceTooStrong):
        made.change_check(wire.CheckChange(documents=[wire.Paper("passport", "have", evidence="clerk")]))
    with pytest.raises(Unknown):
        made.open_check(wire.NewCheck("nothing", "en", wire.Caller("employer")))


def test_nothing_of_a_visitor_is_left_when_they_have_gone() -> None:
    made = stocked()
    check = made.open_check(NEW)
    made.forget()
    assert not made.alone(check.id)
    with pytest.raises(LookupError):
        made.check()


def test_what_was_fetched_once_is_there_at_the_next_start_and_damage_is_not_believed() -> None:
    disk = FakeDisk()
    stocked(disk)
    assert outpost(disk).ready
    disk.files["rules"] = disk.files["rules"][:-30]
    assert not outpost(disk).ready


def test_a_kiosk_alone_for_eight_hours_gives_a_number_every_five_minutes() -> None:
    ticks, disk = Ticks(AT - timedelta(hours=1)), FakeDisk()
    made = stocked(disk, ticks)
    numbers = []
    for _ in range(96):
        made.forget()
        numbers.append(ready(made).issue("none").number)
        ticks.passes(300)
    assert numbers == [f"C{n}" for n in range(900, 996)]
    assert len(outpost(disk, ticks).backlog.waiting) == 96

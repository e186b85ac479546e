"""A partner agency's step: the papers the office's file says it needs, and what the journal tells of it."""

from pathlib import Path

import pytest

from queue_server import wire
from queue_server.application import leaving, reception, visits
from queue_server.application.hearing import hears
from queue_server.domain import errors
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database
from queue_server.store.opening import open_office
from tests.fakes import FakeChance, FakeClock
from tests.offices import CATALOGUE, Floor, clerk

ALI = clerk("Ali")
PARTNER = Actor("npra-1", "Noor", Role.CLERK, agency="npra")


@pytest.fixture
def sharing(url: str, tmp_path: Path) -> Floor:
    """An office in which the residency counter needs the contract of a permit's renewal, but not the passport."""
    file = tmp_path / "office.toml"
    text = CATALOGUE.read_text("utf-8")
    text = text.replace("[requirements.contract]\n", '[requirements.contract]\nneeded_at = ["residency"]\n')
    file.write_text(text.replace('line = "commercial"\nreq', 'line = "commercial"\nthen = ["residency"]\nreq'), "utf-8")
    office, _code = open_office(url, file, FakeClock(), chance := FakeChance())
    return Floor(Database(url, office, FakeClock(), chance), FakeClock(), chance)


def test_they_read_the_papers_their_step_needs_and_no_others(sharing: Floor) -> None:
    issued = sharing.ticket("renew")
    ticket = sharing.read(lambda tx: tx.tickets.find(issued.id))
    assert ticket is not None
    seen = sharing.read(lambda tx: reception.check_status(tx, ticket.check), PARTNER)
    assert [finding.requirement for finding in seen.findings] == ["contract"]
    assert (seen.questions, seen.resume_code) == ([], "")
    sharing.database.close()


def test_a_check_without_a_step_of_theirs_is_unknown_to_them(floor: Floor) -> None:
    check = floor.ready_check("renew")
    with pytest.raises(errors.Unknown):
        floor.read(lambda tx: reception.check_status(tx, check.id), PARTNER)


def test_they_hear_of_whoever_is_handed_over_to_them_but_not_from_where(floor: Floor) -> None:
    floor.ticket("renew")
    desk = floor.desk(3, ALI)
    desk.next()
    desk.do(visits.transfer, wire.Transfer(line="residency", note="photo"))
    told = floor.read(lambda tx: [hears(tx)(entry) for entry in tx.journal.since(0)], PARTNER)
    handed = [entry for entry in told if entry is not None and entry.kind == "TicketTransferred"]
    assert [(entry.actor, set(entry.data)) for entry in handed] == [
        ("", {"ticket", "number", "to_line", "to_leg", "due"})
    ]


def test_at_a_shared_counter_they_learn_that_an_act_was_taken_back_and_not_of_whom(floor: Floor) -> None:
    floor.ticket("renew")
    desk = floor.desk(3, ALI)
    desk.next()
    desk.undo()
    told = floor.read(lambda tx: [hears(tx)(entry) for entry in tx.journal.since(0)], PARTNER)
    assert [entry.data for entry in told if entry is not None and entry.kind == "ActUndone"] == [{"counter": 3}]


def test_they_end_no_visit_of_which_only_a_step_is_theirs_and_bring_none_back(sharing: Floor) -> None:
    issued = sharing.ticket("renew")
    cancel = lambda tx: leaving.cancel(tx, issued.id)  # noqa: E731
    come_back = lambda tx: leaving.come_back(tx, issued.id)  # noqa: E731
    with pytest.raises(errors.Forbidden):
        sharing.act(PARTNER, cancel)
    desk = sharing.desk(1, ALI)
    desk.next()
    desk.do(visits.park, wire.Park("fetch"))
    with pytest.raises(errors.Forbidden):
        sharing.act(PARTNER, come_back)
    sharing.act(ALI, come_back)
    desk.next()
    desk.serve()
    theirs = sharing.desk(4, PARTNER)
    theirs.next()
    theirs.do(visits.park, wire.Park("pay"))
    assert sharing.act(PARTNER, come_back).legs[0].state == "waiting"
    assert sharing.act(PARTNER, cancel).legs[0].state == "cancelled"
    sharing.database.close()

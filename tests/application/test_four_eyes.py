"""Papers that no clerk lets pass alone, where the office's file says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from queue_server import wire
from queue_server.application import reception, staff, walking_in
from queue_server.domain import errors
from queue_server.domain.people import Clerk
from queue_server.domain.trust import Role
from queue_server.store.database import Database
from queue_server.store.opening import open_office
from tests.fakes import FakeChance, FakeClock
from tests.offices import CATALOGUE, INFORMATION, KIOSK, Floor, clerk

WAIVE = wire.CheckChange(waive=wire.Waiver("contract", "The ministry has it."))


@pytest.fixture
def strict(url: str, tmp_path: Path) -> Iterator[Floor]:
    """An office in which two clerks must agree that nobody needs to see a contract."""
    file = tmp_path / "strict.toml"
    text = CATALOGUE.read_text("utf-8")
    file.write_text(text.replace("[requirements.contract]\n", "[requirements.contract]\nfour_eyes = true\n"), "utf-8")
    clock, chance = FakeClock(), FakeChance()
    office, _code = open_office(url, file, clock, chance)
    floor = Floor(Database(url, office, clock, chance), clock, chance)
    yield floor
    assert floor.troubles() == []
    floor.database.close()


def without_contract(floor: Floor) -> wire.Check:
    new = wire.NewCheck("renew", "en", wire.Caller("employer"))
    check = floor.act(KIOSK, lambda tx: reception.open_check(tx, new))
    change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=[wire.Paper("contract", "missing")])
    return floor.act(KIOSK, lambda tx: reception.change_check(tx, check.id, change))


def waived(floor: Floor, check: wire.Check, second: Clerk | None) -> wire.Check:
    return floor.act(INFORMATION, lambda tx: reception.change_check(tx, check.id, WAIVE, second))


def hired(floor: Floor, name: str, role: Role, agency: str | None = None) -> Clerk:
    return floor.act(INFORMATION, lambda tx: staff.add_clerk(tx, name, name, role, "no password", agency=agency))


def test_one_clerk_alone_is_asked_for_another(strict: Floor) -> None:
    check = without_contract(strict)
    assert [each.four_eyes for each in check.findings] == [False, True]
    with pytest.raises(errors.SecondClerkNeeded):
        waived(strict, check, None)
    assert "FindingWaived" not in [kind for kind, _data in strict.journal()]


def test_two_names_stand_beside_what_two_clerks_let_pass(strict: Floor) -> None:
    second = hired(strict, "salman", Role.SUPERVISOR)
    finding = waived(strict, without_contract(strict), second).findings[1]
    assert (finding.result, finding.waived_by, finding.waived_with) == ("waived", "Huda", "salman")
    told = dict(strict.journal())["FindingWaived"]
    assert (told["clerk"], told["second"]) == (INFORMATION.id, second.id)


def test_the_same_clerk_twice_is_one_clerk(strict: Floor) -> None:
    herself = Clerk(INFORMATION.id, "huda", "Huda", Role.INFORMATION, "no password")
    with pytest.raises(errors.SecondClerkNeeded):
        waived(strict, without_contract(strict), herself)


@pytest.mark.parametrize(("role", "agency"), [(Role.CLERK, None), (Role.SUPERVISOR, "npra")])
def test_whoever_may_waive_nothing_cannot_be_the_second(strict: Floor, role: Role, agency: str | None) -> None:
    check = without_contract(strict)
    with pytest.raises(errors.SecondClerkRefused):
        waived(strict, check, hired(strict, "ali", role, agency))


def test_where_the_file_does_not_ask_for_it_one_clerk_will_do(floor: Floor) -> None:
    assert waived(floor, without_contract(floor), None).findings[1].waived_by == "Huda"


def test_nobody_walks_in_past_a_paper_that_needs_two_clerks(strict: Floor) -> None:
    desk = strict.desk(1, clerk("Ali"))
    with pytest.raises(errors.SecondClerkNeeded):
        desk.do(walking_in.walk_in, wire.WalkIn("renew", "employer", "sent by the director"))
    assert strict.read(lambda tx: tx.tickets.at_counter(1)) is None

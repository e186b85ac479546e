"""A partner agency's desk: its own lines and visitors, what was handed over with them, and nothing of anybody else."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from desk.app import build
from desk.settings import Settings
from queue_server import wire
from queue_server.application import staff
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from queue_server.system import SystemPasswords
from tests.desk.clerk import Clerk
from tests.offices import GOOD_PAPERS
from tests.servers import PASSWORD, Served

PASSPORT = [wire.Paper("passport", "have", expires=date(2031, 1, 1))]


@pytest.fixture
def seat(screens_thread: None, served: Served) -> Iterator[Callable[[Role], Clerk]]:
    """Somebody of the partner agency signs in at counter 4."""
    desks: list[Clerk] = []

    def sit(role: Role) -> Clerk:
        hashed = SystemPasswords().hash(PASSWORD)
        served.database.act(
            OPERATOR, lambda tx: staff.add_clerk(tx, "noor", "Noor", role, hashed, agency="npra")
        ).result(10)
        clerk = Clerk(build(Settings(served.url, served.token("desk"), 4, "en", "none:")))
        desks.append(clerk)
        clerk.sign_in("noor", PASSWORD)
        return clerk

    yield sit
    while desks:
        desks.pop().desk.close()


def visitor(served: Served, service: str, papers: list[wire.Paper], caller: str = "employer") -> str:
    kiosk = served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck(service, "en", wire.Caller(caller)))
    answers = {"worker-abroad": "no"} if service == "renew" else None
    kiosk.change_check(check.id, wire.CheckChange(answers=answers, documents=papers))
    return kiosk.issue(check.id).number


def test_they_see_the_step_that_is_theirs_with_its_note_and_nobody_elses(
    served: Served, seat: Callable[[Role], Clerk]
) -> None:
    handed, alien = visitor(served, "bring-a-worker", PASSPORT), visitor(served, "renew", GOOD_PAPERS)
    house = served.line("clerk", "Ali Hasan", 1)
    house.open_counter(1)
    house.call_next(1)
    noor = seat(Role.CLERK)
    noor.press("F10")
    noor.until_counter_is("free")
    house.transfer(1, wire.Transfer(line="residency", note="The photo is too old."))
    house.call_next(1)
    noor.until_sees("1 waiting")
    noor.press("F2")
    noor.until_counter_is("called")
    noor.until_sees("Handed over with: The photo is too old.")
    read = " ".join(noor.reads())
    assert handed in read
    assert "No papers are needed at this counter." in read
    for elses in (alien, "Commercial", "Counter 1", "Ali Hasan", "Passport"):
        assert elses not in read


def test_the_papers_of_a_service_of_their_own_are_before_them(served: Served, seat: Callable[[Role], Clerk]) -> None:
    visitor(served, "residence", PASSPORT, "worker")
    noor = seat(Role.CLERK)
    noor.press("F10")
    noor.until_counter_is("free")
    noor.press("F2")
    noor.until_counter_is("called")
    noor.until_sees("Passport")


def test_their_supervisor_has_no_place_but_a_counter(seat: Callable[[Role], Clerk]) -> None:
    noor = seat(Role.SUPERVISOR)
    assert noor.desk.session.places == ("counter",)

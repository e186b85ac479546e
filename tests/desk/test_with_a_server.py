"""The desk and a real server, killed and started again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.app import build
from desk.settings import Settings
from queue_server import wire
from queue_server.client.api import Api
from tests.desk.clerk import Clerk
from tests.offices import GOOD_PAPERS
from tests.servers import PASSWORD, OwnProcess

Enrol = Callable[[str], Clerk]


@pytest.fixture
def enrol(screens_thread: None, own_process: OwnProcess, tmp_path: Path) -> Iterator[Enrol]:
    """A desk at counter 1 of a real office, with a clerk of that role signed in."""
    clerks: list[Clerk] = []

    def sit_down(role: str) -> Clerk:
        own_process.operator("clerk", "add", role, "--role", role, typed=f"{PASSWORD}\n{PASSWORD}\n")
        token = own_process.operator("token", "--role", "desk", "--name", f"desk of {role}")
        clerk = Clerk(build(Settings(own_process.url, token, 1, "en", f"preview:///{tmp_path}/slips")))
        clerks.append(clerk)
        clerk.sign_in(role, PASSWORD)
        return clerk

    yield sit_down
    while clerks:
        clerks.pop().desk.close()


def check_of_a_visitor(server: OwnProcess, papers: list[wire.Paper]) -> tuple[Api, wire.Check]:
    kiosk = Api(server.url, server.operator("token", "--role", "kiosk", "--name", "kiosk"))
    check = kiosk.open_check(wire.NewCheck("renew", "ar", wire.Caller("employer")))
    change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=papers)
    return kiosk, kiosk.change_check(check.id, change)


def test_a_call_made_while_the_server_is_down_is_made_once_when_it_is_up_again(
    own_process: OwnProcess, enrol: Enrol
) -> None:
    kiosk, check = check_of_a_visitor(own_process, GOOD_PAPERS)
    number = kiosk.issue(check.id).number
    kiosk.close()
    clerk = enrol("clerk")
    clerk.press("F10")
    clerk.until_counter_is("free")
    own_process.kill()
    clerk.press("F2")
    clerk.until(lambda: clerk.notice("away") != "", "the banner says the server does not answer")
    own_process.start()
    clerk.until_counter_is("called")
    clerk.until(lambda: clerk.notice("away") == "", "the banner is gone")
    clerk.until_sees(number)
    assert own_process.operator("journal").count("TicketCalled") == 1


def test_a_visitor_sent_by_a_kiosk_leaves_the_information_desk_with_a_printed_number(
    own_process: OwnProcess, enrol: Enrol, tmp_path: Path
) -> None:
    clerk = enrol("information")
    unsure = [GOOD_PAPERS[0], wire.Paper("contract", "unsure")]
    kiosk, check = check_of_a_visitor(own_process, unsure)
    kiosk.change_check(check.id, wire.CheckChange(refer="غير متأكد من العقد"))
    kiosk.close()
    clerk.until_sees("Sent here by the kiosks: 1")
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.information.check is not None, "the check is in hand")
    clerk.press("Alt+2")
    clerk.until(lambda: clerk.desk.information.may_give_number, "the papers are complete")
    clerk.press("F5")
    clerk.until_sees("The slip is printed.")
    assert len(list((tmp_path / "slips").glob("*.png"))) == 1

"""Every act at a counter, by its keys, through the real window against a real server."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit

from desk.app import build
from desk.settings import Settings
from queue_server import wire
from queue_server.client.api import Api
from queue_server.domain.trust import Role
from tests.desk.clerk import Clerk
from tests.offices import GOOD_PAPERS
from tests.servers import PASSWORD, Served


class Hall:
    """A clerk at counter 3, which serves both lines, visitors with numbers, and other clerks."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._kiosk = served.line(Role.KIOSK)
        self.clerk = self._sit("maryam")
        self.clerk.press("F10")
        self.clerk.until_counter_is("free")

    def visitor(self, service: str = "renew") -> str:
        """A visitor with papers in order gets a number."""
        check = self._kiosk.open_check(wire.NewCheck(service, "ar", wire.Caller("employer")))
        answers = {"worker-abroad": "no"} if service == "renew" else None
        change = wire.CheckChange(answers=answers, documents=GOOD_PAPERS if service == "renew" else GOOD_PAPERS[:1])
        return self._kiosk.issue(self._kiosk.change_check(check.id, change).id).number

    def other_clerk(self, username: str, n: int) -> Api:
        """Somebody else at an open counter."""
        self._served.add_clerk(username)
        line = self._served.line(Role.DESK, f"desk {n}")
        line.sign_in(username, PASSWORD)
        line.open_counter(n)
        return line

    def stands(self, number: str) -> wire.Ticket:
        """How a number stands at the server."""
        return self._kiosk.find_ticket(number)

    def knows(self, username: str) -> bool:
        """Whether the desk knows that somebody is at another counter."""
        floor = self.clerk.desk.hall.floor
        return floor is not None and any(counter.clerk == username for counter in floor.counters)

    def call(self) -> None:
        """Call the next and wait."""
        self.keys("F2")
        self.clerk.until_counter_is("called")

    def keys(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.clerk.press(key)

    def _sit(self, username: str) -> Clerk:
        self._served.add_clerk(username)
        token = self._served.token(Role.DESK, "desk 3")
        clerk = Clerk(build(Settings(self._served.url, token, 3, "en")))
        clerk.sign_in(username, PASSWORD)
        clerk.until(lambda: clerk.desk.counter.status is not None, "the counter is known")
        return clerk


@pytest.fixture
def hall(screens_thread: None, served: Served) -> Iterator[Hall]:
    here = Hall(served)
    yield here
    here.clerk.desk.close()


def last(ticket: wire.Ticket) -> wire.Leg:
    return ticket.legs[-1]


def test_a_visitor_is_let_go_and_called_again_by_number(hall: Hall) -> None:
    number = hall.visitor()
    hall.call()
    hall.keys("F6", "1", "2")
    hall.clerk.until_counter_is("free")
    parked = last(hall.stands(number))
    assert (parked.state, parked.reason) == ("parked", "fetch")
    assert parked.return_at is not None
    hall.keys("Ctrl+F")
    hall.clerk.enter(number)
    hall.keys("Return")
    hall.clerk.until_sees("Back in line at ")
    hall.keys("Esc", "Esc", "Shift+F2")
    hall.clerk.enter(number.lower())
    hall.keys("Return")
    hall.clerk.until_counter_is("called")
    hall.clerk.until_sees(number)


def test_a_visitor_is_sent_to_another_clerk_with_a_note_and_that_is_taken_back(hall: Hall) -> None:
    hall.other_clerk("yusuf", 4)
    number = hall.visitor()
    hall.call()
    hall.clerk.until(lambda: hall.knows("yusuf"), "the other clerk is known")
    hall.keys("F7", "3", "1", "2")
    hall.clerk.enter("Fee paid")
    hall.keys("Return")
    hall.clerk.until_counter_is("free")
    sent = last(hall.stands(number))
    assert (sent.line, sent.state, sent.due_by, sent.note) == ("residency", "waiting", "first", "Fee paid")
    hall.clerk.until(lambda: any("Take back (" in words for words in hall.clerk.reads()), "the seconds left are shown")
    hall.keys("Ctrl+Z")
    hall.clerk.until_counter_is("called")
    assert len(hall.stands(number).legs) == 1


def test_a_visitor_goes_back_to_the_line_or_on_to_another_service(hall: Hall) -> None:
    number = hall.visitor()
    hall.call()
    hall.keys("Shift+F6")
    hall.clerk.until_counter_is("free")
    assert last(hall.stands(number)).state == "waiting"
    hall.call()
    hall.keys("Shift+F7", "2", "Return")
    hall.clerk.until(lambda: len(hall.stands(number).legs) == 2, "another service was added")
    hall.clerk.until_counter_is("called")
    assert last(hall.stands(number)).service == "residence"


def test_somebody_without_a_number_is_served_at_once(hall: Hall) -> None:
    hall.keys("F5", "2", "1", "2")
    hall.clerk.enter("no")
    hall.keys("Return")
    hall.clerk.until_sees("Write at least 3 letters.")
    hall.clerk.enter("where the father is")
    hall.keys("Return")
    hall.clerk.until_counter_is("serving")
    hall.clerk.until_sees("waited 0 min · العربية")


def test_what_was_typed_stays_when_the_server_refuses(hall: Hall) -> None:
    hall.keys("Shift+F2")
    hall.clerk.enter("C999")
    hall.keys("Return")
    hall.clerk.until(lambda: hall.clerk.notice("trouble") != "", "the refusal is shown")
    assert hall.clerk.find("ask-field", QLineEdit).text() == "C999"
    hall.keys("Esc")
    hall.clerk.until_sees("Call next")


def test_a_number_is_looked_up_and_an_order_explained_without_changing_anything(hall: Hall) -> None:
    first, second = hall.visitor(), hall.visitor()
    hall.call()
    hall.keys("Ctrl+F")
    hall.clerk.enter(second)
    hall.keys("Return")
    hall.clerk.until_sees("Commercial services: Waiting")
    hall.keys("Esc", "Esc", "F1")
    hall.clerk.enter(first)
    hall.keys("Return")
    hall.clerk.enter(second)
    hall.keys("Return")
    hall.clerk.until_sees(f"{first} was due earlier.")
    assert hall.clerk.desk.counter.phase == "called"

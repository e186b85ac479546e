"""A tour of everything a desk can show, state by state."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QListWidget

from desk.ui.table import Table
from queue_server.client.errors import Refused
from queue_server.wire import Problem
from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


def counter_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """A clerk's morning at a counter."""
    people_wait(office)
    clerk = sit(counter=None, **how)
    yield "sign-in", clerk
    clerk.sign_in("maryam", PASSWORD)
    yield "which-counter", clerk
    clerk.click("counter-2")
    clerk.until(lambda: clerk.desk.counter.status is not None, "the counter is known")
    yield "closed", clerk
    for keys, phase in ((["F10"], "free"), (["F12", "1"], "break"), (["F10"], "free"), (["F2"], "called")):
        for key in keys:
            clerk.press(key)
        clerk.until_counter_is(phase)
        yield phase, clerk
    clerk.until(lambda: clerk.desk.counter.check is not None, "the papers are shown")
    yield "called-with-papers", clerk
    clerk.press("F4")
    clerk.until_counter_is("serving")
    yield "serving", clerk
    clerk.press("Ctrl+L")
    yield "locked", clerk
    clerk.enter(PASSWORD)
    clerk.press("Return")
    clerk.until(lambda: not clerk.desk.lock.locked, "the desk is open again")
    clerk.press("Ctrl+D")
    clerk.until_sees("06:12")
    yield "my-day", clerk
    clerk.press("Esc")
    clerk.press("F9")
    yield "outcome", clerk
    clerk.press("3")
    yield "wrong-paper", clerk
    clerk.press("Esc")
    office.refuses = Refused(Problem("about:blank", "", 409, "wrong_state", "That is not possible now."))
    clerk.press("F9")
    clerk.press("1")
    clerk.until(lambda: clerk.notice("trouble") != "", "the refusal is shown")
    office.goes_away()
    clerk.until(lambda: clerk.notice("away") != "", "the banner is shown")
    yield "away", clerk
    office.comes_back()
    clerk.until(lambda: clerk.notice("away") == "", "the banner is gone")


def information_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """A supervisor's hour at the information desk."""
    for service, unsure_of in (("renew", "medical"), ("new", "degree"), ("family", "marriage")):
        office.visitor_is_sent(service, unsure_of=unsure_of)
    clerk = sit("salman", **how)
    clerk.click("place-information")
    clerk.until(lambda: len(clerk.desk.information.referred) == 3, "visitors were sent")
    yield "information", clerk
    yield from _without_a_check(office, clerk)
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.information.check is not None, "a check is in hand")
    yield "to-confirm", clerk
    clerk.press("Alt+3")
    clerk.until(lambda: clerk.desk.information.may_give_number, "the papers are complete")
    yield "ready", clerk
    clerk.press("F5")
    clerk.until(lambda: clerk.desk.information.printed is not None, "the slip is printed")
    yield "number", clerk
    clerk.press("F9")
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.information.check is not None, "the next check is in hand")
    clerk.click("missing-degree")
    clerk.until(lambda: clerk.desk.information.may_print_list, "a paper is missing")
    clerk.click("waive-degree")
    clerk.enter("The embassy confirmed it by phone")
    yield "waiver", clerk
    clerk.press("Return")
    clerk.enter("huda")
    clerk.press("Return")
    clerk.enter(PASSWORD)
    yield "four-eyes", clerk
    office.forgets_clerk()
    clerk.press("Return")
    clerk.until(lambda: clerk.desk.session.ended, "the session has ended")
    yield "ended", clerk


def supervisor_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """A supervisor's round."""
    people_wait(office)
    office.open_elsewhere(1, "Maryam Hasan")
    office.visit_is_set_aside()
    clerk = sit("salman", counter=None, **how)
    clerk.until(lambda: bool(clerk.find("aside", Table).reads()), "the stations are known")
    clerk.find("lines", Table).choose("commercial")
    clerk.find("counters", Table).choose("2")
    clerk.write("turn-number", office.waiting[0].number)
    clerk.press("Return")
    clerk.until(lambda: clerk.desk.supervision.arranging.found is not None, "the visitor is found")
    clerk.click("close-line-ask")
    yield "floor", clerk
    clerk.press("F3")
    clerk.find("stations", Table).choose("id-kiosk-south")
    yield "stations", clerk
    clerk.press("F4")
    clerk.until(lambda: len(clerk.find("devices", Table).reads()) == 2, "the devices are known")
    clerk.find("devices", Table).choose("kiosk-north")
    clerk.click("allow-service")
    clerk.until(lambda: clerk.desk.supervision.devices.served is not None, "there is a service code")
    clerk.click("revoke-ask")
    yield "devices", clerk
    clerk.press("F5")
    clerk.find("clerks", Table).choose("maryam")
    clerk.click("disable-ask")
    yield "clerks", clerk
    clerk.press("F6")
    clerk.find("message-ar", QLineEdit).setText("مكاتب الإقامة تغلق الساعة 12 اليوم")
    clerk.click("tell")
    clerk.until(lambda: clerk.desk.supervision.arranging.screens.everywhere is not None, "the message is shown")
    clerk.find("screens", Table).choose("*")
    yield "screens", clerk
    clerk.press("F7")
    clerk.click("end-day-ask")
    yield "day", clerk


def _without_a_check(office: Office, clerk: Clerk) -> Iterator[tuple[str, Clerk]]:
    """Visitors whom no kiosk sent."""
    clerk.press("F4")
    yield "new-check", clerk
    clerk.enter("res")
    clerk.press("Return")
    yield "who-asks", clerk
    clerk.press("Esc")
    clerk.press("F10")
    clerk.enter("f")
    clerk.press("Return")
    clerk.press("Return")
    clerk.until(lambda: clerk.find("book-times", QListWidget).count() > 0, "the free times are told")
    yield "booking", clerk
    clerk.press("Return")
    clerk.until(lambda: clerk.desk.information.appointments.in_hand is not None, "a place is taken")
    yield "appointment", clerk
    clerk.press("F9")
    clerk.press("F3")
    clerk.enter(office.visitor_waits("renew"))
    clerk.press("Return")
    clerk.until(lambda: clerk.desk.information.found is not None, "the number is found")
    yield "found", clerk
    clerk.press("F9")
    clerk.press("1")
    clerk.press("2")
    clerk.until(lambda: clerk.desk.information.check is not None, "a quick service is under way")
    yield "quick", clerk
    clerk.press("F9")
    clerk.until(lambda: clerk.desk.information.check is None and not clerk.desk.acts.busy, "it is told")


def people_wait(office: Office) -> None:
    """Four visitors: one over the target, one with a waiver and a priority, one in the other line, one just come."""
    office.visitor_waits("new", minutes=23, priority="elderly")
    office.visitor_waits("renew", minutes=16)
    office.visitor_waits("family", minutes=25)
    office.visitor_waits("renew", minutes=4)
    first = next(iter(office.records.values()))
    first.waived["degree"] = ("Huda Ali", "The original is with the embassy until Thursday")
    office.waiting[0] = replace(office.waiting[0], waivers=1)

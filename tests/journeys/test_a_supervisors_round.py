"""A supervisor's round through the real window and a server in a process of its own; the journal tells of each act."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

import desk.app
import desk.settings
from desk.ui.table import Table
from queue_server import wire
from queue_server.client.api import Api
from queue_server.domain.trust import Role
from tests.desk.clerk import Clerk
from tests.journeys.mortal import Mortal
from tests.servers import PASSWORD
from tests.torture.desks import issue


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Mortal]:
    """Six visitors wait."""
    office = Mortal(tmp_path / "office")
    issue(office.database, 6)
    yield office
    office.close()


@pytest.fixture
def salman(screens_thread: None, office: Mortal) -> Iterator[Clerk]:
    """A supervisor who has just signed in."""
    office.served.add_clerk("salman", Role.SUPERVISOR)
    settings = desk.settings.Settings(office.line.url, office.served.token("desk"), None, "en", "none:")
    clerk = Clerk(desk.app.build(settings))
    clerk.sign_in("salman", PASSWORD)
    yield clerk
    clerk.desk.close()


def test_whatever_a_supervisor_does_is_done_and_stands_in_the_journal_with_name_and_reason(
    office: Mortal, salman: Clerk
) -> None:
    _lets_a_kiosk_in(office, salman)
    _adds_a_clerk_and_disables_her(salman)
    _moves_a_counter(salman)
    _gives_priority(salman)
    _tells_the_screens(salman)
    salman.press("F7")
    salman.press("Space")
    salman.click("end-day-yes")
    salman.until_sees("The day is ended. Sent home: 6.")

    told = {entry.kind: entry for entry in office.journal() if entry.kind in _DONE}
    who = next(entry.data["clerk"] for entry in office.journal() if entry.kind == "ClerkSignedIn")
    assert {kind: _known(entry.data) for kind, entry in told.items()} == _DONE
    assert {entry.actor for entry in told.values()} == {who}


_DONE: dict[str, dict[str, Any]] = {
    "DeviceAdmitted": {"name": "kiosk-east", "place": "East door"},
    "ClerkAdded": {},
    "ClerkDisabled": {},
    "CounterLinesArranged": {"counter": 3, "lines": ["commercial"], "by": "salman", "reason": "Many wait there"},
    "TicketPrioritised": {"number": "C002", "priority": "pregnant", "by": "salman", "reason": "She is not well"},
    "ScreenTold": {"by": "salman"},
    "DayEnded": {},
}
_NAMED = ("name", "place", "counter", "lines", "number", "priority", "by", "reason")


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in _NAMED if name in data}


def _lets_a_kiosk_in(office: Mortal, salman: Clerk) -> None:
    kiosk = Api(office.line.url, "")
    secret = "as-random-as-a-test-can-be"
    asked = kiosk.ask_admission(wire.AskAdmission(secret, "kiosk"))
    salman.press("F4")
    salman.enter(asked.code)
    salman.press("Tab", 2)
    salman.enter("kiosk-east")
    salman.press("Tab")
    salman.enter("East door")
    salman.press("Tab")
    salman.press("Space")
    salman.until(lambda: "kiosk-east" in _rows(salman, "devices"), "it is among the devices")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")
    kiosk.token = kiosk.admission(secret).token or ""
    assert kiosk.catalogue().office == "test-office", "the kiosk works from now on"
    kiosk.close()


def _adds_a_clerk_and_disables_her(salman: Clerk) -> None:
    salman.press("F5")
    for field, text in (("username", "noora"), ("name", "Noora Saleh"), ("password", "long enough for her")):
        salman.write(f"clerk-{field}", text)
    salman.click("add-clerk")
    salman.until(lambda: "noora" in _rows(salman, "clerks"), "she is among the clerks")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")
    salman.find("clerks", Table).choose("noora")
    salman.click("disable-ask")
    salman.click("disable-yes")
    salman.until(lambda: _rows(salman, "clerks")["noora"][3] == "May not sign in", "she may not sign in")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")


def _moves_a_counter(salman: Clerk) -> None:
    salman.press("F2")
    salman.find("counters", Table).choose("3")
    salman.find("serves-residency", QAbstractButton).setFocus()
    salman.press("Space")
    salman.write("lines-why", "Many wait there")
    salman.press("Return")
    salman.until(lambda: "Residency" not in _rows(salman, "counters")["Counter 3"][4], "the counter has one line")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")


def _gives_priority(salman: Clerk) -> None:
    salman.write("turn-number", "C002")
    salman.press("Return")
    salman.until(lambda: salman.desk.supervision.arranging.found is not None, "the visitor is found")
    salman.choose("turn-priority", "pregnant")
    salman.write("turn-why", "She is not well")
    salman.press("Return")
    salman.until_sees("Pregnant")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")


def _tells_the_screens(salman: Clerk) -> None:
    salman.press("F6")
    salman.write("message-en", "We close at noon today")
    salman.click("tell")
    salman.until(lambda: _rows(salman, "screens")["All screens"][1] != "", "it is shown")
    salman.until(lambda: not salman.desk.acts.busy, "that is done")


def _rows(salman: Clerk, table: str) -> dict[str, list[str]]:
    read = salman.find(table, Table).reads()
    return {row[0]: row for row in ([cell.translate({0x2066: None, 0x2069: None}) for cell in row] for row in read)}

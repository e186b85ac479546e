"""A supervisor's page: the hall, the stations, the devices."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desk.ui.table import Table
from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.office import Office
from tests.desk.supervised import reported
from tests.desk.tour import people_wait


@pytest.fixture
def salman(sit: Sit) -> Clerk:
    """A supervisor who has just signed in."""
    return sit("salman", counter=None)


def rows(clerk: Clerk, name: str) -> list[list[str]]:
    read = clerk.find(name, Table).reads()
    return [[cell.translate({0x2066: None, 0x2069: None}) for cell in row] for row in read]


def test_the_hall_shows_lines_over_their_target_and_who_sits_where(small_office: Office, sit: Sit) -> None:
    people_wait(small_office)
    small_office.open_elsewhere(1, "Maryam Hasan")
    salman = sit("salman", counter=None)
    salman.until_sees("4 waiting · Lines over the target: 1 · Counters open: 1, free: 1")
    assert [row[4] for row in rows(salman, "lines")] == ["Over the target", "Close to the target", "Nobody is waiting."]
    assert rows(salman, "counters")[0][:3] == ["Counter 1", "Maryam Hasan", "Free, and people wait"]


def test_stations_in_need_come_first_with_what_to_do(small_office: Office, salman: Clerk) -> None:
    salman.until_sees("Stations: 2 want help")
    assert [row[:3] for row in rows(salman, "stations")] == [
        ["kiosk-south", "Kiosk", "No paper"],
        ["screen-hall", "Screen", "Not heard"],
        ["kiosk-north", "Kiosk", "In order"],
    ]
    salman.press("F2")
    salman.press("Down")
    salman.until_sees("Look whether it is switched on and its network cable is in.")
    small_office.reports = [reported("kiosk-south", "kiosk")]
    small_office.tells("DeviceHealthChanged", device="id-kiosk-south")
    salman.until(lambda: rows(salman, "stations") == [["kiosk-south", "Kiosk", "In order", "10:00"]], "in order")


def test_two_machines_with_one_name_and_visits_set_aside_are_told(small_office: Office, sit: Sit) -> None:
    small_office.visit_is_set_aside()
    salman = sit("salman", counter=None)
    salman.until_sees("Visits set aside: 1")
    assert rows(salman, "aside")[0][0] == "A017"
    assert rows(salman, "stations")[0][:3] == ["kiosk-north", "Kiosk", "Two machines use this name"]


def test_a_device_is_let_in_by_keys_alone(small_office: Office, salman: Clerk) -> None:
    salman.press("F3")
    salman.enter("KWMR7T3X")
    salman.press("Tab", 2)
    salman.enter("kiosk-east")
    salman.press("Tab")
    salman.enter("East door")
    salman.press("Tab")
    salman.press("Space")
    salman.until(lambda: "kiosk-east" in [row[0] for row in rows(salman, "devices")], "it is among the devices")
    assert small_office.acts[-1] == "approve KWMR7T3X as kiosk kiosk-east at East door"
    assert salman.find("device-code", QLineEdit).text() == ""


def test_a_wrong_code_is_told_and_what_was_typed_is_kept(salman: Clerk) -> None:
    salman.click("sheet-devices")
    salman.write("device-code", "ZZZZZZZZ")
    salman.write("device-name", "kiosk-east")
    salman.click("let-in")
    salman.until(lambda: "ZZZZZZZZ" in salman.notice("trouble"), "the refusal is shown")
    assert salman.find("device-name", QLineEdit).text() == "kiosk-east"


def test_revoking_asks_first_and_a_service_code_is_shown(small_office: Office, salman: Clerk) -> None:
    salman.click("sheet-devices")
    salman.until(lambda: len(rows(salman, "devices")) == 2, "the devices are known")
    salman.find("devices", Table).choose("kiosk-north")
    salman.click("allow-service")
    salman.until_sees("Service code of kiosk-north: PQRS 2345, until 10:10")
    salman.click("revoke-ask")
    salman.press("Esc")
    assert small_office.acts[-1] == "allow service of kiosk-north"
    salman.click("revoke-ask")
    salman.click("revoke-yes")
    salman.until(lambda: [row[0] for row in rows(salman, "devices")] == ["desk-1"], "it is gone")

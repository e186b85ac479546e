"""A supervisor's page: the hall, the stations, the devices."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

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
    salman.press("F3")
    salman.press("Down")
    salman.until_sees("Look whether it is switched on and its network cable is in.")
    small_office.reports = [reported("kiosk-south", "kiosk")]
    small_office.tells("DeviceHealthChanged", device="id-kiosk-south")
    salman.until(lambda: rows(salman, "stations") == [["kiosk-south", "Kiosk", "In order", "10:00"]], "in order")


def test_two_machines_with_one_name_and_visits_set_aside_are_told(small_office: Office, sit: Sit) -> None:
    small_office.visit_is_set_aside()
    salman = sit("salman", counter=None)
    salman.click("sheet-stations")
    salman.until_sees("Visits set aside: 1")
    assert rows(salman, "aside")[0][0] == "A017"
    assert rows(salman, "stations")[0][:3] == ["kiosk-north", "Kiosk", "Two machines use this name"]


def test_a_device_is_let_in_by_keys_alone(small_office: Office, salman: Clerk) -> None:
    salman.press("F4")
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


def test_a_television_is_let_in_as_one_of_the_offices_screens(small_office: Office, salman: Clerk) -> None:
    small_office.codes["SCREEN77"] = "screen"
    salman.click("sheet-devices")
    salman.until(lambda: salman.find("device-screen", QComboBox).count() == 2, "the screens are known")
    assert not salman.find("device-screen", QComboBox).isEnabled()
    salman.write("device-code", "SCREEN77")
    salman.choose("device-kind", "screen")
    salman.choose("device-screen", "upstairs")
    salman.write("device-name", "tv-1")
    salman.click("let-in")
    salman.until(lambda: ["tv-1", "Screen", "Upstairs"] in rows(salman, "devices"), "it is among the devices")
    assert small_office.acts[-1] == "approve SCREEN77 as screen upstairs tv-1 at "


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


def test_a_line_is_closed_with_a_reason_and_opened_again_by_keys(small_office: Office, salman: Clerk) -> None:
    salman.until(lambda: bool(rows(salman, "lines")), "the lines are shown")
    salman.find("lines", Table).choose("residency")
    salman.click("close-line-ask")
    salman.press("Return")
    assert small_office.closed == {}, "not without a reason"
    salman.enter("Their system is down")
    salman.press("Return")
    salman.until_sees("Closed for today: Their system is down")
    salman.click("open-line")
    salman.until_sees("It gives numbers.")


def test_a_counter_is_moved_to_another_line(small_office: Office, salman: Clerk) -> None:
    salman.until(lambda: bool(rows(salman, "counters")), "the counters are shown")
    salman.find("counters", Table).choose("1")
    salman.find("serves-residency", QAbstractButton).setFocus()
    salman.press("Space")
    salman.write("lines-why", "Many wait there")
    salman.press("Return")
    salman.until(lambda: "Residency" in rows(salman, "counters")[0][4], "the counter has the line")
    assert small_office.acts[-1].endswith(": Many wait there")


def test_a_visitor_is_given_priority_with_a_reason(small_office: Office, sit: Sit) -> None:
    number = small_office.visitor_waits()
    salman = sit("salman", counter=None)
    salman.write("turn-number", number)
    salman.press("Return")
    salman.until_sees("Renew a work permit")
    salman.choose("turn-priority", "pregnant")
    salman.write("turn-why", "She is not well")
    salman.press("Return")
    salman.until_sees("Pregnant")
    assert small_office.acts[-1] == f"pregnant for ticket-{number}: She is not well"


def test_somebody_new_may_sign_in_and_the_password_is_not_left_on_the_screen(
    small_office: Office, salman: Clerk
) -> None:
    salman.press("F5")
    for field, text in (("username", "noora"), ("name", "Noora Saleh"), ("password", "long enough")):
        salman.write(f"clerk-{field}", text)
    salman.click("add-clerk")
    salman.until(lambda: ["noora", "Noora Saleh", "Clerk", "May sign in"] in rows(salman, "clerks"), "she is there")
    assert salman.find("clerk-password", QLineEdit).text() == ""


def test_a_clerk_is_disabled_only_when_asked_twice_and_oneself_never(small_office: Office, salman: Clerk) -> None:
    salman.press("F5")
    salman.until(lambda: len(rows(salman, "clerks")) == 2, "the clerks are known")
    salman.find("clerks", Table).choose("salman")
    assert not salman.find("disable-ask", QAbstractButton).isEnabled()
    salman.find("clerks", Table).choose("maryam")
    salman.click("disable-ask")
    salman.click("disable-yes")
    salman.until(lambda: rows(salman, "clerks")[0][3] == "May not sign in", "she may not sign in")


def test_the_day_is_ended_after_saying_how_many_still_wait(small_office: Office, sit: Sit) -> None:
    people_wait(small_office)
    salman = sit("salman", counter=None)
    salman.press("F7")
    salman.press("Space")
    salman.until_sees("4 visitors still wait. End the day all the same?")
    salman.press("Space")
    assert "end the day" not in small_office.acts, "the safe answer is the one that is ready"
    salman.click("end-day-ask")
    salman.click("end-day-yes")
    salman.until_sees("The day is ended. Sent home: 4.")


def test_a_message_is_shown_on_the_screens_and_taken_away(small_office: Office, salman: Clerk) -> None:
    salman.press("F6")
    salman.enter("Hello")
    salman.choose("message-minutes", "30")
    salman.click("tell")
    salman.until(lambda: rows(salman, "screens")[0] == ["All screens", "Hello", "10:30"], "it is shown")
    assert salman.find("message-ar", QLineEdit).hasFocus(), "the keyboard stands where the next one is typed"
    salman.find("screens", Table).choose("*")
    salman.click("hush")
    salman.until(lambda: rows(salman, "screens")[0] == ["All screens", "", ""], "it is gone")
    salman.click("preview")
    salman.until_sees("/display/preview and type PQRS 2345, until 11:00")
    salman.click("sound")
    salman.until(lambda: "sound None" in small_office.acts and not salman.desk.acts.busy, "all screens sound")
    salman.find("screens", Table).choose("hall")
    salman.click("sound")
    salman.until(lambda: "sound hall" in small_office.acts, "one screen sounds")

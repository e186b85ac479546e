from PySide6.QtWidgets import QLineEdit

from tests.desk.clerk import Clerk
from tests.desk.office import Office


def test_an_act_begun_while_the_server_is_away_happens_once_when_it_is_back(
    small_office: Office, maryam: Clerk
) -> None:
    small_office.visitor_waits()
    small_office.visitor_waits()
    small_office.goes_away()
    maryam.press("F2", times=3)
    maryam.until(lambda: "repeated" in maryam.notice("away"), "the banner says the wish is repeated")
    small_office.comes_back()
    maryam.until(lambda: maryam.desk.counter.phase == "called", "the visitor is called")
    maryam.until(lambda: maryam.notice("away") == "", "the banner is gone")
    assert small_office.acts[1:] == ["open 2", "next 2"]


def test_a_desk_that_was_away_catches_up_by_itself(small_office: Office, maryam: Clerk) -> None:
    small_office.goes_away()
    maryam.until(lambda: "may be out of date" in maryam.notice("away"), "the banner is shown")
    small_office.visitor_waits()
    small_office.close_from_afar(2)
    small_office.comes_back()
    maryam.until_sees("The counter is closed")
    maryam.until_sees("1 waiting")


def test_typing_goes_on_while_the_server_is_away(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    huda.until_sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "a check is in hand")
    huda.click("waive-medical")
    huda.enter("Seen ")
    small_office.goes_away()
    huda.until(lambda: huda.notice("away") != "", "the banner is shown")
    huda.enter("before")
    small_office.comes_back()
    huda.until(lambda: huda.notice("away") == "", "the banner is gone")
    huda.rest()
    assert huda.find("why-medical", QLineEdit).text() == "Seen before"

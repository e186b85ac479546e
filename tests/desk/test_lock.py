"""A desk whose clerk has gone away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desk.viewmodels.lock import Lock
from tests.desk.clerk import Clerk
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


def test_a_locked_desk_hides_the_visitor_and_keeps_everything(small_office: Office, maryam: Clerk) -> None:
    number = small_office.visitor_waits()
    maryam.press("F2")
    maryam.until_counter_is("called")
    maryam.press("F4")
    maryam.until_counter_is("serving")
    maryam.press("F7")
    maryam.press("1")
    maryam.press("1")
    maryam.press("1")
    maryam.enter("half a no")
    maryam.press("Ctrl+L")
    maryam.until_sees("Locked for Maryam Hasan")
    assert not maryam.sees(number)
    assert not maryam.find("sign-out", QAbstractButton).isVisible()
    before = list(small_office.acts)
    maryam.press("F9")
    maryam.press("F11")
    maryam.rest()
    assert (small_office.acts, maryam.desk.strip.isVisible()) == (before, False)
    maryam.write("unlock-password", "wrong")
    maryam.press("Return")
    maryam.until(lambda: "do not fit together" in maryam.notice("trouble"), "it is said")
    assert maryam.desk.lock.locked
    maryam.write("unlock-password", PASSWORD)
    maryam.press("Return")
    maryam.until_sees(number)
    assert maryam.find("ask-field", QLineEdit).text() == "half a no"


def test_a_supervisor_signs_out_whoever_left_the_desk_locked_and_nobody_else_can(
    small_office: Office, maryam: Clerk
) -> None:
    maryam.press("Ctrl+L")
    maryam.until_sees("Locked for Maryam Hasan")
    maryam.write("send-off-name", "huda")
    maryam.write("send-off-password", PASSWORD)
    maryam.press("Return")
    maryam.until(lambda: "name or password is not right" in maryam.notice("trouble"), "it is said")
    maryam.write("send-off-name", "salman")
    maryam.write("send-off-password", PASSWORD)
    maryam.press("Return")
    maryam.until_sees("Sign in to this desk")
    assert small_office.counters[2].clerk == "Maryam Hasan"
    assert maryam.desk.counter.status is None


def test_a_locked_strip_shows_nobody_and_opens_in_the_window(small_office: Office, maryam: Clerk) -> None:
    number = small_office.visitor_waits()
    maryam.shrink()
    small_office.tells("TicketIssued", number=number)
    maryam.until_sees(number)
    maryam.press("Ctrl+L")
    maryam.until_sees("Locked")
    assert not maryam.sees(number)
    maryam.click("strip-open")
    maryam.turn_to(maryam.desk.window)
    maryam.until(maryam.window.isActiveWindow, "the window asks for the password")
    maryam.enter(PASSWORD)
    maryam.press("Return")
    maryam.until(maryam.desk.strip.isVisible, "the strip is back")


def test_it_locks_by_itself_after_its_minutes_and_any_key_begins_them_anew(small_office: Office, maryam: Clerk) -> None:
    desk, now = maryam.desk, [0.0]
    lock = Lock(small_office, desk.acts, desk.session, 15, clock=lambda: now[0])
    never = Lock(small_office, desk.acts, desk.session, 0, clock=lambda: now[0])
    now[0] = 899.0
    lock.tick()
    assert not lock.locked
    lock.touch()
    now[0] = 1798.0
    lock.tick()
    assert not lock.locked
    now[0] = 1799.0
    lock.tick()
    never.tick()
    assert (lock.locked, never.locked) == (True, False)
    desk.lock._touched = -1000.0
    QTest.keyClick(maryam.window.windowHandle(), Qt.Key.Key_Shift)
    desk.lock.tick()
    assert not desk.lock.locked, "a key in the window is somebody there"

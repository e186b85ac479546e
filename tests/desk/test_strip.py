"""The strip that stays on top of other programs, driven by its keys through its own window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desk.app import build
from desk.settings import Settings
from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.fakes import Paper
from tests.desk.looks import cut_off
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_visit_in_the_strip_by_keys(small_office: Office, sit: Sit, language: str) -> None:
    number, second = small_office.visitor_waits(), small_office.visitor_waits()
    clerk = sit("maryam", language=language)
    clerk.press("F10")
    clerk.until_counter_is("free")
    clerk.shrink()
    assert clerk.sees(number)
    for width in (1366, 900):
        clerk.desk.strip.fit(width)
        assert (cut_off(clerk), clerk.window.height()) == ([], 72)
    for key, phase in (("F2", "called"), ("F3", "called"), ("F4", "serving")):
        clerk.press(key)
        clerk.until_counter_is(phase)
        assert cut_off(clerk) == []
    clerk.until(lambda: clerk.sees("00:01") or clerk.sees("00:02"), "the time runs")
    clerk.press("F9")
    clerk.until(lambda: clerk.window.height() > 400, "it is asked how the visit ended")
    assert cut_off(clerk) == []
    clerk.press("1")
    clerk.until_counter_is("free")
    clerk.until(lambda: clerk.window.height() == 72, "the strip is a strip again")
    assert small_office.acts[2:] == ["next 2", "recall 2", "start 2", "finish 2 completed"]
    assert clerk.sees(second)
    assert not clerk.sees(number)


def test_it_stays_on_top_and_takes_no_keys_from_other_programs(small_office: Office, maryam: Clerk) -> None:
    strip = maryam.shrink().desk.strip
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    other = QWidget()
    typed = QLineEdit(other)
    other.show()
    other.activateWindow()
    typed.setFocus()
    maryam.until(other.isActiveWindow, "another program has the keys")
    number = small_office.visitor_waits()
    small_office.tells("TicketIssued", number=number)
    maryam.until_sees(number)
    small_office.sees_clerk_elsewhere("desk 7")
    maryam.until_sees("Your session has ended.")
    assert (other.isActiveWindow(), maryam.desk.window.isVisible()) == (True, False)
    assert QApplication.focusWidget() is typed
    other.close()


def test_what_is_asked_and_typed_goes_along_between_strip_and_window(small_office: Office, maryam: Clerk) -> None:
    maryam.press("Shift+F2")
    maryam.enter("C07")
    maryam.shrink()
    assert maryam.find("ask-field", QLineEdit).isVisible()
    maryam.enter("7")
    maryam.click("strip-whole")
    maryam.until(maryam.desk.window.isActiveWindow, "the whole window is there")
    maryam.turn_to(maryam.desk.window)
    assert maryam.find("ask-field", QLineEdit).text() == "C077"


def test_acts_without_a_button_are_a_key_away(small_office: Office, maryam: Clerk) -> None:
    maryam.shrink()
    maryam.press("F12")
    maryam.press("1")
    maryam.until_counter_is("break")
    maryam.press("Ctrl+D")
    maryam.until_sees("Served: 12")


def test_the_strip_and_its_place_are_remembered(small_office: Office, screens_thread: None, tmp_path: Path) -> None:
    def sit_down() -> Clerk:
        kept = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
        told = {"connect": small_office.connect, "follow": small_office.follow, "printer": Paper(), "kept": kept}
        return Clerk(build(Settings("http://office.invalid", "desk-token", 2, "en"), **told))  # type: ignore[arg-type]

    clerk = sit_down()
    clerk.sign_in("maryam", PASSWORD)
    clerk.shrink().window.move(QPoint(-40, 300))
    clerk.rest()
    clerk.desk.close()
    clerk = sit_down()
    assert not clerk.desk.strip.isVisible()
    clerk.sign_in("maryam", PASSWORD)
    clerk.until(clerk.desk.strip.isVisible, "the strip is back")
    assert clerk.desk.strip.pos() == QPoint(0, 300)
    clerk.desk.close()


def test_there_is_no_strip_without_a_counter(sit: Sit) -> None:
    clerk = sit("huda")
    clerk.press("F11")
    clerk.rest()
    assert not clerk.desk.strip.isVisible()
    assert not clerk.find("top-strip", QAbstractButton).isVisible()

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
)

from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.looks import cut_off, visible
from tests.desk.office import Office
from tests.desk.panels import panel_tour, partner_tour
from tests.desk.tour import counter_tour, information_tour, supervisor_tour

each_tour = pytest.mark.parametrize(
    "tour", [counter_tour, information_tour, supervisor_tour], ids=["counter", "information", "supervisor"]
)
each_language = pytest.mark.parametrize("language", ["ar", "en"])
SMALL, LARGE = (1280, 720), (1920, 1080)
"""The room on a screen of 1920×1080 that draws everything at 150 %, and on one that does not."""

Tour = Callable[..., Iterator[tuple[str, Clerk]]]

USED = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QTableWidget)


@each_language
@pytest.mark.parametrize(
    ("tour", "size"),
    [
        *((tour, SMALL) for tour in (counter_tour, panel_tour, information_tour, partner_tour, supervisor_tour)),
        *((tour, LARGE) for tour in (counter_tour, information_tour, supervisor_tour)),
    ],
)
def test_no_word_is_cut_off_anywhere(
    small_office: Office, sit: Sit, tour: Tour, language: str, size: tuple[int, int]
) -> None:
    for state, clerk in tour(small_office, sit, language=language, size=size):
        assert cut_off(clerk) == [], state


@each_tour
def test_everything_that_can_be_used_has_a_name_and_is_reached_by_tab(
    small_office: Office, sit: Sit, tour: Tour
) -> None:
    for state, clerk in tour(small_office, sit):
        used = [widget for widget in visible(clerk, *USED) if widget.isEnabled()]
        nameless = [widget for widget in used if not (widget.accessibleName() or getattr(widget, "text", str)())]
        assert nameless == [], state
        assert {widget.objectName() for widget in used} - tabbed(clerk) == set(), state


def tabbed(clerk: Clerk) -> set[str]:
    """The names of all parts Tab stops at."""
    names: set[str] = set()
    widget = clerk.window.nextInFocusChain()
    while widget is not None and widget is not clerk.window:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.add(widget.objectName())
        widget = widget.nextInFocusChain()
    return names


@each_tour
def test_words_are_shown_as_they_are_never_as_markup(small_office: Office, sit: Sit, tour: Tour) -> None:
    for state, clerk in tour(small_office, sit):
        formats = {label.textFormat() for label in clerk.window.findChildren(QLabel)}
        assert formats == {Qt.TextFormat.PlainText}, state


def test_choosing_arabic_mirrors_the_window_and_says_it_in_arabic(sit: Sit) -> None:
    clerk = sit("maryam", language="en")
    clerk.until(lambda: clerk.find("act-open", QAbstractButton).isVisible(), "the acts are shown")
    english = clerk.find("act-open", QAbstractButton).mapTo(clerk.window, QPoint()).x()
    clerk.click("language-ar")
    clerk.until_sees("افتح الشباك")
    clerk.until_sees("شباك 2")
    assert clerk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert clerk.find("act-open", QAbstractButton).mapTo(clerk.window, QPoint()).x() < english


def test_changing_the_language_loses_nothing(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    huda.until_sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "a check is in hand")
    huda.click("waive-medical")
    huda.enter("Seen")
    huda.click("language-ar")
    huda.until_sees("تجديد تصريح عمل")
    huda.until_sees("تقرير طبي")
    assert huda.find("why-medical", QLineEdit).text() == "Seen"


def test_numbers_keep_their_order_in_arabic(small_office: Office, sit: Sit) -> None:
    small_office.visitor_waits()
    clerk = sit("maryam", language="ar")
    clerk.press("F10")
    clerk.until(lambda: clerk.desk.counter.phase == "free", "the counter is open")
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.counter.phase == "called", "the visitor is called")
    assert clerk.find("visitor-number", QLabel).text() == "\u2066C041\u2069"

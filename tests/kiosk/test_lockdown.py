"""No way out: whatever keys, touches, a mouse and the system do, the window stays and stays a visitor's."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QWindow,
)
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.lockdown import LEFT, Lockdown
from tests.kiosk.hand import Hand, _finger
from tests.kiosk.office import Office

KEY, MOD = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, ALT, META, SHIFT = (
    MOD.NoModifier,
    MOD.ControlModifier,
    MOD.AltModifier,
    MOD.MetaModifier,
    MOD.ShiftModifier,
)
WAYS_OUT = [
    *(
        (key, modifiers)
        for key in (KEY.Key_F4, KEY.Key_Tab, KEY.Key_Escape, KEY.Key_Space, KEY.Key_Return)
        for modifiers in (ALT, CTRL, META, ALT | CTRL)
    ),
    *(
        (key, CTRL)
        for key in (KEY.Key_Q, KEY.Key_W, KEY.Key_C, KEY.Key_N, KEY.Key_P, KEY.Key_L, KEY.Key_Plus, KEY.Key_1)
    ),
    *((key, CTRL | ALT) for key in (KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_T, KEY.Key_F1, KEY.Key_F2)),
    *((key, CTRL | SHIFT) for key in (KEY.Key_Escape, KEY.Key_I, KEY.Key_T)),
    *((KEY(KEY.Key_F2 + n), NONE) for n in range(11)),
    *((KEY(KEY.Key_F1 + n), modifiers) for n in range(12) for modifiers in (ALT, CTRL, SHIFT | CTRL)),
    *(
        (key, NONE)
        for key in (KEY.Key_Meta, KEY.Key_Super_L, KEY.Key_Alt, KEY.Key_Control, KEY.Key_AltGr, KEY.Key_Print)
    ),
    *(
        (key, NONE)
        for key in (KEY.Key_SysReq, KEY.Key_Pause, KEY.Key_Menu, KEY.Key_Help, KEY.Key_HomePage, KEY.Key_Back)
    ),
    *((key, NONE) for key in (KEY.Key_PowerOff, KEY.Key_Sleep, KEY.Key_LogOff, KEY.Key_Calculator, KEY.Key_LaunchMail)),
    *((KEY.Key_F10, SHIFT), (KEY.Key_Tab, ALT | SHIFT), (KEY.Key_D, META), (KEY.Key_L, META), (KEY.Key_R, META)),
]


@dataclass
class Locked:
    """A kiosk in mid-visit that is locked down, and the hand before it."""

    hand: Hand
    lockdown: Lockdown

    @property
    def window(self) -> QQuickWindow:
        return self.hand.window

    def send(self, event: QEvent) -> None:
        QCoreApplication.sendEvent(self.window, event)

    def stays(self, page: str = "group") -> None:
        self.hand.rest()
        self.hand.wait(lambda: self.window.visibility() == QWindow.Visibility.FullScreen, "the whole screen")
        self.hand.wait_for(page)


@pytest.fixture
def locked(hand: Hand) -> Iterator[Locked]:
    hand.choose("en", "employer")
    hand.wait_for("group")
    locked = Locked(hand, Lockdown(hand.window))
    locked.stays()
    yield locked
    QGuiApplication.setQuitOnLastWindowClosed(True)


def test_it_is_frameless_on_top_over_the_whole_screen_and_shows_no_cursor(locked: Locked) -> None:
    flags = locked.window.flags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert locked.window.size() == locked.window.screen().size()
    assert locked.window.cursor().shape() is Qt.CursorShape.BlankCursor
    locked.stays()


def test_no_key_leads_out_of_it(locked: Locked) -> None:
    for key, modifiers in WAYS_OUT:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            locked.send(QKeyEvent(kind, key, modifiers))
    locked.stays()


def test_the_keys_of_a_visitor_still_do_what_they_do(locked: Locked) -> None:
    QTest.keyClick(locked.window, KEY.Key_Escape)
    locked.stays("caller")
    QTest.keyClick(locked.window, KEY.Key_Escape)
    locked.stays("language")
    QTest.keyClick(locked.window, KEY.Key_Escape)
    locked.stays("language")
    QTest.keyClick(locked.window, KEY.Key_F1)
    locked.hand.wait(lambda: locked.hand.sees("voice"), "the voice")


def test_a_scan_still_arrives(locked: Locked, small_office: Office) -> None:
    for sign in "WP2026-0042\r":
        QTest.keyClick(locked.window, sign)  # type: ignore[call-overload]  # a sign will do where a key does
    locked.hand.wait(lambda: bool(small_office.checks), "the application to be looked up")


def test_nothing_closes_it(locked: Locked) -> None:
    for _ in range(3):
        assert not locked.window.close()
        closing = QCloseEvent()
        locked.send(closing)
        assert not closing.isAccepted()
    assert not QGuiApplication.quitOnLastWindowClosed()
    locked.stays()


def test_other_buttons_menus_and_things_dropped_on_it_are_not_taken(locked: Locked) -> None:
    item = locked.hand.item("answer-permits")
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(locked.window, button, NONE, middle)
        QTest.mouseDClick(locked.window, button, NONE, middle)
    files = QMimeData()
    files.setText("file:///etc/passwd")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for reason in QContextMenuEvent.Reason:
        locked.send(QContextMenuEvent(reason, middle, middle))
    dragged = QDragEnterEvent(middle, copy, files, left, NONE)
    dragged.ignore()
    locked.send(dragged)
    assert not dragged.isAccepted()
    locked.send(QDropEvent(QPointF(middle), copy, files, left, NONE))
    locked.stays()


def test_long_pinching_and_wiping_touches_lead_nowhere(locked: Locked) -> None:
    window, finger = locked.window, _finger()
    wide, high = window.width(), window.height()
    for start, end in (
        ((10, 10), (wide - 10, high - 10)),
        ((wide // 2, 1), (wide // 2, high // 2)),
        ((1, high // 2), (wide, high // 2)),
    ):
        moved = near = QPoint(*start)
        far = QPoint(*end)
        QTest.touchEvent(window, finger).press(0, near, window).press(1, far, window).commit()
        for step in range(1, 5):
            moved = near + (far - near) * (step / 10)
            QTest.touchEvent(window, finger).move(0, moved, window).move(1, far - (moved - near), window).commit()
        locked.hand.rest()
        QTest.touchEvent(window, finger).release(0, moved, window).release(1, moved, window).commit()
    locked.stays(locked.hand.page)
    assert locked.hand.page in {"group", "caller", "person", "comfort", "language"}


def test_a_window_that_went_away_comes_back(locked: Locked) -> None:
    window = locked.window
    for goes in (window.showMinimized, window.hide, window.showNormal, window.showMaximized):
        goes()
        locked.stays()


def test_it_asks_for_the_keyboard_that_another_window_took(locked: Locked) -> None:
    other = QWindow()
    other.show()
    other.requestActivate()
    locked.hand.wait(locked.window.isActive, "the keyboard to come back")
    other.close()


def test_staff_may_leave_it(locked: Locked, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    locked.lockdown.leave()
    assert ended == [LEFT]
    locked.window.hide()
    locked.hand.rest()
    assert not locked.window.isVisible()

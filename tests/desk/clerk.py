"""A clerk at a desk: types, presses keys, looks, and waits no longer than a person would."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from desk.app import Desk
from desk.ui.notice import Notice

W = TypeVar("W", bound=QWidget)

PATIENCE = 10_000
"""Milliseconds a clerk waits before the desk counts as broken."""


class Clerk:
    """Drives the real window by real keys and clicks."""

    def __init__(self, desk: Desk, size: tuple[int, int] = (1366, 768)) -> None:
        self.desk = desk
        self.window: QWidget = desk.window
        self.window.resize(QSize(*size))
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, PATIENCE)

    def turn_to(self, window: QWidget) -> "Clerk":
        """Look at another window of the desk from now on."""
        self.window = window
        return self

    def shrink(self) -> "Clerk":
        """Press the key for the strip, and look at it from then on."""
        self.press("F11")
        self.until(self.desk.strip.isActiveWindow, "the strip has the keys")
        assert not self.desk.window.isVisible()
        return self.turn_to(self.desk.strip)

    def press(self, key: str, times: int = 1) -> None:
        """Press a key as it is written on the button, as `F2` or `Shift+F12`."""
        _turn()  # What was just shown takes keys from the next turn on.
        pressed = QKeySequence(key)[0]  # type: ignore[index] # the stubs forget that a sequence holds its keys
        target = QApplication.focusWidget() or self.window
        for _ in range(times):
            QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())

    def enter(self, text: str) -> None:
        """Type into whatever has the focus."""
        field = QApplication.focusWidget()
        assert field is not None, "nothing has the focus"
        QTest.keyClicks(field, text)

    def write(self, name: str, text: str) -> None:
        """Go to a field and write there instead of what it held."""
        field = self.find(name, QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def click(self, name: str) -> None:
        """Click a button that can be seen and pressed."""
        button = self.find(name, QAbstractButton)
        self.until(lambda: button.isVisible() and button.isEnabled(), f"{name} can be pressed")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, name: str, value: object) -> None:
        """Choose from a list by the value behind the words."""
        box = self.find(name, QComboBox)
        box.setCurrentIndex(box.findData(value))

    def find(self, name: str, kind: type[W]) -> W:
        """The part of the window with that name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {kind.__name__} {name}"
        return found

    def sees(self, words: str) -> bool:
        """Whether these words can be read on the screen."""
        return any(words in text for text in self.reads())

    def reads(self) -> list[str]:
        """Everything that can be read on the screen, figures as they stand."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in self.window.findChildren(QAbstractButton) if button.isVisible()]
        return [text.translate({0x2066: None, 0x2069: None}) for text in (*labels, *buttons) if text]

    def notice(self, name: str) -> str:
        """What one of the two notices under the top says: `away` or `trouble`; empty when it is not there."""
        return self.find(name, Notice).text

    def rest(self, seconds: float = 0.1) -> None:
        """Do nothing for a moment."""
        over = monotonic() + seconds
        while monotonic() < over:
            _turn()

    def until(self, holds: Callable[[], bool], what: str, patience: int = PATIENCE) -> None:
        """Wait until something holds."""
        give_up = monotonic() + patience / 1000
        while not holds():
            assert monotonic() < give_up, f"waited in vain until {what}; {self._state()}"
            _turn()
        _turn()  # What a page is told, it draws in the next turn.

    def _state(self) -> str:
        acts, focus = self.desk.acts, QApplication.focusWidget()
        where = f"{type(focus).__name__} of an {'' if self.window.isActiveWindow() else 'in'}active window"
        return f"under way is {acts.busy!r}, trouble {acts.trouble!r}, focus on {where}, to be read is {self.reads()}"

    def until_sees(self, words: str) -> None:
        """Wait until these words can be read."""
        self.until(lambda: self.sees(words), f"the screen says {words!r}")

    def until_counter_is(self, phase: str) -> None:
        """Wait until the counter stands there and no act is under way."""
        self.until(lambda: self.desk.counter.phase == phase and not self.desk.acts.busy, f"the counter is {phase}")

    def sign_in(self, username: str, password: str) -> None:
        """Sign in, and wait until the desk's page is there."""
        self.write("username", username)
        self.press("Return")
        self.write("password", password)
        self.press("Return")
        self.until(lambda: self.desk.session.clerk is not None, "signed in")
        self.until(lambda: self.desk.hall.floor is not None, "the floor is known")

    def photograph(self, file: Path) -> Path:
        """Keep what the screen shows."""
        QApplication.processEvents()
        assert self.window.grab().save(str(file)), f"could not write {file}"
        return file


def _turn() -> None:
    """One turn of the screen's events, then a moment for the other threads, which Qt's own waiting would starve."""
    QApplication.processEvents()
    sleep(0.002)

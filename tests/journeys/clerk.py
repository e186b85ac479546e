"""A clerk among others: each desk has its own keyboard, though all windows of a test share one."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.desk import clerk


class Clerk(clerk.Clerk):
    """Turns the keys to this desk's window before they are pressed."""

    def press(self, key: str, times: int = 1) -> None:
        self._turn()
        super().press(key, times)

    def enter(self, text: str) -> None:
        self._turn()
        super().enter(text)

    @property
    def token(self) -> str:
        """What this clerk's session speaks with."""
        session = self.desk.session.clerk
        assert session is not None
        return session.token

    def can_press(self, name: str) -> bool:
        """Whether a button is there and allowed."""
        button = self.window.findChild(QAbstractButton, name)
        return button is not None and button.isVisible() and button.isEnabled()

    def _turn(self) -> None:
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

"""A visitor who has the keys of a keyboard and nothing else."""

from PySide6.QtCore import Qt

from tests.kiosk.hand import Hand


def go_to(hand: Hand, name: str, key: Qt.Key = Qt.Key.Key_Down) -> None:
    """Press an arrow until the keyboard is on a thing of that name, and shows it."""
    hand.item(name)
    for _ in range(60):
        if hand.window.activeFocusItem().objectName() == name:
            assert hand.window.activeFocusItem().property("visualFocus")
            return
        hand.press(key)
    raise AssertionError(f"the keys do not lead to {name}")


def choose(hand: Hand, *names: str) -> None:
    """Go to one thing after another, and press Enter on each."""
    for name in names:
        go_to(hand, name)
        hand.press(Qt.Key.Key_Return)

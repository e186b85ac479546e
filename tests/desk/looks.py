"""What is wrong with how the desk looks."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.desk.clerk import Clerk


def visible(clerk: Clerk, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """What can be seen of these kinds."""
    for kind in kinds:
        yield from (widget for widget in clerk.window.findChildren(kind) if widget.isVisible())


def is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, QPushButton) and not widget.text():
        return False  # Its words are labels of their own.
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + 1 or wanted.height() > widget.height() + 1


def cut_off(clerk: Clerk) -> list[str]:
    """Words still cut off after everything had a moment to find its place."""
    cut: list[str] = []
    for _ in range(50):
        cut = [str(widget.property("text")) for widget in visible(clerk, QLabel, QPushButton) if is_clipped(widget)]
        if not cut:
            break
        clerk.rest(0.01)
    return cut

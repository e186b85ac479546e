"""What is wrong with how the desk looks."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QWidget

from tests.desk.clerk import Clerk

W = TypeVar("W", bound=QWidget)


def visible(clerk: Clerk, *kinds: type[W]) -> Iterator[W]:
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


def cut_in(table: QTableWidget) -> Iterator[str]:
    """Words with less room in their cell than they take in as many lines as they like."""
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item, index = table.item(row, column), table.model().index(row, column)
            if item is not None and item.text():
                beside = 0 if item.icon().isNull() else table.iconSize().width()
                cell = table.visualRect(index).adjusted(8 + beside, 0, -8, 0)
                wanted = table.fontMetrics().boundingRect(cell, Qt.TextFlag.TextWordWrap, item.text())
                if wanted.height() > cell.height() + 1 or wanted.width() > cell.width() + 1:
                    yield item.text()


def cut_off(clerk: Clerk) -> list[str]:
    """Words still cut off after everything had a moment to find its place."""
    cut: list[str] = []
    clerk.rest(0.02)
    for _ in range(50):
        cut = [str(widget.property("text")) for widget in visible(clerk, QLabel, QPushButton) if is_clipped(widget)]
        cut += [words for table in visible(clerk, QTableWidget) for words in cut_in(table)]
        if not cut:
            break
        clerk.rest(0.01)
    return cut

"""A visitor's hand: touches what the kiosk shows, as a finger does, and sees what it says."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMetaObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_MILLISECONDS = 10_000
LOOK_MILLISECONDS = 10
SETTLED_LOOKS = 3


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


class Hand:
    """Finds items by their objectName, and waits for them as a person does."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        if not window.isVisible():
            window.show()
        assert QTest.qWaitForWindowExposed(window)

    @property
    def page(self) -> str:
        """The page shown, as `paper`."""
        names = (item.objectName() for item in self.items())
        return next((name.removeprefix("page-") for name in names if name.startswith("page-")), "")

    def items(self) -> Iterator[QQuickItem]:
        """Everything that can be seen now."""
        rest = [self.window.contentItem()]
        while rest:
            item = rest.pop()
            if item.isVisible() and item.opacity() > 0:
                yield item
                rest += reversed(item.childItems())

    def sees(self, name: str) -> bool:
        """Whether an item of that name can be seen."""
        return self._find(name) is not None

    def item(self, name: str) -> QQuickItem:
        """The item of that name, once it can be seen."""
        found = self._find(name)
        while found is None:
            self.wait(lambda: self.sees(name), lambda: f"{name} on the page {self.page}: there are {self.names()}")
            found = self._find(name)
        return found

    def names(self) -> list[str]:
        """The names of everything that can be seen."""
        return [item.objectName() for item in self.items() if item.objectName()]

    def reads(self, name: str) -> str:
        """The words of an item."""
        return str(self.item(name).property("text"))

    def words(self) -> str:
        """All words on the page, top to bottom in the order they are drawn."""
        return "\n".join(str(item.property("text")) for item in self.items() if item.property("text"))

    def touch(self, name: str) -> None:
        """Put a finger on the item and take it away."""
        item = self.item(name)
        self.wait(item.isEnabled, f"{name} to be touchable")
        self._bring_into_sight(name)
        place = self._settled_place(name)
        QTest.touchEvent(self.window, _finger()).press(0, place, self.window).commit()
        QTest.touchEvent(self.window, _finger()).release(0, place, self.window).commit()

    def press(self, key: Qt.Key) -> None:
        """Press a key of a keyboard, for whoever cannot touch."""
        QTest.keyClick(self.window, key)

    def tab(self) -> None:
        """Go on to the next thing by the keyboard."""
        self.press(Qt.Key.Key_Tab)

    def choose(self, *values: str) -> None:
        """Touch one answer after another."""
        for value in values:
            self.touch(f"answer-{value}")

    def type(self, text: str) -> None:
        """Touch one key after another, then go on."""
        for sign in text:
            self.touch(f"key-{sign}")
        self.touch("confirm")

    def choose_date(self, day: date) -> None:
        """Put a date together and confirm it."""
        for part in ("year", "month", "day"):
            self.touch(f"{part}-{getattr(day, part)}")
        self.touch("confirm")

    def wait_for(self, page: str) -> None:
        """Wait until a page is shown."""
        self.wait(lambda: self.page == page, lambda: f"the page {page}; there is {self.page}")

    def wait(self, happened: Callable[[], bool], what: str | Callable[[], str]) -> None:
        """Wait until something has happened, with the screen alive; `what` is worked out only when it has not."""
        for _ in range(PATIENCE_MILLISECONDS // LOOK_MILLISECONDS):
            if happened():
                return
            QTest.qWait(LOOK_MILLISECONDS)
        raise AssertionError(f"waited in vain for {what if isinstance(what, str) else what()}")

    def rest(self) -> None:
        """Wait until the page has been drawn."""
        for _ in range(SETTLED_LOOKS):
            QTest.qWait(LOOK_MILLISECONDS)
        self.window.grabWindow()

    def lay_out(self) -> None:
        """Have the page laid out now, without waiting."""
        for _ in range(2):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            self.window.grabWindow()

    def photograph(self, file: Path) -> None:
        """Keep the page as a picture."""
        QTest.qWait(LOOK_MILLISECONDS)
        file.parent.mkdir(parents=True, exist_ok=True)
        assert self.window.grabWindow().save(str(file))

    def _find(self, name: str) -> QQuickItem | None:
        return next((item for item in self.items() if item.objectName() == name), None)

    def _bring_into_sight(self, name: str) -> None:
        """Ask for more of a page that is longer than the screen, as often as it takes."""
        for _ in range(20):
            hider = _hider(self.item(name))
            if hider is None:
                return
            more = next(item for item in hider.parentItem().childItems() if item.objectName() == "more")
            QMetaObject.invokeMethod(more, "click")
            self.rest()

    def _settled_place(self, name: str) -> QPoint:
        """The middle of an item, once the page is laid out and nothing moves any more."""
        places: list[QPoint] = []

        def settled() -> bool:
            item = self.item(name)
            places.append(item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint())
            screen = QRect(QPoint(), self.window.size())
            last = places[-SETTLED_LOOKS:]
            return len(last) == SETTLED_LOOKS and len(set(last)) == 1 and screen.contains(last[0])

        self.wait(settled, f"{name} to lie still within the screen")
        return places[-1]


def _hider(item: QQuickItem) -> QQuickItem | None:
    """The outermost thing an item has been moved out of sight in."""
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    hiders = []
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        if parent.clip() and not parent.mapRectToScene(parent.boundingRect()).contains(middle):
            hiders.append(parent)
        parent = parent.parentItem()
    return hiders[-1] if hiders else None

"""What would be wrong with a page: a target too small, something without a name, words cut off or too small to read."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage
from PySide6.QtQuick import QQuickItem

from tests.kiosk.hand import Hand

FINGER, KEY, APART = 20.0, 15.0, 2.0
"""Millimetres a finger needs, both ways; on a key of a keypad; and between two."""
CAPITAL, LARGE_CAPITAL = 4.8, 7.3
"""Millimetres of a capital letter that a standing person reads, and one who sees less, at 60 cm."""
LEAST_SHADES = 110
"""Of 255 greys, between a word's darkest and its lightest: a little less than quiet ink has on its paper."""
CAPITAL_OF_TYPE = 0.698
"""How high a capital of Plex is for its size."""


def faults_of(hand: Hand, millimetre: float, *, large: bool = False, seated: bool = False) -> Iterator[str]:
    """Everything wrong with the page shown, in words."""
    yield from too_small(hand, millimetre)
    yield from too_near(hand, millimetre)
    yield from off_the_page(hand)
    yield from unnamed(hand)
    yield from cut_off(hand)
    yield from overlapping(hand)
    yield from invisible(hand)
    yield from broken(hand)
    yield from unreadable(hand, (LARGE_CAPITAL if large else CAPITAL) * millimetre)
    if seated:
        yield from too_high(hand)


def shown(hand: Hand) -> list[QQuickItem]:
    """Everything that can be seen: a warning hides the page below it."""
    items = list(hand.items())
    over = [item for item in items if item.objectName() == "warning"]
    return [item for item in items if over[0] in around(item)] if over else items


def touchable(hand: Hand) -> list[QQuickItem]:
    """Everything on the page that can be touched."""
    return [item for item in shown(hand) if item.inherits("QQuickAbstractButton") and item.isEnabled()]


def written(hand: Hand) -> list[QQuickItem]:
    """Everything on the page that can be read."""
    return [item for item in shown(hand) if item.inherits("QQuickText") and item.property("text")]


def place(item: QQuickItem) -> QRectF:
    """Where an item lies on the screen."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def painted(text: QQuickItem) -> QRectF:
    """Where the words themselves lie."""
    return QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))


def line(text: QQuickItem) -> QRectF:
    """What the words cover on the screen, taken as high as they are."""
    height = min(text.height(), text.property("contentHeight"))
    return text.mapRectToScene(QRectF(0, (text.height() - height) / 2, text.width(), height))


def around(item: QQuickItem) -> Iterator[QQuickItem]:
    """What an item lies in, the nearest first."""
    parent: QQuickItem | None = item.parentItem()
    if parent is not None:
        yield parent
        yield from around(parent)


def frame(item: QQuickItem, hand: Hand) -> QRectF:
    """What an item must lie within: what clips it, the touch it labels, the page it is on, or the window."""
    for parent in around(item):
        if parent.clip() or parent.inherits("QQuickAbstractButton") or parent.objectName().startswith("page-"):
            return place(parent)
    return QRectF(0, 0, hand.window.width(), hand.window.height())


def scrolled(item: QQuickItem) -> bool:
    """Whether an item is on something that moves."""
    return any(parent.clip() for parent in around(item))


def clip_of(item: QQuickItem) -> QQuickItem | None:
    """What an item is moved in, if in anything."""
    return next((parent for parent in around(item) if parent.clip()), None)


def too_small(hand: Hand, millimetre: float) -> Iterator[str]:
    for item in touchable(hand):
        least = KEY if item.objectName().startswith("key-") else FINGER
        if min(item.width(), item.height()) < least * millimetre - 0.5:
            yield f"{item.objectName()} is {item.width() / millimetre:.0f}x{item.height() / millimetre:.0f} mm"


def too_near(hand: Hand, millimetre: float) -> Iterator[str]:
    space = APART * millimetre - 1
    items = [(item, place(item)) for item in touchable(hand)]
    for at, (one, here) in enumerate(items):
        wider = here.adjusted(-space, -space, space, space)
        for other, there in items[at + 1 :]:
            if wider.intersects(there) and clip_of(one) == clip_of(other):
                yield f"{one.objectName()} is too near to {other.objectName()}"


def off_the_page(hand: Hand) -> Iterator[str]:
    for item in touchable(hand):
        if not frame(item, hand).adjusted(-1, -1, 1, 1).contains(place(item)) and not scrolled(item):
            yield f"{item.objectName()} is off the page"


def too_high(hand: Hand) -> Iterator[str]:
    for item in touchable(hand):
        if place(item).top() < hand.window.height() / 3 - 1:
            yield f"{item.objectName()} is out of a seated visitor's reach"


def unnamed(hand: Hand) -> Iterator[str]:
    for item in touchable(hand):
        heard = QAccessible.queryAccessibleInterface(item)
        if not heard.text(QAccessible.Text.Name) or heard.role() != QAccessible.Role.Button:
            yield f"{item.objectName()} has no name or is no button"


def cut_off(hand: Hand) -> Iterator[str]:
    for text in written(hand):
        within = frame(text, hand).adjusted(-1, -1, 1, 1)
        moves = scrolled(text) and not any(parent.inherits("QQuickAbstractButton") for parent in around(text))
        inside = moves or within.contains(line(text))
        # In a list that moves nothing is cut by its frame, yet lines may have lost their room.
        squeezed = text.property("lineCount") > 1 and text.height() < text.property("contentHeight") - 1
        # The space a line was broken at is counted with it.
        space = text.property("font").pixelSize() * 0.4 if text.property("lineCount") > 1 else 1
        if text.property("truncated") or not inside or squeezed or painted(text).width() > text.width() + space:
            yield f"{text.property('text')!r} is cut off"


def overlapping(hand: Hand) -> Iterator[str]:
    texts = [(text, line(text)) for text in written(hand) if not scrolled(text)]
    for at, (one, here) in enumerate(texts):
        for other, there in texts[at + 1 :]:
            if here.intersects(there):
                yield f"{one.property('text')!r} lies over {other.property('text')!r}"


def invisible(hand: Hand) -> Iterator[str]:
    """Words that cannot be told from what they are written on."""
    picture = hand.window.grabWindow()
    for text in written(hand):
        seen = place(text)  # All of it: the words may stand above, in the middle or below.
        for parent in around(text):
            seen = seen & place(parent) if parent.clip() else seen
        where = seen.toRect()
        where.setWidth(where.width() // 4 * 4)  # Else Qt fills up each line of the picture with black.
        grey = picture.copy(where).convertToFormat(QImage.Format.Format_Grayscale8)
        shades = bytes(grey.constBits() or b"")
        if shades and seen.height() > text.property("font").pixelSize() and max(shades) - min(shades) < LEAST_SHADES:
            yield f"{text.property('text')!r} cannot be seen"


def broken(hand: Hand) -> Iterator[str]:
    """Words too long for their line."""
    for text in written(hand):
        metrics = QFontMetricsF(text.property("font"))
        for word in re.split(r"[\s\-/]", text.property("text")):
            if text.property("lineCount") > 1 and metrics.horizontalAdvance(word) > text.width() + 1:
                yield f"{word!r} is broken"


def unreadable(hand: Hand, least: float) -> Iterator[str]:
    for text in written(hand):
        if text.property("font").pixelSize() * CAPITAL_OF_TYPE < least - 0.7:
            yield f"{text.property('text')!r} is too small"

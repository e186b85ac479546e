"""What there is to be said of the screen: read off its accessibility tree, so that it is what the screen shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

_TELLS = frozenset({QAccessible.Role.StaticText, QAccessible.Role.Heading, QAccessible.Role.AlertMessage})
_SURROUNDS = frozenset({QAccessible.Role.TitleBar, QAccessible.Role.Indicator})
"""The office's name, the clock and the four steps: the same on every page."""

MOVES = "more"
"""What moves a page for the eye: all of it is said in any case."""

PRIVATE = frozenset({"code", "typed"})
"""What only a headset may say."""


@dataclass(frozen=True, slots=True)
class Words:
    """One thing to say; `name` tells what it is, as `answer-have`."""

    text: str
    name: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen: what it tells in reading order, what can be answered, and what the keyboard is on."""

    told: tuple[Words, ...] = ()
    answers: tuple[Words, ...] = ()
    focused: Words | None = None
    asking: bool = False
    """Whether it is a dialog that lies over the page."""


def seen(window: QWindow) -> Seen:
    """What a window shows now. Over a dialog nothing else is seen."""
    nodes = list(_walk(QAccessible.queryAccessibleInterface(window), tool=False))
    dialogs = [node for node, _ in nodes if node.role() == QAccessible.Role.Dialog]
    if dialogs:
        nodes = list(_walk(dialogs[-1], tool=False))
    focused = [_words(node) for node, _ in nodes if node.state().focused and _is_touch(node)]
    answers = [_words(node) for node, tool in nodes if _is_touch(node) and not tool]
    return Seen(
        told=tuple(_words(node) for node, _ in nodes if node.role() in _TELLS),
        answers=tuple(words for words in answers if words.name != MOVES),
        focused=focused[0] if focused else None,
        asking=bool(dialogs),
    )


def _walk(node: QAccessibleInterface, *, tool: bool) -> Iterator[tuple[QAccessibleInterface, bool]]:
    """Everything below a node that can be seen, and whether it is one of the tools at the foot of the page."""
    for at in range(node.childCount()):
        child = node.child(at)
        state = child.state()
        if state.invisible or child.role() in _SURROUNDS:
            continue
        yield child, tool
        if not _is_touch(child):
            yield from _walk(child, tool=tool or child.role() == QAccessible.Role.ToolBar)


def _is_touch(node: QAccessibleInterface) -> bool:
    return node.role() == QAccessible.Role.Button


def _words(node: QAccessibleInterface) -> Words:
    state = node.state()
    return Words(node.text(QAccessible.Text.Name), node.object().objectName(), bool(state.checked))

"""Which key does which act at a counter, and which the desk itself.

A number pad or a foot pedal is a set of keys like any other.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

Keys: TypeAlias = Mapping[str, Sequence[str]]
"""The keys of each act, the one shown on its button first."""

USUAL: Keys = {
    "open": ("F10",),
    "next": ("F2",),
    "start": ("F4",),
    "finish": ("F9",),
    "recall": ("F3",),
    "no_show": ("F8",),
    "park": ("F6",),
    "return": ("Shift+F6",),
    "transfer": ("F7",),
    "add": ("Shift+F7",),
    "number": ("Shift+F2",),
    "walk_in": ("F5",),
    "break": ("F12",),
    "close": ("Shift+F12",),
    "undo": ("Ctrl+Z",),
    "search": ("Ctrl+F",),
    "why": ("F1",),
    "day": ("Ctrl+D",),
    "strip": ("F11",),
    "lock": ("Ctrl+L",),
}


def keys_with(own: Mapping[str, str | Sequence[str]]) -> Keys:
    """The usual keys, with those an office or a clerk would rather press.

    Raises `ValueError` in plain words for an act or a key there is not, and for a key with two meanings.
    """
    strange = sorted(own.keys() - USUAL.keys())
    if strange:
        raise ValueError(f"keys: there is no act {', '.join(strange)}; known are {', '.join(USUAL)}")
    keys = {**USUAL, **{act: (said,) if isinstance(said, str) else tuple(said) for act, said in own.items()}}
    meanings: dict[str, str] = {}
    for act, pressed in keys.items():
        if not pressed:
            raise ValueError(f"keys: {act} has no key")
        for key in pressed:
            meant = meanings.setdefault(_proper(act, key), act)
            if meant != act:
                raise ValueError(f"keys: {key} is both {meant} and {act}")
    return keys


def _proper(act: str, key: str) -> str:
    sequence = QKeySequence(key)
    if sequence.count() != 1 or sequence[0].key() in {Qt.Key.Key_unknown, Qt.Key.Key_Escape, Qt.Key.Key_Tab}:  # type: ignore[index] # the stubs forget that a sequence holds its keys
        raise ValueError(f"keys: {act}: {key!r} is no key that can be had; write it as F2, Shift+F12 or Num+1")
    return sequence.toString()

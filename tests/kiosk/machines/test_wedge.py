from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.machines.port import Blind, Seen
from kiosk.machines.wedge import Wedge
from tests.kiosk.conftest import Clock
from tests.specimens import card, passport


class Typist(QWindow):
    """A window that writes down the keys it is given, as `a` pressed and `a^` released."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []
        self.seen: list[Seen | Blind] = []
        self.clock = Clock()
        self.wedge = Wedge(self, papers=True, clock=self.clock)
        self.wedge.start(self.wedge.reads, self.seen.append)
        self.installEventFilter(self.wedge)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys.append(event.text() or Qt.Key(event.key()).name)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys.append((event.text() or Qt.Key(event.key()).name) + "^")

    def strike(self, text: str, gap: float) -> None:
        for sign in text:
            QTest.keyClick(self, sign)  # type: ignore[call-overload]  # a sign will do where a key does
            self.clock.seconds += gap

    def rest(self) -> None:
        QTest.qWait(80)
        self.clock.seconds += 0.08


@pytest.fixture
def typist(qapp: QApplication, screens_thread: None) -> Iterator[Typist]:
    window = Typist()
    window.show()
    yield window
    window.close()


def test_a_scan_is_heard_and_presses_nothing(typist: Typist) -> None:
    typist.strike("WP2026-0042\r", 0.01)
    typist.rest()
    assert typist.seen == [Seen("code", "WP2026-0042")]
    assert [key for key in typist.keys if key != "\r^"] == []


def test_what_a_person_types_arrives_in_its_order(typist: Typist) -> None:
    for sign in "hello":
        typist.strike(sign, 0.0)
        typist.rest()
    typist.strike("\r", 0.0)
    assert "".join(key for key in typist.keys if not key.endswith("^")) == "hello\r"
    assert typist.keys[:4] == ["h", "h^", "e", "e^"]
    assert typist.seen == []


def test_two_keys_struck_at_once_are_given_back(typist: Typist) -> None:
    typist.strike("ab", 0.01)
    typist.rest()
    assert typist.keys == ["a", "a^", "b", "b^"]


def test_keys_that_move_or_press_wait_for_nothing(typist: Typist) -> None:
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Left):
        QTest.keyPress(typist, key)
    assert len(typist.keys) == 4


def test_a_scan_right_after_a_typed_key_takes_only_its_own(typist: Typist) -> None:
    typist.strike("x", 0.2)
    typist.strike("ABCDEFG\r", 0.01)
    typist.rest()
    assert typist.keys[:2] == ["x", "x^"]
    assert typist.seen == [Seen("code", "ABCDEFG")]


@pytest.mark.parametrize("lines", [passport(), card()])
def test_the_lines_of_one_paper_are_heard_together(typist: Typist, lines: tuple[str, ...]) -> None:
    for line in lines:
        typist.strike(f"{line}\r", 0.001)
    assert typist.seen == [Seen("lines", "\n".join(lines))]


def test_a_line_left_over_from_before_is_no_part_of_the_next_paper(typist: Typist) -> None:
    names, line = passport()
    typist.strike(f"{line}\r", 0.001)
    typist.clock.seconds += 5
    for each in (names, line):
        typist.strike(f"{each}\r", 0.001)
    assert typist.seen == [Seen("lines", f"{names}\n{line}")]


def test_other_events_pass(typist: Typist) -> None:
    assert not typist.wedge.eventFilter(QObject(), QEvent(QEvent.Type.Timer))

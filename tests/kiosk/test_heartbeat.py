"""The pulse of a screen that lives, and none of one that does not."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtQuick import QQuickWindow

from kiosk.heartbeat import Heartbeat
from kiosk.host import Host
from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.visit import Visit
from queue_server.client.api import Api
from queue_server.client.qt import Operations
from tests.kiosk.ear import Ear
from tests.kiosk.hand import Hand
from tests.kiosk.office import Office

BEAT_MILLISECONDS = 20


class Watched:
    """A kiosk's window with a pulse, and the host's ear."""

    def __init__(self, hand: Hand, visit: Visit, folder: Path) -> None:
        self.hand, self.visit = hand, visit
        self.ear = Ear(str(folder / "notify"))
        wants = {"NOTIFY_SOCKET": self.ear.address, "WATCHDOG_USEC": str(3000 * BEAT_MILLISECONDS)}
        self.host = Host({**wants, "WATCHDOG_PID": str(os.getpid())})
        self.heartbeat = Heartbeat(hand.window, visit, self.host)
        self.told: list[str] = []

    def beats(self) -> int:
        """How many were heard since this was asked last."""
        heard = self.ear.hear_all()
        self.told += heard
        return heard.count("WATCHDOG=1")


@pytest.fixture
def watched(hand: Hand, small_office: Office, tmp_path: Path) -> Iterator[Watched]:
    operations = Operations()
    visit = Visit(Api("http://office", "token", transport=small_office.transport), Acts(operations, operations), "en")
    watched = Watched(hand, visit, tmp_path)
    yield watched
    shiboken6.delete(watched.heartbeat)  # Before its visit goes.
    operations.wait()
    watched.host.close()
    watched.ear.close()


def test_a_screen_that_is_drawn_beats_and_says_that_it_is_ready_once(watched: Watched) -> None:
    watched.hand.wait(lambda: watched.beats() > 0, "a beat")
    watched.hand.wait(lambda: watched.beats() > 0, "another beat")
    assert watched.told[0] == "READY=1"
    assert watched.told.count("READY=1") == 1
    assert "STATUS=waiting for the office" in watched.told


def test_a_screens_thread_that_stands_still_does_not_beat(watched: Watched) -> None:
    watched.hand.wait(lambda: watched.beats() > 0, "a beat")
    watched.beats()
    Event().wait(BEAT_MILLISECONDS / 1000 * 10)  # The thread that draws is this one.
    assert watched.beats() == 0
    watched.hand.wait(lambda: watched.beats() > 0, "a beat, now that it goes on")


def test_a_picture_without_pages_that_answer_does_not_beat(watched: Watched) -> None:
    watched.hand.wait(lambda: watched.beats() > 0, "a beat")
    empty = QQuickWindow()
    shiboken6.delete(watched.heartbeat)
    watched.heartbeat = Heartbeat(empty, watched.visit, watched.host)
    watched.told.clear()
    empty.show()
    watched.hand.wait(lambda: watched.beats() > 0 or "READY=1" in watched.told, "the empty window to be drawn")
    watched.hand.rest()
    assert watched.beats() == 0
    shiboken6.delete(watched.heartbeat)
    empty.close()
    watched.heartbeat = Heartbeat(watched.hand.window, watched.visit, watched.host)


def test_pages_that_are_not_drawn_any_more_do_not_beat(watched: Watched) -> None:
    watched.hand.wait(lambda: watched.beats() > 0, "a beat")
    watched.hand.window.frameSwapped.disconnect(watched.heartbeat._drawn)  # no picture reaches the glass
    watched.hand.rest()
    watched.beats()
    watched.hand.rest()
    assert watched.beats() == 0


def test_a_screen_switched_off_need_not_be_drawn(watched: Watched) -> None:
    watched.hand.wait(lambda: watched.beats() > 0, "a beat")
    watched.hand.window.hide()
    watched.hand.wait(lambda: not watched.hand.window.isExposed(), "the window to be gone")
    watched.beats()
    watched.hand.wait(lambda: watched.beats() > 0, "a beat all the same")

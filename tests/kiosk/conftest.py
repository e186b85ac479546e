from collections.abc import Iterator
from threading import Thread
from typing import Any, Protocol

import pytest

from kiosk.app import Kiosk, build
from kiosk.machines.port import Blind, Heard, Kind, Seen
from kiosk.settings import Settings
from queue_server.client.printer import Printed, PrinterState
from tests.kiosk.hand import Hand
from tests.kiosk.office import NOW, Office
from tests.kiosk.transcript import Transcript


class Clock:
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Paper:
    """A printer that keeps what it was given; `fares` says how the next slips fare, `stands` how it is."""

    def __init__(self) -> None:
        self.slips: list[bytes] = []
        self.fares = Printed("printed")
        self.stands = PrinterState.READY

    def print(self, slip: bytes) -> Printed:
        self.slips.append(slip)
        return self.fares

    def state(self) -> PrinterState:
        return self.stands


class Eye:
    """A camera that sees what it is shown, on a thread of its own; `open` while it looks."""

    reads: frozenset[Kind] = frozenset({"code", "lines"})

    def __init__(self) -> None:
        self._kinds: frozenset[Kind] = frozenset()
        self._heard: Heard = lambda _seen: None
        self.open = False

    def start(self, kinds: frozenset[Kind], heard: Heard) -> None:
        self._kinds, self._heard, self.open = kinds, heard, True

    def stop(self) -> None:
        self.open = False

    def see(self, seen: Seen | Blind) -> None:
        """Show it something; it tells of it when it looks for that kind."""
        if self.open and (isinstance(seen, Blind) or seen.kind in self._kinds):
            teller = Thread(target=self._heard, args=(seen,))
            teller.start()
            teller.join()

    def shown(self, lines: tuple[str, ...]) -> None:
        """Lay a paper before it."""
        self.see(Seen("lines", "\n".join(lines)))


class Open(Protocol):
    """Opens a kiosk and gives the hand that touches it; `eyes` are its cameras, the rest are settings."""

    def __call__(self, **settings: Any) -> Hand: ...


@pytest.fixture
def small_office() -> Office:
    return Office()


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def eye() -> Eye:
    return Eye()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def voice() -> Transcript:
    return Transcript()


@pytest.fixture
def open_kiosk(
    screens_thread: None, small_office: Office, paper: Paper, clock: Clock, voice: Transcript
) -> Iterator[Open]:
    kiosks: list[Kiosk] = []
    warnings: list[str] = []

    def opened(**settings: Any) -> Hand:
        eyes = settings.pop("eyes", [])
        told = Settings("http://office", "token", **{"size": "540x960", "inches": 13.5, **settings})
        kiosk = build(
            told,
            transport=small_office.transport,
            printer=paper,
            eyes=eyes,
            voice=voice,
            now=lambda: NOW,
            clock=clock,
        )
        kiosk.engine.warnings.connect(lambda said: warnings.extend(one.toString() for one in said))
        kiosks.append(kiosk)
        return Hand(kiosk.window)

    yield opened
    while kiosks:
        kiosks.pop().close()
    assert warnings == []


@pytest.fixture
def hand(open_kiosk: Open) -> Hand:
    """At the first page of a kiosk."""
    hand = open_kiosk()
    hand.wait_for("language")
    return hand

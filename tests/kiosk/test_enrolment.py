"""A kiosk let in by its code, and put out again: its own window before a real server."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.app import Kiosk, build
from kiosk.settings import Settings
from kiosk.viewmodels.enrolment import AGAIN
from queue_server import wire
from queue_server.client.api import Api
from tests.kiosk.conftest import Paper
from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript
from tests.servers import Served


class Cable(httpx.HTTPTransport):
    """The kiosk's line to the server, which can be pulled."""

    def __init__(self) -> None:
        super().__init__()
        self.pulled = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.pulled:
            raise httpx.ConnectError("no cable")
        return super().handle_request(request)

    def close(self) -> None:
        """Not with the first of the lines that share it."""

    def put_away(self) -> None:
        """With the last."""
        super().close()


Switch = Callable[[], Hand]


@pytest.fixture
def cable() -> Iterator[Cable]:
    cable = Cable()
    yield cable
    cable.put_away()


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for state in ("asked", "away"):
        monkeypatch.setitem(AGAIN, state, 0.1)


@pytest.fixture
def boss(served: Served) -> Api:
    return served.line("supervisor")


@pytest.fixture
def switch_on(screens_thread: None, served: Served, tmp_path: Path, cable: Cable) -> Iterator[Switch]:
    """Starts the kiosk, which has a folder and no token; what ran before is ended."""
    running: list[Kiosk] = []
    warnings: list[str] = []

    def switched_on() -> Hand:
        while running:
            running.pop().close()
        settings = Settings(served.url, size="540x960", inches=13.5, language="en", data=tmp_path / "kiosk")
        kiosk = build(settings, transport=cable, printer=Paper(), eyes=[], voice=Transcript())
        kiosk.engine.warnings.connect(lambda said: warnings.extend(one.toString() for one in said))
        running.append(kiosk)
        return Hand(kiosk.window)

    yield switched_on
    while running:
        running.pop().close()
    assert warnings == []


def code_of(hand: Hand) -> str:
    return hand.reads("enrolment-code").replace(" ", "")


def test_a_kiosk_is_let_in_by_its_code_and_put_out_in_the_middle_of_a_visit(
    switch_on: Switch, boss: Api, cable: Cable, tmp_path: Path
) -> None:
    cable.pulled = True
    hand = switch_on()
    hand.wait_for("enrolment")
    assert "This kiosk is not in use yet" in hand.reads("title")
    hand.wait(lambda: "cannot be reached" in hand.words(), "the page to say that the server is away")
    cable.pulled = False
    code = code_of(hand)
    assert "Time left: " in hand.reads("enrolment-left")

    boss.approve(code, wire.Approve("north", "kiosk", "Hall"))
    hand.wait_for("language")
    kept = tmp_path / "kiosk" / "admission" / "token"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_bytes()

    hand = switch_on()
    hand.wait_for("language")
    hand.choose("en", "employer")
    hand.wait_for("group")
    boss.revoke("north")
    hand.touch("answer-permits")
    hand.touch("answer-renew")
    hand.wait_for("enrolment")
    assert "employer" not in hand.words().lower()
    assert kept.read_bytes() == b""

    boss.approve(code_of(hand), wire.Approve("north", "kiosk", "Hall"))
    hand.wait_for("language")
    assert not hand.sees("start-over")


def test_a_refused_kiosk_says_so_and_asks_again_when_it_is_touched(switch_on: Switch, boss: Api) -> None:
    hand = switch_on()
    first = code_of(hand)
    boss.refuse(first)
    hand.wait(lambda: "did not let this kiosk in" in hand.words(), "the refusal")
    assert not hand.sees("enrolment-code")
    hand.touch("ask-again")
    assert code_of(hand) != first

"""A kiosk let in by its code, and put out again: its own window before a real server."""

import stat
from pathlib import Path

import pytest

from kiosk.viewmodels.enrolment import AGAIN
from queue_server import wire
from queue_server.client.api import Api
from tests.kiosk.hand import Hand
from tests.kiosk.served_kiosk import Cable, Switch


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for state in ("asked", "away"):
        monkeypatch.setitem(AGAIN, state, 0.1)


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

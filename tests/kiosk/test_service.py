"""The page of whoever looks after the kiosk, opened by a knock and a code: its own window before a real server."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.lockdown import LEFT
from kiosk.staff.own_code import made
from kiosk.viewmodels.service import PATIENCE
from queue_server.client.api import Api
from queue_server.client.errors import NotSignedIn
from queue_server.client.printer import Printed, PrinterState
from tests.kiosk.conftest import Clock, Open, Paper
from tests.kiosk.hall import Hall
from tests.kiosk.hand import Hand, _finger
from tests.kiosk.served_kiosk import Cable, Switch
from tests.kiosk.transcript import Transcript
from tests.servers import Served, free_port

KEY = Qt.Key


def knock(hand: Hand) -> None:
    """Touch the upper corners by turns."""
    right = QPoint(hand.window.width() - 10, 10)
    for place in (QPoint(10, 10), right) * 3:
        QTest.touchEvent(hand.window, _finger()).press(0, place, hand.window).commit()
        QTest.touchEvent(hand.window, _finger()).release(0, place, hand.window).commit()


def knock_by_keys(hand: Hand) -> None:
    for key in (KEY.Key_Escape, KEY.Key_Up, KEY.Key_Escape, KEY.Key_Down) * 2:
        hand.press(key)


def opened(hand: Hand, boss: Api, name: str) -> None:
    hand.wait_for("language")
    knock(hand)
    hand.wait_for("service-code")
    hand.type(boss.allow_service(name).code)
    hand.wait_for("upkeep")


def test_a_supervisor_sees_how_the_kiosk_stands_tests_it_and_goes(
    switch_on: Switch, served: Served, boss: Api, paper: Paper, voice: Transcript, running: list[Kiosk]
) -> None:
    hand = switch_on(token=served.token("kiosk", "north"))
    hand.wait_for("language")
    knock(hand)
    hand.wait_for("service-code")
    hand.type("BBBBBBBB")
    hand.wait(lambda: "not for this kiosk" in hand.words(), "the wrong code to be refused")
    code = boss.allow_service("north").code
    for sign in code.lower():
        QTest.keyClick(hand.window, sign)  # type: ignore[call-overload]  # a sign will do where a key does
    hand.wait(lambda: hand.reads("typed") == code, "the code by a keyboard")
    hand.touch("confirm")
    hand.wait_for("upkeep")
    assert "asked for by supervisor" in hand.reads("line-device").replace("\u2068", "").replace("\u2069", "")
    assert "answers" in hand.reads("line-server")
    assert hand.reads("line-printer") == "The printer is ready."
    assert "MB free" in hand.reads("line-disk")

    paper.fares = Printed("failed", PrinterState.NO_PAPER)
    hand.touch("act-page")
    hand.wait(lambda: "The printer has no paper." in hand.reads("upkeep-notice"), "the test page to fail")
    assert len(paper.slips) == 1
    hand.touch("act-sound")
    assert (voice.chimes, voice.texts) == (1, ["This is a test of the sound."])
    hand.touch("act-screen")
    for _ in range(5):
        hand.touch("colour")
    hand.touch("screen-done")
    hand.touch("act-language")
    hand.wait(lambda: hand.reads("title") == "صيانة هذا الجهاز", "the page in Arabic")

    left: list[bool] = []
    running[0].upkeep.left.connect(lambda: left.append(True))
    hand.touch("act-leave")
    hand.wait(lambda: "مرة أخرى" in hand.reads("upkeep-notice"), "the question")
    assert not left
    hand.touch("act-leave")
    hand.wait(lambda: left == [True], "the program to be closed")
    hand.touch("act-back")
    hand.wait_for("language")
    hand.choose("en")
    hand.wait_for("caller")


def test_a_code_is_good_once_and_only_with_the_server(
    switch_on: Switch, served: Served, boss: Api, cable: Cable
) -> None:
    hand = switch_on(token=served.token("kiosk", "north"))
    opened(hand, boss, "north")
    used = served.line("kiosk", "south")  # A code of another kiosk's opens nothing here.
    hand.touch("act-back")
    hand.wait_for("language")
    knock(hand)
    hand.wait_for("service-code")
    hand.type(boss.allow_service("south").code)
    hand.wait(lambda: "not for this kiosk" in hand.words(), "another kiosk's code to be refused")
    assert used.myself().name == "south"
    cable.pulled = True
    hand.type(boss.allow_service("north").code)
    hand.wait(lambda: "only it knows the code" in hand.words(), "the page to say that the server is away")


def test_the_kiosks_own_code_opens_the_page_while_the_server_is_away_and_only_then(
    switch_on: Switch, served: Served, cable: Cable
) -> None:
    code, kept = made()
    hand = switch_on(token=served.token("kiosk", "north"), service_code=kept)
    hand.wait_for("language")
    knock(hand)
    hand.wait_for("service-code")
    hand.type(code)
    hand.wait(lambda: "not for this kiosk" in hand.words(), "the server to be asked, which knows nothing of it")
    cable.pulled = True
    hand.type("BBBBBBBB")
    hand.wait(lambda: "only the kiosk's own code" in hand.words(), "a wrong code to be refused")
    hand.type(code)
    hand.wait_for("upkeep")
    assert hand.reads("line-device") == "Opened by its own code, without the server."
    hand.wait(lambda: "does not answer" in hand.reads("line-server"), "the server to be looked for")


def test_a_kiosk_put_out_while_it_is_looked_after_shows_its_code(
    switch_on: Switch, served: Served, boss: Api, running: list[Kiosk]
) -> None:
    hand = switch_on(token=served.token("kiosk", "north"))
    opened(hand, boss, "north")
    boss.revoke("north")
    with pytest.raises(NotSignedIn):
        running[0].api.myself()
    hand.wait_for("enrolment")


def test_no_visitor_meets_the_page_by_chance_and_nobody_is_locked_out(open_kiosk: Open) -> None:
    hand = open_kiosk(language="en")
    hand.wait_for("language")
    hand.choose("en")
    hand.wait_for("caller")
    knock(hand)
    hand.rest()
    assert hand.page == "caller"
    hand.touch("start-over")
    hand.wait_for("language")
    knock_by_keys(hand)
    hand.wait_for("service-code")
    hand.press(KEY.Key_Escape)
    hand.wait_for("language")


def test_the_page_left_alone_goes_back_to_the_visitors(open_kiosk: Open, clock: Clock) -> None:
    hand = open_kiosk(language="en")
    hand.wait_for("language")
    knock(hand)
    hand.wait_for("service-code")
    clock.seconds += PATIENCE["code"] + 1
    hand.wait_for("language")


def test_the_program_begins_anew_in_its_own_place_and_ends_only_when_it_is_left(tmp_path: Path) -> None:
    hall = Hall(tmp_path, "--server", f"http://127.0.0.1:{free_port()}", "--token", "t")
    try:
        hall.wait_until("waiting for the office")
        assert hall.do("begin-anew") == ""
        hall.wait_until("waiting for the office")
        assert hall.process.poll() is None
        hall.do("leave")
        assert hall.process.wait(10) == LEFT
    finally:
        hall.end()

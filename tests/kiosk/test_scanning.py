import pytest
from PySide6.QtTest import QTest

from kiosk.machines.port import Blind, Seen
from kiosk.viewmodels import scanning
from queue_server import wire
from tests.kiosk.conftest import Eye, Open
from tests.kiosk.hand import Hand
from tests.kiosk.office import BOOKED, CODE, EXPIRED, FILED, VALID, Office
from tests.specimens import card, misread, passport


@pytest.fixture
def at_the_paper(open_kiosk: Open, eye: Eye) -> Hand:
    hand = open_kiosk(eyes=[eye])
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    return hand


def test_a_passport_laid_down_is_read_and_proven_by_the_machine(
    at_the_paper: Hand, eye: Eye, small_office: Office
) -> None:
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    assert at_the_paper.reads("scan-state") == "Looking… Hold it still."
    eye.shown(passport(expires=VALID))
    at_the_paper.wait_for("ready")
    assert small_office.check.papers["passport"] == wire.Paper("passport", "have", expires=VALID, evidence="machine")
    assert small_office.holders == {"passport": "TESTER SAMPLE"}
    assert not eye.open


def test_the_camera_is_off_but_while_a_page_asks_for_it(at_the_paper: Hand, eye: Eye) -> None:
    assert not eye.open
    at_the_paper.choose("aside:scan")
    at_the_paper.wait(lambda: eye.open, "the camera")
    at_the_paper.touch("scan-cancel")
    at_the_paper.wait_for("paper")
    assert not eye.open


def test_an_expired_passport_is_found_expired_as_when_typed(at_the_paper: Hand, eye: Eye) -> None:
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    eye.shown(passport(expires=EXPIRED))
    at_the_paper.wait_for("missing")


def test_another_kind_of_paper_is_told_and_not_taken(at_the_paper: Hand, eye: Eye, small_office: Office) -> None:
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    eye.shown(card())
    at_the_paper.wait(lambda: "another kind" in at_the_paper.reads("scan-state"), "the other paper to be told")
    assert small_office.check.papers == {}
    eye.shown(passport(expires=VALID))
    at_the_paper.wait_for("ready")


def test_what_cannot_be_read_is_never_taken_and_the_date_is_typed(
    open_kiosk: Open, eye: Eye, small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "PATIENCE_MILLISECONDS", 300)
    hand = open_kiosk(eyes=[eye])
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "renew", "yes", "aside:scan")
    hand.wait_for("scan")
    eye.shown(misread(passport(expires=VALID)))
    hand.wait(lambda: "could not read" in hand.reads("scan-state"), "the machine to give up")
    assert not eye.open
    assert small_office.check.papers == {}
    hand.touch("scan-again")
    hand.wait(lambda: eye.open, "the camera")
    hand.touch("scan-instead")
    hand.wait_for("date")
    assert not eye.open
    hand.choose_date(VALID)
    hand.wait_for("ready")
    assert small_office.check.papers["passport"].evidence == "said"


def test_a_name_in_doubt_leads_to_the_information_desk(at_the_paper: Hand, eye: Eye, small_office: Office) -> None:
    small_office.doubts = True
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    eye.shown(passport(expires=VALID))
    at_the_paper.wait_for("refer")


def test_a_date_may_be_scanned_after_all(at_the_paper: Hand, eye: Eye) -> None:
    at_the_paper.choose("have")
    at_the_paper.wait_for("date")
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    eye.shown(passport(expires=VALID))
    at_the_paper.wait_for("ready")
    at_the_paper.touch("back")
    at_the_paper.wait_for("date")


def test_a_camera_that_went_away_is_said_so(at_the_paper: Hand, eye: Eye, caplog: pytest.LogCaptureFixture) -> None:
    at_the_paper.choose("aside:scan")
    at_the_paper.wait_for("scan")
    eye.see(Blind("unplugged"))
    at_the_paper.wait(lambda: "does not answer" in at_the_paper.reads("scan-state"), "the trouble")
    assert "unplugged" in caplog.text


def test_a_kiosk_without_a_machine_offers_no_scan(hand: Hand) -> None:
    hand.choose("en", "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    assert not hand.sees("answer-aside:scan")
    hand.choose("have")
    hand.wait_for("date")
    assert not hand.sees("answer-aside:scan")


def test_a_visitor_who_left_is_not_read_any_more(at_the_paper: Hand, eye: Eye) -> None:
    at_the_paper.choose("aside:scan")
    at_the_paper.wait(lambda: eye.open, "the camera")
    at_the_paper.touch("start-over")
    at_the_paper.wait_for("language")
    assert not eye.open


# ── codes ──


def scan(hand: Hand, text: str) -> None:
    """A scanner types, faster than anybody, and presses Enter."""
    for sign in (*text, "\r"):
        QTest.keyClick(hand.window, sign)


@pytest.mark.parametrize("text", [f"DAWR:R:{CODE}", CODE])
def test_a_code_scanned_at_the_first_page_goes_on_where_it_stopped(hand: Hand, small_office: Office, text: str) -> None:
    scan(hand, text)
    hand.wait_for("paper")
    assert small_office.checks["resumed"].language == "ar"


def test_a_code_scanned_later_goes_on_in_the_language_chosen(hand: Hand, small_office: Office) -> None:
    hand.choose("en")
    hand.wait_for("caller")
    scan(hand, f"DAWR:R:{CODE}")
    hand.wait_for("paper")
    assert small_office.checks["resumed"].language == "en"


def test_a_code_nobody_knows_leaves_the_visitor_at_the_keys(hand: Hand) -> None:
    hand.choose("en")
    hand.wait_for("caller")
    scan(hand, "DAWR:R:ZZZZZZZZ")
    hand.wait_for("code")
    assert "do not know this code" in hand.reads("trouble")


def test_an_application_scanned_at_the_first_page_waits_for_the_language(hand: Hand) -> None:
    scan(hand, FILED)
    hand.choose("en")
    hand.wait_for("question")
    hand.choose("yes")
    hand.wait_for("ready")


def test_an_appointment_leaves_only_who_to_ask(hand: Hand, small_office: Office) -> None:
    scan(hand, f"DAWR:A:{BOOKED}")
    hand.wait_for("appointment")
    hand.choose("go", "employer")
    hand.wait_for("question")
    hand.choose("yes", "have")
    hand.choose_date(VALID)
    hand.choose("none")
    hand.wait_for("number")
    assert small_office.appointments == [BOOKED]


def test_an_appointment_that_is_over_does_not_stand_in_the_way(hand: Hand, small_office: Office) -> None:
    scan(hand, f"DAWR:A:{BOOKED}")
    hand.wait_for("appointment")
    hand.choose("go", "employer", "yes", "have")
    hand.choose_date(VALID)
    hand.wait_for("ready")
    over = wire.Problem("about:blank", "Over", 409, "appointment_over", "This appointment is over.")
    small_office.refuses["tickets"] = over
    hand.choose("none")
    hand.wait(lambda: hand.sees("trouble"), "the trouble")
    assert hand.reads("trouble") == "This appointment is over."
    small_office.refuses.clear()
    hand.choose("none")
    hand.wait_for("number")
    assert small_office.appointments == [None]


def test_a_code_in_the_middle_of_a_check_throws_nothing_away(at_the_paper: Hand, small_office: Office) -> None:
    scan(at_the_paper, f"DAWR:R:{CODE}")
    scan(at_the_paper, "https://example.com/nothing")
    at_the_paper.rest()
    assert at_the_paper.page == "paper"
    assert list(small_office.checks) == ["check-0"]


def test_the_camera_reads_a_code_on_the_page_for_codes(open_kiosk: Open, eye: Eye) -> None:
    hand = open_kiosk(eyes=[eye])
    hand.wait_for("language")
    hand.choose("en", "aside:code")
    hand.wait_for("code")
    eye.see(Seen("code", f"DAWR:R:{CODE}"))
    hand.wait_for("paper")


def test_a_reader_that_types_the_lines_of_a_passport_is_heard(open_kiosk: Open, small_office: Office) -> None:
    hand = open_kiosk(scanner="papers")
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "renew", "yes", "aside:scan")
    hand.wait_for("scan")
    names, line = passport(expires=VALID)
    for typed in misread((names, line)):
        scan(hand, typed)
    hand.wait(lambda: "could not read" in hand.reads("scan-state"), "the wrong lines to be told")
    scan(hand, names)
    scan(hand, line)
    hand.wait_for("ready")
    assert small_office.check.papers["passport"].evidence == "machine"

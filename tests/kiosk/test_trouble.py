from threading import Event

import pytest

from queue_server import wire
from queue_server.client import api
from queue_server.client.printer import Printed, PrinterState
from tests.kiosk.conftest import Clock, Open, Paper
from tests.kiosk.hand import Hand
from tests.kiosk.office import FILED, VALID, Office


def to_ready(hand: Hand) -> None:
    hand.wait_for("language")
    hand.choose("en", "employer", "permits", "renew", "yes", "have")
    hand.choose_date(VALID)
    hand.wait_for("ready")


def test_a_kiosk_started_before_its_server_waits_and_then_begins(open_kiosk: Open, small_office: Office) -> None:
    small_office.away = True
    hand = open_kiosk()
    hand.wait_for("waiting")
    small_office.away = False
    hand.wait_for("language")


def test_an_act_begun_without_the_server_is_done_when_it_is_back(hand: Hand, small_office: Office) -> None:
    to_ready(hand)
    small_office.away = True
    hand.choose("none")
    assert "Connecting" in hand.reads("connecting")
    assert hand.page == "ready"
    small_office.away = False
    hand.wait_for("number")
    hand.wait(lambda: not hand.sees("connecting"), "the banner to go")
    assert small_office.priorities == ["none"]


def test_a_number_wanted_by_somebody_who_left_is_never_taken(hand: Hand, small_office: Office) -> None:
    to_ready(hand)
    small_office.away = True
    hand.choose("none")
    hand.item("connecting")
    hand.touch("start-over")
    small_office.away = False
    hand.choose("en", "worker", "quick", "status")
    hand.wait_for("guidance")
    assert small_office.priorities == []


def test_a_person_can_be_asked_while_the_server_is_away(hand: Hand, small_office: Office) -> None:
    hand.choose("en", "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    small_office.away = True
    hand.touch("person")
    hand.choose("help:other")
    hand.wait_for("person")
    small_office.away = False
    hand.wait(lambda: small_office.check.referred is not None, "the desk to know")


def test_an_application_that_cannot_be_looked_up_holds_nobody_up(
    hand: Hand, small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "LOOK_UP_SECONDS", 0.3)
    hand.choose("en", "employer", "aside:application")
    small_office.away = True
    hand.type(FILED)
    hand.wait(lambda: hand.sees("trouble"), "the way on")
    assert "show your papers" in hand.reads("trouble")
    small_office.away = False
    hand.touch("back")
    hand.choose("permits", "renew", "yes")
    hand.wait_for("paper")


def test_a_printer_without_paper_is_said_and_the_number_stays(hand: Hand, paper: Paper) -> None:
    paper.fares = Printed("failed", PrinterState.NO_PAPER)
    to_ready(hand)
    hand.choose("none")
    hand.wait(lambda: hand.sees("print-again"), "the trouble")
    assert hand.reads("number") == "C042"
    trouble = hand.reads("printer-trouble")
    assert "no paper" in trouble
    assert "Write the number down or take a photo of it." in trouble
    paper.fares = Printed("printed")
    hand.touch("print-again")
    hand.wait(lambda: hand.reads("slip") == "Take your paper", "the slip")
    assert paper.slips == [b"slip C042"] * 2


def test_a_silent_printer_is_not_taken_for_fine(hand: Hand, paper: Paper) -> None:
    paper.fares = Printed("uncertain")
    to_ready(hand)
    hand.choose("none")
    assert "does not say" in hand.reads("printer-trouble")


def test_a_slip_the_server_could_not_draw_is_said(hand: Hand, paper: Paper, small_office: Office) -> None:
    small_office.slip = b""
    to_ready(hand)
    hand.choose("none")
    assert "could not be printed" in hand.reads("printer-trouble")
    assert paper.slips == []


def test_a_kiosk_admitted_as_something_else_says_so(open_kiosk: Open, small_office: Office) -> None:
    small_office.refuses["catalogue"] = wire.Problem("about:blank", "Not you", 403, "forbidden")
    hand = open_kiosk(language="en")
    assert hand.reads("trouble") == "This kiosk has not been admitted yet. Please tell the staff."


def test_a_refusal_is_told_in_the_servers_words_and_the_page_stays(hand: Hand, small_office: Office) -> None:
    hand.choose("en", "employer", "permits")
    small_office.refuses["checks"] = wire.Problem("about:blank", "No", 422, "wrong_caller", "This is for workers.")
    hand.choose("renew")
    assert hand.reads("trouble") == "This is for workers."
    assert hand.page == "service"
    small_office.refuses.clear()
    hand.choose("renew")
    hand.wait_for("question")
    assert not hand.sees("trouble")


def test_rules_that_changed_meanwhile_lead_to_what_is_wanted_now(hand: Hand, small_office: Office) -> None:
    to_ready(hand)
    small_office.refuses["tickets"] = wire.Problem("about:blank", "No", 422, "papers_incomplete")
    small_office.check.papers["passport"] = wire.Paper("passport", "missing")
    hand.choose("none")
    hand.wait_for("missing")


def test_nobody_there_is_warned_of_and_one_touch_stays(hand: Hand, clock: Clock) -> None:
    hand.choose("en", "employer")
    hand.wait_for("group")
    clock.seconds += 61
    hand.item("stay")
    hand.touch("stay")
    hand.wait(lambda: not hand.sees("stay"), "the warning to go")
    assert hand.page == "group"


def test_nobody_there_for_long_begins_a_new_visit(hand: Hand, clock: Clock) -> None:
    hand.choose("en", "employer")
    hand.wait_for("group")
    clock.seconds += 81
    hand.wait_for("language")
    assert not hand.sees("stay")


def test_the_first_page_waits_for_ever(hand: Hand, clock: Clock) -> None:
    clock.seconds += 10_000
    hand.choose("en")
    hand.wait_for("caller")
    assert not hand.sees("stay")


def test_a_slip_under_way_is_never_cut_short(open_kiosk: Open, paper: Paper, clock: Clock) -> None:
    out = Event()

    def slow(slip: bytes) -> Printed:
        out.wait(10)
        return Printed("printed")

    paper.print = slow  # type: ignore[method-assign] # a printer that takes its time
    hand = open_kiosk()
    to_ready(hand)
    hand.choose("none")
    hand.wait_for("number")
    clock.seconds += 500
    hand.wait(lambda: "being printed" in hand.reads("slip"), "the printer")
    clock.seconds += 500
    assert hand.page == "number"
    out.set()
    hand.wait(lambda: hand.reads("slip") == "Take your paper", "the slip")
    assert hand.page == "number"

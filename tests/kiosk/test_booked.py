"""Coming with an appointment: its code typed, how one comes told in plain words, then papers and the number."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from assets.words import languages
from kiosk.booked import led_to, told
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.kiosk.hand import Hand
from tests.kiosk.office import BOOKED, NOW, VALID, Office

APPOINTMENT = wire.Appointment("a", BOOKED, "renew", "commercial", NOW, "en", "booked")


def come(hand: Hand) -> None:
    hand.wait_for("language")
    hand.choose("en", "employer", "aside:code")
    hand.type(BOOKED)
    hand.wait_for("appointment")


def show_papers(hand: Hand) -> None:
    hand.choose("yes", "have")
    hand.choose_date(VALID)
    hand.choose("none")
    hand.wait_for("number")


@pytest.mark.parametrize(
    ("comes", "title", "do"),
    [
        ("early", "Your appointment is today at 10:30", "You are early. Check your papers now."),
        ("late", "The time of your appointment, 10:30, is over", "You can still take a number"),
        ("another_day", "Your appointment is on 24 November 2026 at 10:30", "Come on that day."),
        ("missed", "Your appointment was on 24 November 2026", "You can still take a number for today."),
    ],
)
def test_how_one_comes_is_told_with_what_to_do(comes: wire.Comes, title: str, do: str) -> None:
    said = told(replace(APPOINTMENT, comes=comes), "Asia/Bahrain", "en")
    assert said[0] == title
    assert said[1].startswith(do)
    assert said[2]


def test_papers_checked_at_home_need_no_second_look() -> None:
    said = told(replace(APPOINTMENT, comes="early"), "Asia/Bahrain", "en", ready=True)
    assert said[1:] == ("Your papers were checked. You are called at about 10:30.", "Continue")
    assert told(replace(APPOINTMENT, comes="late"), "Asia/Bahrain", "en", ready=True)[2] == "Take a number for today"


class Settled(Api):
    """A line to an office where the check of a code has led to a number, and some codes to an appointment too."""

    def __init__(self) -> None:
        pass

    def resume_check(self, code: str, language: str | None = None) -> wire.Check:
        raise Refused(wire.Problem("about:blank", "Settled", 409, "check_settled", "A number was given."))

    def appointment(self, code: str) -> wire.Appointment:
        if code != BOOKED:
            raise Refused(wire.Problem("about:blank", "Unknown", 404, "unknown", "No such thing."))
        return APPOINTMENT


def test_a_check_used_before_does_not_hide_the_appointment_taken_with_it() -> None:
    assert led_to(Settled(), BOOKED, "en") == APPOINTMENT
    with pytest.raises(Refused, match="check_settled"):
        led_to(Settled(), "BCDFGHJK", "en")


def test_whatever_is_told_is_told_in_every_language() -> None:
    comes: tuple[wire.Comes, ...] = ("early", "in_time", "late", "another_day", "missed", "used", "cancelled")
    for language in languages():
        for each in comes:
            said = " ".join(told(replace(APPOINTMENT, comes=each), "Asia/Bahrain", language))
            assert "{" not in said


def test_in_time_the_papers_are_checked_and_the_number_is_for_the_appointment(hand: Hand, small_office: Office) -> None:
    come(hand)
    assert hand.reads("title") == "Your appointment is today at 10:30"
    hand.choose("go")
    show_papers(hand)
    assert hand.reads("ahead") == "Your appointment: 10:30"
    assert small_office.appointments == [BOOKED]


def test_the_appointment_itself_is_not_asked_for_on_paper(hand: Hand, small_office: Office) -> None:
    small_office.booked_papers = ["passport"]  # Whatever paper it is that this office has on file for it.
    come(hand)
    hand.choose("go", "yes")
    hand.wait_for("ready")
    hand.choose("none")
    hand.wait_for("number")
    assert small_office.appointments == [BOOKED]


def test_too_late_the_number_is_an_ordinary_one(hand: Hand, small_office: Office) -> None:
    small_office.booked = replace(APPOINTMENT, comes="late")
    come(hand)
    hand.choose("go")
    show_papers(hand)
    assert hand.reads("ahead") == "People ahead of you: 3"


def test_on_another_day_a_number_for_today_leaves_the_appointment_alone(hand: Hand, small_office: Office) -> None:
    small_office.booked = replace(APPOINTMENT, comes="another_day", slot=NOW + timedelta(days=1))
    come(hand)
    hand.choose("go")
    show_papers(hand)
    assert small_office.appointments == [None]


def test_one_already_used_leads_nowhere_but_back_or_to_a_person(hand: Hand, small_office: Office) -> None:
    small_office.booked = replace(APPOINTMENT, comes="used")
    come(hand)
    assert hand.reads("title") == "A number was already given for this appointment"
    assert not hand.sees("answer-go")
    hand.touch("back")
    hand.wait_for("code")
    hand.touch("back")
    hand.wait_for("group")


def test_only_those_the_service_is_for_are_asked_who_they_are(hand: Hand, small_office: Office) -> None:
    services = [
        replace(service, callers=["employer", "family"]) if service.id == "renew" else service
        for service in small_office.catalogue.services
    ]
    hand.wait_for("language")
    small_office.catalogue = replace(small_office.catalogue, services=services)
    hand.choose("en")
    hand.touch("start-over")
    hand.wait_for("language")
    hand.choose("en", "worker", "aside:code")
    hand.type(BOOKED)
    hand.choose("go")
    hand.wait_for("caller")
    assert hand.sees("answer-employer")
    assert not hand.sees("answer-worker")
    assert not hand.sees("answer-aside:code")

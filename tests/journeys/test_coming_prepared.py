"""Visitors who come prepared: with papers checked at home, and with an appointment."""

import re
from datetime import date, timedelta

import httpx

from tests.fakes import FakeClock
from tests.journeys.building import Building

VALID = date(2029, 3, 31)
TOLD = {
    "lang": "ar",
    "caller": "employer",
    "service": "renew",
    "fact.worker-abroad": "no",
    "paper.passport": "have",
    "paper.passport.expires": VALID.isoformat(),
    "paper.contract": "have",
    "key": "from-home",
}


def test_papers_checked_at_home_lead_at_the_kiosk_straight_to_the_number(building: Building, clock: FakeClock) -> None:
    page = httpx.post(f"{building.served.url}/check", data=TOLD, follow_redirects=True).text
    found = re.search(r"[A-Z]{4} [A-Z]{4}(?=</bdi>)", page)
    assert found
    clock.passes(days=2)
    visitor = building.visitor()
    visitor.comes_back(found[0].replace(" ", ""), "ar")
    assert visitor.takes_number() == "C001"
    assert visitor.pages == ["language", "caller", "group", "code", "ready", "number"]
    assert building.happened() == ["CheckOpened", "CheckChanged", "CheckResumed", "TicketIssued"]


def test_an_appointment_is_checked_in_with_the_papers_and_the_number_is_due_at_its_time(
    building: Building, clock: FakeClock
) -> None:
    slot = clock.now().replace(minute=0) + timedelta(hours=1)
    booked = building.served.line("channel").book("residence", slot)
    visitor = building.visitor()
    visitor.comes_back(booked.code, "en")
    visitor.wait_for("appointment")
    assert visitor.reads("title") == "Your appointment is today at 10:00"
    assert "You are early." in visitor.words()
    visitor.says("appointment", "go")
    visitor.has_passport(VALID)
    assert visitor.takes_number() == "R001"
    assert visitor.reads("ahead") == "Your appointment: 10:00"
    visitor.takes_slip()
    assert building.happened() == [
        *("AppointmentBooked", "CheckOpened", "CheckChanged", "CheckChanged", "TicketIssued", "AppointmentKept"),
    ]

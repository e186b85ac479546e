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


class AtHome:
    """Somebody with a browser, whose papers for a residence permit are in order."""

    def __init__(self, building: Building) -> None:
        self.http = httpx.Client(base_url=building.served.url, follow_redirects=True)
        kept = self.http.post("/check?then=times", data=RESIDENCE)
        self.times, self.page = kept.url.path, kept.text
        self.code = ""

    def send(self, address: str, **said: str) -> None:
        """Send the form of the page shown."""
        key = re.search(r'name="key" value="([^"]*)"', self.page)
        assert key
        answer = self.http.post(address, data={"lang": "en", "key": key[1], **said})
        self.page, self.code = answer.text, answer.url.path.rpartition("/")[2]

    def look(self, address: str) -> None:
        self.page = self.http.get(address, params={"lang": "en"}).text

    @property
    def title(self) -> str:
        found = re.search(r"<h1[^>]*>[✓! ]*(.*?)</h1>", self.page)
        return found[1] if found else ""


RESIDENCE = {
    "lang": "en",
    "caller": "worker",
    "service": "residence",
    "paper.passport": "have",
    "paper.passport.expires": VALID.isoformat(),
    "key": "for-a-residence",
}


def test_a_place_taken_at_home_and_moved_is_confirmed_at_the_kiosk_by_its_one_code(
    building: Building, clock: FakeClock
) -> None:
    home = AtHome(building)
    slot = clock.now().replace(minute=30)
    home.send(home.times, at=slot.isoformat(), cpr="800101234")
    assert home.title == "Your appointment is today at 09:30"
    home.look(f"/visit/{home.code}/times")
    home.send(f"/visit/{home.code}/times", at=(slot + timedelta(minutes=30)).isoformat())
    assert home.title == "Your appointment is today at 10:00"
    visitor = building.visitor()
    visitor.comes_back(home.code, "ar")
    visitor.wait_for("appointment")
    assert visitor.reads("title") == "موعدك اليوم الساعة 10:00"
    visitor.says("appointment", "go")
    assert visitor.takes_number() == "R001"
    assert visitor.reads("ahead") == "موعدك: 10:00"
    home.look(f"/visit/{home.code}")
    assert home.title == "A number was already given for this appointment"
    assert building.happened()[-3:] == ["CheckResumed", "TicketIssued", "AppointmentKept"]
    home.http.close()


def test_whoever_comes_with_a_place_given_back_or_of_another_day_is_told_and_may_take_a_number(
    building: Building, clock: FakeClock
) -> None:
    home = AtHome(building)
    slot = clock.now().replace(minute=30) + timedelta(days=1)
    home.send(home.times, at=slot.isoformat(), cpr="800101234")
    visitor = building.visitor()
    visitor.comes_back(home.code, "en")
    visitor.wait_for("appointment")
    assert visitor.reads("title") == "Your appointment is on 25 November 2026 at 09:30"
    visitor.touch("start-over")
    home.send(f"/visit/{home.code}/cancel")
    assert home.title == "This appointment was cancelled"
    visitor.comes_back(home.code, "en")
    visitor.wait_for("appointment")
    assert visitor.reads("title") == "This appointment was cancelled"
    visitor.says("appointment", "go")
    assert visitor.takes_number() == "R001"
    assert visitor.reads("ahead") == "You are next"
    home.http.close()

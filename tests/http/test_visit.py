"""`/visit` as a browser without scripts uses it, over the socket."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from sqlalchemy import make_url

from queue_server.store.database import url_of
from tests.http.test_home import Browser
from tests.servers import Served, _served

READY = {
    "lang": "en",
    "caller": "worker",
    "group": "permits",
    "service": "residence",
    "paper.passport": "have",
    "paper.passport.expires": "2039-01-31",
}


class Home(Browser):
    """Somebody at home who wants an appointment."""

    def check(self) -> None:
        """Papers in order, kept; the times to choose from are on the page."""
        self.open("/check", **READY)
        self.send("/check?then=times")

    def send(self, address: str = "", **said: str) -> None:
        """Send the page's form, there or where it goes by itself."""
        action = re.search(r'<form action="([^"]*)" method="post">', self.page)
        assert action, f"there is nothing to send on {self.title}"
        self._see(self.http.post(address or unescape(action[1]), data={**self.hidden, **said}))

    def book(self, person: int, at: str = "") -> None:
        """Take a time, the last of the day shown when none is named: the clock is real here."""
        self.check()
        self.go(self.days[-1])
        self.send(at=at or self.moments[-1], cpr=f"{person:09d}")

    def go(self, address: str) -> None:
        self._see(self.http.get(address))

    @property
    def moments(self) -> list[str]:
        """The times on the page."""
        return re.findall(r'name="at" value="([^"]*)"', self.page)

    @property
    def days(self) -> list[str]:
        """Where the other days are."""
        return [unescape(found) for found in re.findall(r'<a href="([^"]*day=[^"]*)"', self.page)]

    @property
    def trouble(self) -> str:
        found = re.search(r'role="alert">✕ ([^<]*)<', self.page)
        return unescape(found[1]) if found else ""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from _served(url_of(tmp_path_factory.mktemp("office"), None))


@pytest.fixture
def home(office: Served) -> Iterator[Home]:
    home = Home(office.url)
    yield home
    home.http.close()


def state(office: Served, code: str) -> str:
    return office.line("channel").appointment(code.replace(" ", "")).state


def test_from_the_papers_to_an_appointment_that_is_moved_and_given_back(home: Home, office: Served) -> None:
    home.open("/visit", lang="en")
    assert home.title == "Book an appointment"
    assert 'href="/check?lang=en"' in home.page
    home.check()
    assert (home.title, len(home.days) >= 14) == ("Choose a time", True)
    home.go(home.days[-1])
    first = home.moments[0]
    home.send(at=first, cpr="800101234")
    assert home.title.startswith("Your appointment is on ")
    code = home.code
    assert office.line("kiosk").resume_check(code).outcome == "ready"
    home.open("/visit", lang="en", code=code.lower())
    assert home.code == code
    home.go(f"/visit/{code.replace(' ', '')}/times?lang=en")
    home.go(home.days[-1])
    later = home.moments[1]
    home.send(at=later)
    assert office.line("channel").appointment(code.replace(" ", "")).slot.isoformat() == later != first
    home.send()
    assert home.title == "This appointment was cancelled"
    assert state(office, code) == "cancelled"
    again = re.search(r'href="(/check/[^"]*/times[^"]*)"', home.page)
    assert again
    home.go(unescape(again[1]))
    home.send(at=home.moments[-1], cpr="800101234")
    assert (home.code, state(office, code)) == (code, "booked")


def test_sent_twice_it_is_taken_once_and_shown_again(home: Home) -> None:
    home.check()
    form = {**home.hidden, "at": home.moments[-1], "cpr": "000000001"}
    times = re.search(r'<form action="(/check/[^"]*/times)"', home.page)
    assert times
    pages = {home.http.post(times[1], data=form, follow_redirects=False).headers["Location"] for _ in range(2)}
    assert len(pages) == 1
    home.go(times[1])
    assert home.title.startswith("Your appointment is ")


def test_what_will_not_do_is_told_on_the_same_page_with_what_was_typed(home: Home) -> None:
    home.book(2)
    for said, trouble in (
        ({"cpr": "12"}, "A CPR number has 9 digits. Please type it again."),
        ({"cpr": "000000002"}, "You hold an appointment already. Change or cancel it by its code."),
        ({"cpr": "000000003", "at": "2020-01-01T00:00:00+00:00"}, "There are no appointments at this time."),
        ({"cpr": "000000003", "at": "<b>"}, "There are no appointments at this time."),
    ):
        home.check()
        home.go(home.days[-1])
        chosen = home.moments[0]
        home.send(**{"at": chosen, **said})
        assert (home.trouble, home.title) == (trouble, "Choose a time")
        assert f'value="{said["cpr"]}"' in home.page
        assert "at" in said or f'value="{chosen}" required checked' in home.page


def test_the_personal_number_is_kept_nowhere(home: Home, office: Served) -> None:
    home.book(987654321)
    assert home.code
    folder = Path(make_url(office.database.url).database or "").parent
    kept = b"".join(file.read_bytes() for file in folder.glob("dawr.sqlite*"))
    assert b"AppointmentBooked" in kept
    assert b"987654321" not in kept


def test_the_calendar_file_says_when_and_what_to_show(home: Home) -> None:
    home.book(4)
    code = home.code
    answer = home.http.get(f"/visit/{code.replace(' ', '')}/place.ics", params={"lang": "ar"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    event = answer.text.replace("\r\n ", "")
    assert "SUMMARY:رخصة الإقامة" in event
    assert code in event
    home.send()
    assert home.http.get(f"/visit/{code.replace(' ', '')}/place.ics").status_code == 404


def test_in_another_language_all_of_it_is_in_that_language(home: Home) -> None:
    home.open("/check", **{**READY, "lang": "ar"})
    home.send("/check?then=times")
    home.go(home.days[0])
    home.send(at=home.moments[0], cpr="000000005")
    assert '<html lang="ar" dir="rtl">' in home.page
    assert "موعدك" in home.title


def test_a_service_whose_line_gives_none_from_home_offers_none(home: Home) -> None:
    home.open(
        "/check",
        **{**READY, "caller": "employer", "service": "renew", "fact.worker-abroad": "no", "paper.contract": "have"},
    )
    assert "Choose a time" not in home.page
    home.send("/check?then=times")
    assert "No time is free now. You can come and take a number." in home.page


def test_whoever_lacks_papers_sees_those_first(home: Home) -> None:
    home.open("/check", **{**READY, "paper.passport": "missing"})
    assert "Choose a time" not in home.page
    home.send("/check?then=times")
    assert home.title == "Some papers are missing"


def test_whoever_tries_codes_is_soon_refused_even_a_right_one(served: Served) -> None:
    home = Home(served.url)
    home.book(6)
    code = home.code.replace(" ", "")
    assert home.http.get("/visit", params={"code": "BCDFGHJK"}).status_code == 404
    for _ in range(9):
        assert home.http.get("/visit/BCDFGHJK").status_code == 404
    assert [home.http.get(f"/visit/{each}").status_code for each in ("BCDFGHJK", code)] == [429, 429]
    home.http.close()


def test_a_right_code_may_be_looked_at_again_and_again(home: Home) -> None:
    home.book(7)
    assert {home.http.get(f"/visit/{home.code.replace(' ', '')}").status_code for _ in range(20)} == {200}


def test_nothing_is_done_without_a_key_or_by_asking_for_a_page(home: Home, office: Served) -> None:
    home.book(8)
    code = home.code.replace(" ", "")
    assert home.http.post(f"/visit/{code}/cancel", data={"lang": "en"}).status_code == 400
    assert home.http.get(f"/visit/{code}/cancel").status_code in {404, 405}
    assert state(office, code) == "booked"


def test_taking_and_moving_is_limited_for_one_address(served: Served) -> None:
    with httpx.Client(base_url=served.url) as http:
        statuses = [http.post("/visit/BCDFGHJK/cancel", data={"key": f"key-{n}"}).status_code for n in range(21)]
    assert statuses == [404] * 10 + [429] * 11

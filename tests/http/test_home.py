"""`/check` as a browser without scripts uses it, over the socket."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from html import unescape
from urllib.parse import parse_qsl

import httpx
import pytest

from queue_server import wire
from queue_server.store.database import url_of
from queue_server.store.opening import OPERATOR
from tests.servers import Served, _served

READY = {
    "lang": "en",
    "caller": "employer",
    "group": "permits",
    "service": "renew",
    "fact.worker-abroad": "no",
    "paper.passport": "have",
    "paper.passport.expires": "2039-01-31",
    "paper.contract": "have",
}


class Browser:
    """Opens addresses and sends forms."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, follow_redirects=True, headers={"Accept-Language": "en"})
        self.page = ""
        self.status = 0

    def open(self, address: str, **query: str) -> None:
        self._see(self.http.get(address, params=query or None))

    def choose(self, name: str, value: str, **more: str) -> None:
        """Touch a button of the form."""
        assert f'name="{name}" value="{value}"' in self.page, f"{name}={value} is not on {self.title}"
        self.open("/check", **{**self.hidden, **more, name: value})

    def send(self) -> None:
        self._see(self.http.post("/check", data=self.hidden))

    @property
    def hidden(self) -> dict[str, str]:
        fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', self.page)
        return {name: unescape(value) for name, value in fields}

    @property
    def title(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.page)
        return unescape(found[1]).strip("✓! ") if found else ""

    @property
    def code(self) -> str:
        found = re.search(r'<bdi dir="ltr">([A-Z]{4} [A-Z]{4})</bdi>', self.page)
        return found[1] if found else ""

    def link(self, words: str) -> dict[str, str]:
        """What the link of these words tells."""
        found = re.search(rf'href="/check\?([^"]*)"[^>]*>(?:<bdi>)?{words}', self.page)
        assert found, f"no link {words}"
        return dict(parse_qsl(unescape(found[1])))

    def _see(self, answer: httpx.Response) -> None:
        self.page, self.status = answer.text, answer.status_code


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from _served(url_of(tmp_path_factory.mktemp("office"), None))


@pytest.fixture
def home(office: Served) -> Iterator[Browser]:
    home = Browser(office.url)
    yield home
    home.http.close()


def opened(office: Served) -> int:
    """How many checks were ever kept."""
    everything = office.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)
    return [entry.kind for entry in everything].count("CheckOpened")


def test_question_by_question_to_a_code_that_a_kiosk_accepts(home: Browser, office: Served) -> None:
    kept = opened(office)
    home.open("/check")
    assert home.title == "Who are you?"
    for name, value, title in (
        ("caller", "employer", "Which service do you need?"),
        ("group", "permits", "Which service do you need?"),
        ("service", "renew", "Is the worker abroad?"),
        ("fact.worker-abroad", "no", "Passport"),
        ("paper.passport", "have", "When does it expire?"),
    ):
        home.choose(name, value)
        assert home.title == title
    home.choose("date", "paper.passport.expires", year="2037", month="2", day="31")
    assert "There is no such day. Please choose again." in home.page
    home.choose("date", "paper.passport.expires", year="2037", month="2", day="28")
    assert home.title == "Contract"
    home.choose("paper.contract", "have")
    assert home.title == "Your papers are complete"
    assert opened(office) == kept
    home.send()
    assert (home.status, home.title) == (200, "Your papers are complete")
    check = office.line("kiosk").resume_check(home.code, "en")
    assert (check.outcome, check.channel) == ("ready", "web")


def test_sent_twice_it_is_kept_once(home: Browser) -> None:
    home.open("/check", **READY)
    form = home.hidden
    pages = {home.http.post("/check", data=form, follow_redirects=False).headers["Location"] for _ in range(2)}
    assert len(pages) == 1
    home.open("/check", **READY)
    assert home.hidden["key"] != form["key"]


def test_what_is_missing_is_listed_with_what_to_do_and_can_be_checked_again(home: Browser) -> None:
    home.open("/check", **{**READY, "paper.contract": "missing"})
    assert home.title == "Some papers are missing"
    assert "Bring this paper: Contract." in home.page
    home.send()
    again = home.link("Check again")
    assert again == {key: value for key, value in READY.items() if key not in {"group", "paper.contract"}}
    home.open("/check", **again)
    assert home.title == "Contract"


def test_the_language_changes_at_any_page_and_nothing_is_lost(home: Browser) -> None:
    home.open("/check", **{**READY, "paper.contract": "missing"})
    arabic = home.link("العربية")
    assert {**arabic, "lang": "en"} == {**READY, "paper.contract": "missing"}
    home.open("/check", **arabic)
    assert '<html lang="ar" dir="rtl">' in home.page
    assert home.title == "بعض المستندات ناقصة"
    home.send()
    assert '<html lang="ar" dir="rtl">' in home.page
    assert home.code


def test_back_takes_back_what_was_told_last(home: Browser) -> None:
    home.open("/check", **READY)
    assert home.link("Back") == dict(list(READY.items())[:-1])
    assert home.link("Start over") == {"lang": "en"}


def test_who_is_not_sure_is_sent_to_a_person_with_a_code(home: Browser, office: Served) -> None:
    home.open("/check", **{**READY, "fact.worker-abroad": "unsure"})
    assert home.title == "A person will help you"
    home.send()
    assert office.line("kiosk").resume_check(home.code).outcome is None


def test_a_quick_service_says_where_to_go_and_keeps_nothing(home: Browser) -> None:
    home.open("/check", lang="en", caller="worker", service="status")
    assert home.title == "You need no number for this"
    assert "The information desk tells you at once." in home.page
    assert "<form" not in home.page


def test_the_page_opens_in_the_browsers_language(home: Browser) -> None:
    home.http.headers["Accept-Language"] = "ar-BH,ar;q=0.9"
    home.open("/check")
    assert home.title == "من أنت؟"


def test_nothing_that_is_told_becomes_markup_or_breaks_a_page(home: Browser) -> None:
    for query in (
        {"lang": '"><script>', "caller": '"><script>alert(1)</script>'},
        {**READY, "service": "fly"},
        {**READY, "paper.passport.expires": "<b>"},
        {"caller": "employer", "group": "ships"},
    ):
        home.open("/check", **query)
        assert home.status == 200
        assert "<script" not in home.page
        assert "<b>" not in home.page


def test_too_much_is_refused_as_a_page(home: Browser) -> None:
    home.open("/check", x="y" * 5000)
    assert (home.status, '<html lang="en"' in home.page) == (400, True)
    answer = home.http.post("/check", data={"x": "y" * 5000})
    assert (answer.status_code, answer.headers["content-type"]) == (413, "text/html; charset=utf-8")
    assert home.http.post("/check", data={**READY, "key": ""}).status_code == 400
    assert home.http.post("/check", data={"key": "k1"}).status_code == 400


def test_a_page_that_is_not_there_tells_nothing(home: Browser) -> None:
    home.open("/check/nothing")
    assert (home.status, home.title) == (404, "There is nothing here any more.")


def test_codes_are_few_for_one_address_and_looking_goes_on(served: Served) -> None:
    home = Browser(served.url)
    with closing(home.http) as http:
        statuses = [http.post("/check", data={**READY, "key": f"key-{n}"}).status_code for n in range(21)]
        assert statuses == [200] * 20 + [429]
        assert "Too many tries. Please wait" in http.post("/check", data={**READY, "key": "again"}).text
        home.open("/check", **READY)
        assert home.status == 200


def test_what_a_form_says_of_evidence_is_only_said(home: Browser, office: Served) -> None:
    home.open("/check", **READY)
    home.send()
    check = office.line("kiosk").resume_check(home.code)
    assert check.findings[0].documents[0].said == wire.Paper("passport", "have", expires=date(2039, 1, 31))


def test_the_list_can_be_printed_at_home_and_at_the_desk(home: Browser, office: Served) -> None:
    home.open("/check", **{**READY, "paper.contract": "missing"})
    home.send()
    found = re.search(r'href="(/check/[^"]*/bring.pdf[^"]*)"', home.page)
    assert found
    answer = home.http.get(unescape(found[1]))
    assert (answer.status_code, answer.headers["content-type"], answer.content[:5]) == (
        200,
        "application/pdf",
        b"%PDF-",
    )
    desk = office.token("kiosk")
    check = office.line("kiosk").resume_check(home.code)
    again = home.http.get(f"/api/v1/checks/{check.id}/bring.pdf", headers={"Authorization": f"Bearer {desk}"})
    assert again.content[:5] == b"%PDF-"
    assert home.http.get("/check/nothing/bring.pdf").status_code == 404

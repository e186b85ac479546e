"""Whole visits, from the door to the counter: real kiosk, desk and screen around a real server."""

from datetime import date

import httpx
import pytest
from playwright.sync_api import Page

from assets.words import say
from queue_server.domain.trust import Role
from tests.journeys.building import Building

VALID = date(2029, 3, 31)
in_both_languages = pytest.mark.parametrize("language", ["ar", "en"])


@in_both_languages
def test_papers_checked_by_the_kiosk_alone_lead_to_a_number_a_call_and_a_service(
    building: Building, page: Page, noise: list[str], language: str
) -> None:
    screen = building.screen(page)
    clerk = building.clerk("maryam", counter=2, language=language)
    clerk.press("F10")
    clerk.until_counter_is("free")

    visitor = building.visitor()
    visitor.renews(language, VALID)
    number = visitor.takes_number()
    visitor.takes_slip()
    assert number == "C001"
    assert visitor.pages == [
        *("language", "caller", "group", "service", "question"),
        *("paper", "date", "paper", "ready", "number"),
    ]

    clerk.until_sees(say("{count} waiting", language, count=1))
    clerk.press("F2")
    clerk.until_counter_is("called")
    assert clerk.sees(number)
    screen.until_number(number)
    assert screen.counter == "2"
    assert say("Please go to counter {counter} now.", language, counter=2) in httpx.get(building.slip()).text

    clerk.press("F4")
    clerk.until_counter_is("serving")
    clerk.press("F9")
    clerk.press("1")
    clerk.until_counter_is("free")
    assert building.happened() == [
        *("CounterOpened", "CheckOpened", "CheckChanged", "CheckChanged", "CheckChanged", "CheckChanged"),
        *("TicketIssued", "TicketCalled", "ServiceStarted", "TicketFinished"),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "يجيبك مكتب الاستعلامات فورًا."), ("en", "The information desk tells you at once.")],
)
def test_a_quick_service_is_settled_downstairs_without_a_number(building: Building, language: str, words: str) -> None:
    visitor = building.visitor()
    visitor.asks_for("status", language)
    visitor.wait_for("guidance")
    assert visitor.reads("guidance") == words
    (opened,) = building.journal()
    assert (opened.kind, opened.data["service"]) == ("CheckOpened", "status")
    visitor.touch("start-over")
    visitor.wait_for("language")


@in_both_languages
def test_a_paper_that_needs_eyes_is_confirmed_downstairs_and_the_number_given_there(
    building: Building, language: str
) -> None:
    clerk = building.clerk("huda", Role.INFORMATION, language=language)
    visitor = building.visitor()
    visitor.asks_for("renew", language)
    visitor.says("question", "yes")
    visitor.has_passport(VALID)
    visitor.says("paper", "have")
    visitor.says("paper", "have")
    visitor.says("detail", "yes")
    visitor.wait_for("refer")
    visitor.takes_slip()
    assert building.slip() == f"DAWR:R:{visitor.code}"

    clerk.until_sees(say("Sent here by the kiosks: {count}", language, count=1))
    clerk.press("F2")
    clerk.until(lambda: clerk.can_press("seen-medical"), "the papers are shown")
    clerk.press("Alt+3")
    clerk.until(lambda: clerk.can_press("give"), "the papers have earned a number")
    clerk.press("F5")
    clerk.until_sees("C001")
    clerk.until_sees(say("The slip is printed.", language))
    assert "C001" in httpx.get(building.slip()).text
    assert building.happened()[-3:] == ["CheckReferred", "CheckChanged", "TicketIssued"]
    assert building.journal()[-2].data["documents"] == ["medical"]

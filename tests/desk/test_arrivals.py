"""Who waits at the information desk, and with what words: each visitor once."""

from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtWidgets import QListWidget

from desk.viewmodels.arrivals import arrivals
from queue_server import wire
from queue_server.client.errors import Refused
from tests.desk.clerk import Clerk
from tests.desk.office import Office
from tests.desk.papers import START, Record, worded


def until_listed(clerk: Clerk, words: str) -> None:
    """The list of who waits says so."""
    waiting = clerk.find("arrivals", QListWidget)
    clerk.until(
        lambda: any(words in waiting.item(row).text() for row in range(waiting.count())), f"the list says {words}"
    )


def check(name: str, minutes: int) -> wire.Check:
    handed = worded(Record(name, "renew", "employer", "ar", "K7M001"), "en")
    return replace(handed, referred_at=START + timedelta(minutes=minutes))


def asking(name: str, minutes: int, about: str | None = None) -> wire.Referral:
    return wire.Referral(name, 1, "read", "ur", START + timedelta(minutes=minutes), about)


def test_all_are_shown_oldest_first() -> None:
    shown = arrivals([check("a", 5), check("b", 1)], [asking("r", 3)])
    assert [each.key for each in shown] == ["b", "r", "a"]


def test_a_visitor_who_asks_about_a_check_stands_there_once() -> None:
    shown = arrivals([check("a", 5)], [asking("r", 1, "a"), asking("s", 2, "not handed over")])
    assert [(each.key, each.check is not None, each.referral is not None) for each in shown] == [
        ("a", True, True),
        ("s", False, True),
    ]


def test_the_clerk_reads_number_reason_language_and_place(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_asks("read", page="language")
    until_listed(huda, "Visitor \u20661\u2069 · Cannot read")
    until_listed(huda, "اردو · No service yet · At the start")
    small_office.visitor_asks("papers", service_name="Renew a work permit", page="paper", about="Passport")
    until_listed(huda, "Renew a work permit · Passport")
    huda.until_sees("Sent here by the kiosks: 2")


def test_a_visitor_without_a_check_is_taken_helped_and_done(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_asks("moving")
    until_listed(huda, "Needs help moving")
    huda.press("F2")
    huda.until_sees("Help this visitor here, or begin a new check.")
    assert small_office.acts[-1] == "help referral-1"
    huda.until_sees("Sent here by the kiosks: 0")
    huda.press("F9")
    huda.until_sees("Take the next visitor, open a code, or begin a new check.")


def test_what_the_kiosk_knew_need_not_be_chosen_again(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_asks("understand", language="en", service="family")
    until_listed(huda, "Does not understand")
    huda.press("F2")
    huda.until_sees("Help this visitor here, or begin a new check.")
    huda.press("F4")
    huda.click("caller-employer")
    huda.until(lambda: small_office.acts[-1] == "begin family employer en", "the check is begun")


def test_a_check_comes_in_hand_with_its_visitor(small_office: Office, huda: Clerk) -> None:
    handed = small_office.visitor_is_sent()
    small_office.visitor_asks("question", handed)
    until_listed(huda, "Could not answer a question")
    assert huda.sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "the check is in hand")
    assert small_office.acts[-1] == "help referral-1"


def test_who_was_taken_by_another_clerk_is_said_to_be(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_asks("other")
    until_listed(huda, "Another matter")
    problem = wire.Problem("x", "x", 409, "referral_taken", "Another clerk is helping this visitor.")
    small_office.refuses = Refused(problem)
    huda.press("F2")
    huda.until_sees("Another clerk is helping this visitor.")


def test_a_help_number_typed_after_f3_takes_whoever_shows_it(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_asks("read")
    handed = small_office.visitor_is_sent()
    small_office.visitor_asks("question", handed)
    huda.press("F3")
    huda.enter("2")
    huda.press("Return")
    huda.until(lambda: huda.desk.information.check is not None, "the check is in hand")
    assert small_office.acts[-1] == "help referral-2"
    huda.press("F9")
    huda.press("F3")
    huda.enter("77")
    huda.press("Return")
    huda.until(lambda: huda.notice("trouble") != "", "the desk says that there is no such number")

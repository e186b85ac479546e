import pytest
from PySide6.QtWidgets import QAbstractButton

from queue_server.client.errors import Refused
from queue_server.wire import Problem
from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.office import Office


def primary_is(clerk: Clerk, act: str) -> None:
    button = clerk.find(f"act-{act}", QAbstractButton)
    clerk.until(lambda: button.isVisible() and button.property("rank") == "great", f"{act} is the largest act")


def test_a_whole_visit_takes_four_keys(small_office: Office, maryam: Clerk) -> None:
    number = small_office.visitor_waits()
    maryam.press("F2")
    maryam.until_counter_is("called")
    assert maryam.sees(number)
    maryam.press("F4")
    maryam.until_counter_is("serving")
    maryam.press("F9")
    maryam.press("1")
    maryam.until_counter_is("free")
    assert small_office.acts[1:] == ["open 2", "next 2", "start 2", "finish 2 completed"]
    assert not maryam.sees(number)


def test_a_visit_that_goes_on_elsewhere_is_over_here_like_any_other(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits(then="residency")
    for key, phase in (("F2", "called"), ("F4", "serving")):
        maryam.press(key)
        maryam.until_counter_is(phase)
    maryam.press("F9")
    maryam.press("1")
    maryam.until_counter_is("free")


def test_the_largest_act_is_the_one_that_comes_next(small_office: Office, sit: Sit) -> None:
    small_office.visitor_waits()
    clerk = sit("maryam")
    for act, key, phase in (("open", "F10", "free"), ("next", "F2", "called"), ("start", "F4", "serving")):
        primary_is(clerk, act)
        clerk.press(key)
        clerk.until_counter_is(phase)
    primary_is(clerk, "finish")


def test_acts_that_are_not_possible_cannot_be_pressed(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    maryam.press("F3")
    maryam.press("F8")
    maryam.press("F2")
    maryam.until_counter_is("called")
    maryam.press("Shift+F12")
    maryam.press("F12")
    maryam.press("F4")
    maryam.until_counter_is("serving")
    maryam.press("F8")
    maryam.press("F2")
    assert small_office.acts[1:] == ["open 2", "next 2", "start 2"]


@pytest.mark.parametrize("key", ["F3", "F8"])
def test_a_key_pressed_twice_acts_once(small_office: Office, maryam: Clerk, key: str) -> None:
    small_office.visitor_waits()
    small_office.visitor_waits()
    maryam.press("F2", times=2)
    maryam.until_counter_is("called")
    maryam.press(key, times=2)
    maryam.until(lambda: len(small_office.acts) == 4, "the key acted")
    maryam.press(key)
    maryam.rest()
    assert small_office.acts[2:] == ["next 2", {"F3": "recall 2", "F8": "no-show 2"}[key]]


def test_a_wish_repeated_later_acts_again(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    maryam.press("F2")
    maryam.until_counter_is("called")
    maryam.press("F3")
    maryam.until(lambda: small_office.acts[-1] == "recall 2", "the visitor was called again")
    maryam.rest(0.6)
    maryam.press("F3")
    maryam.until(lambda: small_office.acts[-2:] == ["recall 2", "recall 2"], "the visitor was called once more")


def test_papers_found_wrong_name_the_requirement(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits("renew")
    maryam.press("F2")
    maryam.until_sees("Work contract")
    maryam.press("F4")
    maryam.until_counter_is("serving")
    maryam.press("F9")
    maryam.press("3")
    maryam.until_sees("Which paper was wrong?")
    maryam.press("2")
    maryam.until_counter_is("free")
    assert small_office.acts[-1] == "finish 2 papers_wrong contract"


def test_escape_goes_back_from_the_outcome(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    maryam.press("F2")
    maryam.until_counter_is("called")
    maryam.press("F4")
    maryam.until_counter_is("serving")
    maryam.press("F9")
    maryam.until_sees("How did the visit end?")
    maryam.press("Esc")
    maryam.press("1")
    assert not maryam.sees("How did the visit end?")
    assert small_office.acts[-1] == "start 2"


def test_the_figures_of_a_number_pad_answer_what_is_asked(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    for key, phase in (("F2", "called"), ("F4", "serving")):
        maryam.press(key)
        maryam.until_counter_is(phase)
    maryam.press("F9")
    maryam.press("Num+2")
    maryam.until_counter_is("free")
    assert small_office.acts[-1] == "finish 2 not_completed"


def test_calling_when_nobody_waits_says_so(maryam: Clerk) -> None:
    maryam.press("F2")
    maryam.until(lambda: maryam.notice("trouble") == "Nobody is waiting.", "it is said that nobody waits")


def test_a_waived_paper_is_shown_with_the_name_and_the_reason(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits("renew")
    next(iter(small_office.records.values())).waived["medical"] = ("Huda Ali", "The hospital will send it")
    maryam.press("F2")
    maryam.until_sees("Waived by Huda Ali: The hospital will send it")
    assert maryam.sees("A paper was waived")


def test_a_refusal_is_shown_in_the_servers_words_until_it_is_put_away(small_office: Office, maryam: Clerk) -> None:
    small_office.refuses = Refused(Problem("about:blank", "", 409, "counter_closed", "This counter is not open."))
    maryam.press("F2")
    maryam.until(lambda: maryam.notice("trouble") == "This counter is not open.", "the refusal is shown")
    maryam.click("trouble-seen")
    assert maryam.notice("trouble") == ""
    assert maryam.desk.counter.phase == "free"


@pytest.mark.parametrize(("minutes", "word"), [(14, "On time"), (16, "Close to the target"), (21, "Over the target")])
def test_a_line_shows_how_its_longest_wait_stands(small_office: Office, sit: Sit, minutes: int, word: str) -> None:
    small_office.visitor_waits("renew", minutes=minutes)
    small_office.visitor_waits("renew", minutes=1)
    clerk = sit("maryam", counter=1)
    clerk.until_sees(word)
    assert clerk.sees(f"longest {minutes} of 20 min")
    assert clerk.sees("2 waiting")


def test_the_next_of_each_line_is_shown_before_the_call(small_office: Office, sit: Sit) -> None:
    number = small_office.visitor_waits("new", minutes=7, priority="elderly")
    clerk = sit("maryam")
    clerk.until_sees(f"Next {number}")
    assert clerk.sees("New work permit · 7 min · العربية · Elderly")


def test_what_others_do_shows_without_a_key(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    small_office.tells("TicketIssued", ticket="t")
    maryam.until_sees("1 waiting")


def test_a_break_stops_calling_until_the_clerk_comes_back(small_office: Office, maryam: Clerk) -> None:
    small_office.visitor_waits()
    maryam.press("F12")
    maryam.press("2")
    maryam.until_counter_is("break")
    maryam.press("F2")
    maryam.press("F10")
    maryam.until_counter_is("free")
    assert small_office.acts[1:] == ["open 2", "break 2 meal", "open 2"]


def test_a_desk_without_a_counter_asks_which(small_office: Office, sit: Sit) -> None:
    small_office.open_elsewhere(1, "Yusuf")
    clerk = sit("maryam", counter=None)
    clerk.until_sees("Counter 1 — Yusuf is there")
    assert not clerk.find("counter-1", QAbstractButton).isEnabled()
    clerk.click("counter-3")
    clerk.until_sees("The counter is closed")
    clerk.press("F10")
    clerk.until_counter_is("free")
    assert small_office.acts[-1] == "open 3"


def test_a_desk_started_again_finds_its_visitor_still_there(small_office: Office, maryam: Clerk, sit: Sit) -> None:
    number = small_office.visitor_waits()
    maryam.press("F2")
    maryam.until_counter_is("called")
    maryam.desk.close()
    again = sit("maryam")
    again.until_counter_is("called")
    assert again.sees(number)

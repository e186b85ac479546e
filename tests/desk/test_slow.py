"""Acts that take long: said, cancelled, and what came of them told as it is."""

import threading
from collections.abc import Callable

import httpx
import pytest
from PySide6.QtWidgets import QLineEdit

from desk.patience import Patience
from queue_server.client.api import Api
from queue_server.client.errors import GivenUp, Unreachable
from tests.desk.clerk import Clerk
from tests.desk.office import Office


def test_an_act_the_server_never_heard_of_is_cancelled_and_how_things_stand_is_asked_anew(
    small_office: Office, maryam: Clerk
) -> None:
    small_office.visitor_waits()
    maryam.press("Shift+F2")
    maryam.enter("C041")
    small_office.goes_away()
    maryam.press("Return")
    maryam.until_sees("Cancel (Esc)")
    maryam.press("Esc")
    maryam.until(lambda: "It may have been done all the same" in maryam.notice("trouble"), "it is said")
    assert maryam.find("ask-field", QLineEdit).text() == "C041"
    small_office.visitor_waits()
    small_office.comes_back()
    maryam.until_sees("2 waiting")
    assert small_office.acts[1:] == ["open 2"]
    maryam.press("Esc")
    maryam.until_sees("Call next")


def test_what_was_done_before_it_could_be_cancelled_is_shown_as_done(small_office: Office, maryam: Clerk) -> None:
    number = small_office.visitor_waits()
    small_office.answers_late()
    maryam.press("F2")
    maryam.until(lambda: "longer than usual" in maryam.notice("slow"), "it is said")
    maryam.press("Esc")
    maryam.until(lambda: "may still be answered" in maryam.notice("slow"), "it is said")
    small_office.answers_promptly()
    maryam.until_counter_is("called")
    maryam.until(lambda: "before it could be cancelled" in maryam.notice("trouble"), "it is said")
    assert (maryam.sees(number), maryam.notice("slow")) == (True, "")


def test_a_number_whose_answer_never_came_is_asked_for_again_as_the_same_number(
    small_office: Office, huda: Clerk
) -> None:
    small_office.visitor_is_sent()
    huda.until_sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "a check is in hand")
    huda.press("Alt+3")
    huda.until(lambda: huda.desk.information.may_give_number, "the papers are complete")
    small_office.refuses = Unreachable("no answer")
    huda.press("F5")
    huda.until(lambda: "did not answer" in huda.notice("trouble"), "it is said")
    huda.press("F5")
    huda.until(lambda: huda.desk.information.issued is not None, "the number is given")
    first, second = small_office.keys
    assert first == second is not None


def test_an_act_that_is_answered_soon_cannot_be_cancelled(maryam: Clerk) -> None:
    maryam.desk.acts.cancel()
    assert not maryam.desk.acts.cancelled


def test_only_the_act_is_given_up_and_what_is_read_goes_on(both: Callable[..., list[str]]) -> None:
    assert both(lambda patience: patience.give_up()) == ["act"]


def test_a_desk_that_closes_gives_everything_up(both: Callable[..., list[str]]) -> None:
    assert sorted(both(lambda patience: patience.close())) == ["act", "read"]


@pytest.fixture
def both() -> Callable[..., list[str]]:
    """An act and a read that the server never answers; which of them end by what is done to their patience."""

    def ended_by(what: Callable[[Patience], None]) -> list[str]:
        patience, ended, tried = Patience(), list[str](), threading.Barrier(3, timeout=10)
        first = threading.local()

        def nobody(_request: httpx.Request) -> httpx.Response:
            if not hasattr(first, "tried"):
                first.tried = True
                tried.wait()
            raise httpx.ConnectError("nobody there")

        api = Api("http://x", "t", patience=60, transport=httpx.MockTransport(nobody), sleep=patience.pause)

        def run(name: str, work: Callable[[], object]) -> None:
            with pytest.raises(GivenUp):
                work()
            ended.append(name)

        act = threading.Thread(target=run, args=("act", patience.acting(lambda: api.call_next(1))))
        read = threading.Thread(target=run, args=("read", api.hall))
        for thread in (act, read):
            thread.start()
        tried.wait()
        what(patience)
        act.join(10)
        read.join(0.3)
        told = list(ended)
        patience.close()
        read.join(10)
        api.close()
        return told

    return ended_by

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from queue_server.display.pages import SHOWN_SECONDS, SILENCE_SECONDS
from tests.display.conftest import OpenHall
from tests.display.office import Office


@pytest.fixture
def cut_off(noise: list[str]) -> Iterator[None]:
    """Lets the browser complain of a lost connection, and of nothing else."""
    yield
    assert [complaint for complaint in noise if "net::ERR_" not in complaint] == []
    noise.clear()


@pytest.mark.usefixtures("cut_off")
def test_when_the_server_goes_away_the_screen_says_so_and_takes_away_what_cannot_be_trusted(
    office: Office, open_hall: OpenHall
) -> None:
    office.call("C041", 3)
    hall = open_hall(silence_seconds=1)
    office.go_away()
    hall.until_not_current()
    since = re.compile(r"^Not current since [0-2][0-9]:[0-5][0-9]$")
    expect(hall.page.get_by_text(since)).to_be_visible()
    for part in ("#call", "#past", "#lines"):
        expect(hall.page.locator(part)).to_be_hidden()
    expect(hall.page.locator("#clock")).to_be_visible()


@pytest.mark.usefixtures("cut_off")
def test_when_the_server_comes_back_the_screen_is_current_by_itself(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    hall = open_hall(silence_seconds=1)
    office.go_away()
    hall.until_not_current()
    office.call("C042", 5, ago=60)
    office.open()
    hall.until_current()
    assert (hall.number, hall.counter, hall.past) == ("C042", "5", [("C041", "3")])
    office.call("C043", 1)
    hall.until_number("C043")


@pytest.mark.usefixtures("cut_off")
def test_a_call_just_missed_is_announced_on_return_and_an_old_one_is_not_played_back(
    office: Office, open_hall: OpenHall
) -> None:
    hall = open_hall()
    office.go_away()
    office.call("C001", 1, ago=120)
    office.call("C002", 2)
    office.call("C003", 3)
    office.open()
    hall.until_announced(2)
    assert hall.announced == ["C002", "C003"]
    assert hall.past == [("C002", "2"), ("C001", "1")]


@pytest.mark.usefixtures("cut_off")
def test_calls_still_waiting_to_be_announced_survive_a_short_cut(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall(shown_seconds=0.6)
    numbers = [f"C{n:03}" for n in range(8)]
    for number in numbers:
        office.call(number, 1)
    hall.until_announced(1)
    office.go_away()
    with hall.page.expect_response("**/state"):
        office.open()
    assert hall.number in numbers, "what was announced stays, whatever waits behind it"
    hall.until_announced(8)
    office.wait(1, 1, 1, 1)
    hall.page.locator("#lines", has_text="1").first.wait_for()
    assert hall.announced == numbers


def test_a_dead_line_that_nobody_closed_is_noticed_and_replaced(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall(silence_seconds=1)
    office.fall_silent()
    hall.until_not_current()
    office.speak_again()
    hall.until_current()
    office.call("C001", 1)
    hall.until_number("C001")


def test_beats_alone_do_not_make_a_screen_current_that_could_not_catch_up(
    office: Office, open_hall: OpenHall, noise: list[str]
) -> None:
    hall = open_hall(silence_seconds=1)
    office.snapshot_fails = True
    office.fall_silent()
    hall.until_not_current()
    office.speak_again()
    with hall.page.expect_response(lambda answer: answer.status == 500):
        pass
    assert not hall.is_current
    office.snapshot_fails = False
    hall.until_current()
    assert {"500" in complaint for complaint in noise} == {True}
    noise.clear()


@pytest.mark.usefixtures("cut_off")
def test_an_office_restored_from_a_backup_is_followed_from_where_it_went_back_to(
    office: Office, open_hall: OpenHall
) -> None:
    hall = open_hall(silence_seconds=1)
    for n in range(5):
        office.call(f"C00{n}", 1)
    hall.until_number("C004")
    office.go_away()
    office.restore(2)
    hall.until_not_current()
    office.open()
    hall.until_current()
    assert hall.number == "C001"
    office.call("C102", 1)
    hall.until_number("C102")


def test_silence_is_told_within_ten_seconds_as_shipped(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall(silence_seconds=SILENCE_SECONDS)
    began = time.monotonic()
    office.fall_silent()
    hall.until_not_current(12)
    assert time.monotonic() - began <= 10


def test_a_call_as_shipped_is_seen_for_at_least_thirty_seconds_however_many_follow() -> None:
    assert SHOWN_SECONDS * 6 >= 30
    assert SHOWN_SECONDS >= 4  # the flash is over before the next

import re
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from playwright.sync_api import Browser, expect

from queue_server import wire
from queue_server.domain.catalogue import Screen
from tests.display.browser import launch
from tests.display.conftest import OpenHall
from tests.display.hall import Hall
from tests.display.office import HALL, NAME, Office

_FLASHES = """() => new Promise((done) => {
    const began = performance.now();
    const risen = [];
    let wasYellow = false;
    const look = () => {
        const yellow = getComputedStyle(document.getElementById("call")).backgroundColor === "rgb(255, 210, 63)";
        if (yellow && !wasYellow) risen.push(performance.now() - began);
        wasYellow = yellow;
        if (performance.now() - began < 5500) requestAnimationFrame(look); else done([risen, yellow]);
    };
    look();
})"""


def test_a_new_call_stands_alone_and_the_one_before_joins_the_last_five(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    hall = open_hall()
    assert (hall.number, hall.counter, hall.past) == ("C041", "3", [])
    office.call("R007", 12)
    hall.until_number("R007")
    assert (hall.counter, hall.past) == ("12", [("C041", "3")])


def test_a_call_taken_back_is_shown_no_more(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    hall = open_hall()
    office.call("R007", 12)
    hall.until_number("R007")
    office.take_back("R007")
    hall.until_number("C041")
    assert hall.past == []


def test_a_call_taken_back_before_it_was_announced_is_never_announced(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    for number in ("C041", "C042", "C043"):
        office.call(number, 1)
    office.take_back("C042")
    hall.until_announced(2)
    assert hall.announced == ["C041", "C043"]


def test_only_the_last_five_are_kept_newest_on_top(office: Office, open_hall: OpenHall) -> None:
    for n in range(1, 9):
        office.call(f"C00{n}", n)
    hall = open_hall()
    office.call("G009", 9)
    hall.until_number("G009")
    assert [number for number, _ in hall.past] == ["C008", "C007", "C006", "C005", "C004"]


def test_before_the_first_call_the_screen_asks_for_patience(open_hall: OpenHall) -> None:
    hall = open_hall()
    expect(hall.page.get_by_text("Please wait for your number")).to_be_visible()
    expect(hall.page.get_by_text("يُرجى انتظار رقمك")).to_be_visible()
    assert hall.is_current


def test_calls_that_come_at_once_are_announced_one_after_another_and_none_is_dropped(
    office: Office, open_hall: OpenHall
) -> None:
    hall = open_hall()
    numbers = [f"C{n:03}" for n in range(12)]
    for number in numbers:
        office.call(number, 1)
    hall.until_announced(12)
    assert hall.announced == numbers
    assert hall.number == "C011"


def test_a_call_stands_for_its_time_before_the_next(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall(shown_seconds=0.8)
    hall.page.evaluate(
        """() => {
            window.times = [];
            new MutationObserver(() => window.times.push(performance.now()))
                .observe(document.getElementById("number"), { childList: true });
        }"""
    )
    for number in ("C001", "C002", "C003"):
        office.call(number, 1)
    hall.until_announced(3)
    times = hall.page.evaluate("window.times")
    assert len(times) == 3
    assert all(later - earlier >= 795 for earlier, later in pairwise(times))


def test_a_recall_is_announced_again_and_listed_once(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    office.call("C042", 4)
    hall = open_hall()
    office.call("C041", 3, recall=True)
    hall.until_announced(1)
    assert hall.announced == ["C041"]
    assert (hall.number, hall.past) == ("C041", [("C042", "4")])
    expect(hall.page.locator("#call")).to_have_class(re.compile("now"))


def test_a_screen_switched_on_shows_what_is_current_without_announcing_it(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    hall = open_hall()
    office.wait(1, 0, 0, 0)
    hall.page.locator("#lines", has_text="1").wait_for()
    assert (hall.number, hall.announced) == ("C041", [])


def test_the_waiting_are_counted_by_the_letters_of_their_numbers(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    assert hall.waiting == ["C 0", "G 0", "R 0", "P 0"]
    office.wait(12, 3, 0, 112)
    hall.page.locator("#lines", has_text="112").wait_for()
    assert hall.waiting == ["C 12", "G 3", "R 0", "P 112"]


def test_a_call_flashes_for_four_seconds_at_most_three_times_in_any_second(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    office.call("C001", 1)
    hall.until_number("C001")
    risen, yellow_at_the_end = hall.page.evaluate(_FLASHES)
    assert 3 <= len(risen) <= 4
    assert all(later - earlier > 1000 / 3 for earlier, later in pairwise(risen))
    assert not yellow_at_the_end


def test_whoever_wants_no_motion_gets_a_still_panel(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    hall.page.emulate_media(reduced_motion="reduce")
    office.call("C001", 1)
    hall.until_number("C001")
    risen, yellow_at_the_end = hall.page.evaluate(_FLASHES)
    assert len(risen) == 1
    assert not yellow_at_the_end


def test_the_clock_is_the_offices_whatever_the_screens_own_zone(
    browser: Browser, office: Office, open_hall: OpenHall
) -> None:
    here = open_hall().page.locator("#clock").inner_text()
    context = browser.new_context(timezone_id="America/New_York", locale="ar-EG")
    elsewhere = Hall(context.new_page(), office.url + HALL).page.locator("#clock").inner_text()
    context.close()
    assert re.fullmatch(r"[0-2][0-9]:[0-5][0-9]", elsewhere)
    minutes = [int(face[:2]) * 60 + int(face[3:]) for face in (here, elsewhere)]
    assert (minutes[1] - minutes[0]) % 1440 <= 1


def test_where_the_browser_holds_the_chime_back_the_screen_says_so(browser: Browser, office: Office) -> None:
    strict = launch(browser.browser_type, "--autoplay-policy=document-user-activation-required")
    page = strict.new_page()
    with page.expect_response("**/events"):  # A call from before the page listened is shown without a sound.
        page.goto(office.url + HALL)
    office.call("C001", 1)
    time.sleep(2)  # Looking at the page through the driver counts as touching it.
    notice = page.get_by_text("المس الشاشة لتشغيل الصوت")
    expect(notice).to_be_visible()
    page.mouse.click(300, 300)
    expect(notice).to_be_hidden()
    strict.close()


def test_a_message_runs_through_the_strip_in_both_languages_and_never_over_a_call(
    office: Office, open_hall: OpenHall
) -> None:
    office.call("C041", 3)
    hall = open_hall()
    text = {"ar": "مغلق", "en": "Closed"}
    office.say(wire.ScreenMessage(text, datetime.now(UTC) + timedelta(minutes=5)))
    says = hall.page.locator("#says")
    expect(says).to_have_text("مغلق", timeout=12_000)
    assert hall.page.locator("#says span").evaluate("words => getComputedStyle(words).direction") == "rtl"
    assert says.bounding_box()["y"] > hall.page.locator("#place").bounding_box()["y"]  # type: ignore[index]
    assert hall.number == "C041"
    expect(says).to_have_text("Closed", timeout=12_000)
    office.say(None)
    says.wait_for(state="hidden")
    assert hall.page.locator("#lines").is_visible()


def test_the_sign_above_a_counter_says_how_it_stands_and_whose_turn_it_is_there(
    office: Office, open_hall: OpenHall
) -> None:
    office.shown = Screen("hall", NAME, (), "counter", counter=3)
    office.stand("closed")
    hall = open_hall()
    sign = hall.page.locator(".sign .number")
    assert sign.inner_text() == "3"
    expect(hall.page.get_by_text("مغلق")).to_be_visible()
    office.stand("open")
    expect(hall.page.get_by_text("Open now")).to_be_visible()
    office.stand("open", "C041")
    office.call("C041", 3)
    hall.until_announced(1)
    assert (hall.number, hall.announced) == ("C041", ["C041"])
    expect(hall.page.get_by_text("Open now")).to_be_hidden()
    office.stand("open")
    expect(hall.page.get_by_text("Open now")).to_be_visible()
    expect(hall.page.locator("#number")).to_be_hidden()
    office.stand("break")
    expect(hall.page.get_by_text("نعود بعد قليل")).to_be_visible()


def test_a_board_keeps_the_ten_calls_before(office: Office, open_hall: OpenHall) -> None:
    office.shown = Screen("hall", NAME, (), "board")
    for n in range(1, 14):
        office.call(f"C{n:03}", n, ago=60)
    hall = open_hall(seat_metres=6.0)
    assert (hall.number, [number for number, _ in hall.past]) == ("C013", [f"C{n:03}" for n in range(12, 2, -1)])


def test_whoever_wants_no_motion_reads_a_message_piece_by_piece(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    hall.page.emulate_media(reduced_motion="reduce")
    words = " ".join(f"word{n}" for n in range(20))
    office.say(wire.ScreenMessage({"en": words}, datetime.now(UTC) + timedelta(minutes=5)))
    says = hall.page.locator("#says")
    says.wait_for(timeout=12_000)
    pieces = []
    while says.is_visible():
        pieces.append(says.inner_text())
        assert says.evaluate("strip => strip.scrollWidth <= strip.clientWidth")
        says.evaluate("strip => strip.dispatchEvent(new Event('animationend'))")
    assert len(pieces) > 1
    assert " ".join(pieces) == words


def test_a_television_that_slept_asks_anew_when_it_wakes(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall()
    with hall.page.expect_request("**/events"):
        hall.page.evaluate("{ const now = Date.now; Date.now = () => now() + 60000; }")
    with hall.page.expect_request("**/events"):
        hall.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

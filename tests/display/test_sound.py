import time

from playwright.sync_api import Page, Route, expect

from queue_server import wire
from tests.display.clips import silence
from tests.display.conftest import OpenHall
from tests.display.office import Office

SPEAKS = wire.ScreenSound(80, ["ar", "en"], visitors_own=True)


def short_chime(page: Page) -> None:
    page.route("**/chime.wav", lambda route: route.fulfill(body=silence(0.05), content_type="audio/wav"))


def test_a_call_is_said_after_the_chime_in_each_language_and_in_the_visitors(
    office: Office, open_hall: OpenHall, page: Page
) -> None:
    office.sound, office.clip = SPEAKS, silence(0.05)
    short_chime(page)
    hall = open_hall()
    office.call("C041", 3, language="ml")
    hall.until_said(3)
    assert hall.announced == ["C041"]
    assert hall.said == ["C041 3 ar", "C041 3 en", "C041 3 ml"]
    office.call("C042", 4, language="ar")
    hall.until_said(5)
    assert hall.said[3:] == ["C042 4 ar", "C042 4 en"]
    assert hall.page.locator("#voice").evaluate("voice => voice.volume") == 0.8


def test_where_no_voice_is_or_none_comes_the_chime_sounds_and_the_next_call_follows(
    office: Office, open_hall: OpenHall, page: Page
) -> None:
    office.sound, office.clip = SPEAKS, None
    short_chime(page)
    hall = open_hall()
    for number in ("C041", "C042"):
        office.call(number, 3)
    hall.until_announced(2)
    waiting: list[Route] = []

    def keep_waiting(route: Route) -> None:
        waiting.append(route)

    page.route("**/call.wav*", keep_waiting)
    began = time.monotonic()
    for number in ("C043", "C044"):
        office.call(number, 3)
    hall.until_announced(4)
    assert time.monotonic() - began < 6
    assert hall.announced == ["C041", "C042", "C043", "C044"]
    assert hall.said == []
    for route in waiting:
        route.abort()


def test_a_call_taken_back_is_said_no_further(office: Office, open_hall: OpenHall, page: Page) -> None:
    office.sound, office.clip = SPEAKS, silence(2)
    short_chime(page)
    hall = open_hall()
    office.call("C041", 3)
    hall.until_said(1)
    office.take_back("C041")
    hall.page.locator("#idle").wait_for()
    assert hall.page.locator("#voice").evaluate("voice => voice.paused")
    office.call("C042", 3)
    hall.until_said(2)
    assert hall.said == ["C041 3 ar", "C042 3 ar"]


def test_whoever_mounts_a_screen_can_hear_it_by_a_button_and_a_supervisor_from_the_desk(
    office: Office, open_hall: OpenHall, page: Page
) -> None:
    office.sound, office.clip = SPEAKS, silence(0.05)
    short_chime(page)
    hall = open_hall()
    hall.page.get_by_role("button", name="Test the sound").click()
    hall.until_said(2)
    assert hall.announced == [""]
    assert [said.split()[-1] for said in hall.said] == ["ar", "en"]
    hall.until_quiet()
    office.try_sound()
    hall.until_said(4)
    office.call("C041", 3)
    hall.until_number("C041")
    expect(hall.page.get_by_role("button", name="Test the sound")).to_be_hidden()

import io
import re
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page

from queue_server.display.legibility import CAPITAL, NUMBER_PER_METRE, TEXT_PER_METRE, ScreenTooSmall, sizes
from queue_server.display.pages import screen_page
from tests.display.conftest import OpenHall
from tests.display.hall import Hall
from tests.display.office import HALL, NAME, Office

ROOMS = [(55.0, 10.0), (43.0, 5.0), (98.0, 17.0)]
"""Screen inches and metres to the farthest seat: as shipped, a small room, a large one."""

each_room = pytest.mark.parametrize(("screen_inches", "seat_metres"), ROOMS)


def height_of(inches: float) -> float:
    """Millimetres, of a 16:9 screen."""
    return inches * 25.4 * 9 / hypot(16, 9)


def drawn_height(text: Locator) -> int:
    """Pixels from the first row of the text to the last, of its two half-lit edges only one."""
    picture = Image.open(io.BytesIO(text.screenshot(animations="disabled"))).convert("L")
    background = picture.getpixel((0, 0))
    box = picture.point(lambda light: 255 * (light != background)).getbbox()
    assert box is not None
    return box[3] - box[1] - 1


@each_room
def test_letters_drawn_are_large_enough_for_the_farthest_seat(
    office: Office, open_hall: OpenHall, screen_inches: float, seat_metres: float
) -> None:
    office.call("H777", 7, ago=60)
    office.call("H111", 1, ago=60)
    hall = open_hall(screen_inches=screen_inches, seat_metres=seat_metres)
    millimetres = height_of(screen_inches) / 1080
    needed = dict.fromkeys(["#number", "#place .counter"], NUMBER_PER_METRE)
    needed |= dict.fromkeys(["#past .number", "#past .counter", "#lines .series", "#lines .count"], TEXT_PER_METRE)
    for selector, per_metre in needed.items():
        drawn = drawn_height(hall.page.locator(selector).first)
        assert drawn * millimetres >= per_metre * seat_metres, selector


@each_room
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)], ids=str)
def test_everything_keeps_to_its_place(
    browser: Browser, office: Office, size: tuple[int, int], screen_inches: float, seat_metres: float
) -> None:
    office.settings |= {"screen_inches": screen_inches, "seat_metres": seat_metres}
    for n in range(6):
        office.call(f"GC48{n}", 20 + n, ago=60)
    office.wait(112, 113, 114, 115)
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    Hall(page, office.url + HALL)
    assert misplaced(page, "#call", "#number, #words, #place") == []
    assert misplaced(page, "#past", "#past .number, #past .arrow, #past .counter") == []
    assert misplaced(page, ".strip", "#waiting, #lines li, #clock") == []
    page.close()


def test_what_is_said_before_the_first_call_fits_as_well(open_hall: OpenHall) -> None:
    assert misplaced(open_hall().page, "#call", "#idle p") == []


def test_what_is_said_when_the_screen_is_not_current_fits_as_well(office: Office, open_hall: OpenHall) -> None:
    hall = open_hall(silence_seconds=0.5)
    office.fall_silent()
    hall.until_not_current()
    assert misplaced(hall.page, "#stale", "#stale p") == []


def misplaced(page: Page, frame: str, parts: str) -> list[str]:
    """Texts of the parts that reach over their frame's edge or into the part before."""
    outer = box_of(page.locator(frame))
    boxes = [(part.inner_text(), box_of(part)) for part in page.locator(parts).all()]
    assert boxes
    over = [text for text, box in boxes if not contains(outer, box)]
    return over + [text for n, (text, box) in enumerate(boxes) for _, before in boxes[:n] if overlap(before, box)]


def box_of(part: Locator) -> FloatRect:
    box = part.bounding_box()
    assert box is not None
    return box


def contains(outer: FloatRect, inner: FloatRect) -> bool:
    return (
        inner["x"] >= outer["x"] - 1
        and inner["y"] >= outer["y"] - 1
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    )


def overlap(one: FloatRect, other: FloatRect) -> bool:
    return (
        one["x"] + one["width"] > other["x"] + 1
        and other["x"] + other["width"] > one["x"] + 1
        and one["y"] + one["height"] > other["y"] + 1
        and other["y"] + other["height"] > one["y"] + 1
    )


@given(st.floats(20, 120), st.floats(1, 40))
def test_a_layout_is_large_enough_or_refused(screen_inches: float, seat_metres: float) -> None:
    millimetres = height_of(screen_inches) / 100 * CAPITAL
    try:
        found = sizes(screen_inches, seat_metres)
    except ScreenTooSmall:
        return
    assert found.number * millimetres >= NUMBER_PER_METRE * seat_metres - 1e-6
    assert found.text * millimetres >= TEXT_PER_METRE * seat_metres - 1e-6


def test_a_screen_too_small_for_its_room_is_refused_with_the_size_that_would_do() -> None:
    with pytest.raises(
        ScreenTooSmall, match=r"43 inches can be read from 7\.\d m.*10 m away: use at least \d+ inches"
    ) as refused:
        screen_page("hall", NAME, 10.0, 43.0)
    advised = re.search(r"at least (\d+)", str(refused.value))
    assert advised is not None
    inches = int(advised[1])
    sizes(inches, 10.0)
    with pytest.raises(ScreenTooSmall):
        sizes(inches - 1, 10.0)


@pytest.mark.parametrize(("screen_inches", "seat_metres"), [(0, 10), (55, 0), (-55, 10)])
def test_a_room_or_screen_of_no_size_is_refused(screen_inches: float, seat_metres: float) -> None:
    with pytest.raises(ScreenTooSmall):
        sizes(screen_inches, seat_metres)

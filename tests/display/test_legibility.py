"""What `domain/legibility.py` reckons, measured in the browser: every layout at the farthest seat it allows."""

import io
from math import hypot
from typing import get_args

from PIL import Image
from playwright.sync_api import Browser, Locator

from queue_server.domain.catalogue import Screen
from queue_server.domain.legibility import (
    CAPITAL,
    NUMBER_PER_METRE,
    TEXT_PER_METRE,
    Layout,
    Orientation,
    ScreenTooSmall,
    sizes,
)
from tests.display.axe import complaints
from tests.display.browser import noise_of
from tests.display.conftest import OpenHall
from tests.display.hall import Hall
from tests.display.office import HALL, LINES, NAME, Office

INCHES = 55.0
SCREENS: dict[Orientation, tuple[int, int]] = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
LAYOUTS = [
    Screen(
        "hall",
        NAME,
        (),
        layout,
        heading=LINES["commercial"][1] if layout == "line" else None,
        counter=28 if layout == "counter" else None,
        orientation=orientation,
        theme="light" if orientation == "portrait" else "dark",
        media=layout in {"hall", "line"} and orientation == "portrait",
        languages=("ar", "en") if orientation == "portrait" else ("en", "ar"),
    )
    for layout in get_args(Layout)
    for orientation in get_args(Orientation)
]
FRAMES = {
    ".heading": ".heading span",
    ".sign": ".sign .words, .sign .number",
    ".heads": ".heads > span",
    "#call": "#number, #words, #place, #idle",
    "#past": "#past .number, #past .arrow, #past .counter",
    ".strip": "#waiting, #lines li, #clock",
    ".board": ".heading, .sign, .heads, #call, #past, #media, .strip",
    "html": ".board",
}

# Every text that is shown, with its size in pixels and whether it is a number that is called.
_TEXTS = """() => {
    const walker = document.createTreeWalker(document.querySelector(".board"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const { parentElement: on, textContent } = walker.currentNode;
        if (!textContent.trim() || !on.getClientRects().length || on.closest("#old, #try-sound, .unseen")) continue;
        const called = Boolean(on.closest(".call .number, .call .place, .sign .number"));
        texts.push([textContent, parseFloat(getComputedStyle(on).fontSize), called]);
    }
    return texts;
}"""
# Of each frame that is shown, what reaches over its edge or into the part before.
_MISPLACED = """(frames) => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length);
    const wrong = [];
    for (const [frame, parts] of Object.entries(frames)) {
        const outer = shown(frame)[0]?.getBoundingClientRect();
        const inner = outer ? shown(parts).map((one) => [one, one.getBoundingClientRect()]) : [];
        if (outer && !inner.length) wrong.push(`${frame} is empty`);
        inner.forEach(([one, box], n) => {
            const out = box.left < outer.left - 1 || box.top < outer.top - 1
                || box.right > outer.right + 1 || box.bottom > outer.bottom + 1;
            const into = inner.slice(0, n).some(([, before]) => before.left + 1 < box.right
                && box.left + 1 < before.right && before.top + 1 < box.bottom && box.top + 1 < before.bottom);
            if (out || into) wrong.push(`${frame}: ${one.id || one.className} ${one.textContent.trim().slice(0, 40)}`);
        });
    }
    return wrong;
}"""


def farthest(shown: Screen) -> float:
    """The metres from which all on the screen can just be read."""
    try:
        sizes(shown.hung(INCHES, 100))
    except ScreenTooSmall as refused:
        return refused.reach - 0.001
    raise AssertionError("a screen is not read from a hundred metres")


def millimetres_a_pixel(inches: float) -> float:
    return inches * 25.4 * 9 / hypot(16, 9) / 1080


def a_full_day(office: Office) -> None:
    for n in range(11):
        office.call(f"GC4{18 + n}", 18 + n, ago=60)
    office.wait(112, 113, 114, 115)
    office.stand("open", "GC428")


def test_everything_is_in_its_place_and_read_from_the_farthest_seat_in_every_layout(
    browser: Browser, office: Office
) -> None:
    a_full_day(office)
    page = browser.new_page()
    noise = noise_of(page)
    for shown in LAYOUTS:
        metres = farthest(shown)
        office.shown, office.settings = shown, {"seat_metres": metres, "screen_inches": INCHES}
        width, height = SCREENS[shown.orientation]
        page.set_viewport_size({"width": width, "height": height})
        Hall(page, office.url + HALL)
        needed = {True: NUMBER_PER_METRE, False: TEXT_PER_METRE}
        for text, pixels, called in page.evaluate(_TEXTS):
            drawn = pixels * CAPITAL * millimetres_a_pixel(INCHES)
            assert drawn >= needed[called] * metres, (shown.layout, shown.orientation, text)
        assert (shown.layout, shown.orientation, page.evaluate(_MISPLACED, FRAMES)) == (
            shown.layout,
            shown.orientation,
            [],
        )
    page.set_viewport_size({"width": 2160, "height": 3840})
    assert page.evaluate(_MISPLACED, FRAMES) == []
    assert complaints(page) == []
    assert noise == []
    page.close()


def drawn_height(text: Locator) -> int:
    """Pixels from the first row of the text to the last, of its two half-lit edges only one."""
    picture = Image.open(io.BytesIO(text.screenshot(animations="disabled"))).convert("L")
    background = picture.getpixel((0, 0))
    box = picture.point(lambda light: 255 * (light != background)).getbbox()
    assert box is not None
    return box[3] - box[1] - 1


def test_letters_drawn_are_as_large_as_their_size_says(office: Office, open_hall: OpenHall) -> None:
    office.call("H777", 7, ago=60)
    office.call("H111", 1, ago=60)
    hall = open_hall(screen_inches=55.0, seat_metres=10.0)
    needed = dict.fromkeys(["#number", "#place .counter"], NUMBER_PER_METRE)
    needed |= dict.fromkeys(["#past .number", "#past .counter", "#lines .series", "#lines .count"], TEXT_PER_METRE)
    for selector, per_metre in needed.items():
        drawn = drawn_height(hall.page.locator(selector).first)
        assert drawn * millimetres_a_pixel(55.0) >= per_metre * 10.0, selector


def test_what_is_said_before_the_first_call_and_when_the_screen_is_not_current_fits_as_well(
    office: Office, open_hall: OpenHall
) -> None:
    hall = open_hall(silence_seconds=0.5)
    assert hall.page.evaluate(_MISPLACED, {"#call": "#idle p"}) == []
    office.fall_silent()
    hall.until_not_current()
    assert hall.page.evaluate(_MISPLACED, {"#stale": "#stale p"}) == []

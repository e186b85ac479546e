import re
from dataclasses import replace
from math import floor, hypot
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queue_server.display.pages import SHOWN_SECONDS
from queue_server.domain.legibility import (
    CAPITAL,
    NUMBER_PER_METRE,
    PAST,
    TEXT_PER_METRE,
    Hung,
    Layout,
    Orientation,
    ScreenTooSmall,
    sizes,
)

hanging = st.builds(
    Hung,
    st.sampled_from(get_args(Layout)),
    st.floats(20, 120),
    st.floats(1, 40),
    st.sampled_from(get_args(Orientation)),
    st.booleans(),
    st.integers(0, 60),
)


def unit(inches: float) -> float:
    """Millimetres of a hundredth of the shorter side of a 16:9 screen."""
    return inches * 25.4 * 9 / hypot(16, 9) / 100


def refusal(hung: Hung) -> ScreenTooSmall | None:
    try:
        sizes(hung)
    except ScreenTooSmall as refused:
        return refused
    return None


@given(hanging)
@settings(max_examples=60)
def test_a_screen_writes_large_enough_for_its_farthest_seat_or_is_refused(hung: Hung) -> None:
    if refusal(hung) is not None:
        return
    found = sizes(hung)
    assert found.number * CAPITAL * unit(hung.inches) >= NUMBER_PER_METRE * hung.seat_metres - 1e-6
    assert found.text * CAPITAL * unit(hung.inches) >= TEXT_PER_METRE * hung.seat_metres - 1e-6


@given(hanging)
@settings(max_examples=60)
def test_whoever_is_refused_is_told_the_size_that_would_do_and_the_distance_that_would(hung: Hung) -> None:
    refused = refusal(hung)
    if refused is None:
        return
    assert refused.inches is not None
    assert refusal(replace(hung, inches=refused.inches + 1e-9)) is None
    assert refusal(replace(hung, inches=refused.inches - 1.001)) is not None
    assert refusal(replace(hung, seat_metres=refused.reach - 1e-9)) is None
    assert not refused.without_media or refusal(replace(hung, media=False)) is None


def test_the_reason_says_what_to_do() -> None:
    with pytest.raises(
        ScreenTooSmall,
        match=r"43 inches can be read from 7\.\d m.*10 m away: use at least \d+ inches, or hang it nearer\.",
    ):
        sizes(Hung("hall", 43, 10))


def test_where_leaving_the_pictures_away_would_do_the_reason_says_so() -> None:
    with pytest.raises(ScreenTooSmall, match=r"or leave the media out\.$"):
        sizes(Hung("hall", 55, 9, media=True))
    sizes(Hung("hall", 55, 9))


def test_a_long_name_makes_everything_written_smaller_and_at_last_refuses() -> None:
    assert sizes(Hung("line", 55, 5, letters=40)).text < sizes(Hung("line", 55, 5, letters=10)).text
    with pytest.raises(ScreenTooSmall):
        sizes(Hung("line", 55, 5, letters=60))


@pytest.mark.parametrize(("inches", "metres"), [(0, 10), (55, 0), (-55, 10)])
def test_a_room_or_screen_of_no_size_is_refused(inches: float, metres: float) -> None:
    with pytest.raises(ScreenTooSmall, match=re.escape("more than nothing")):
        sizes(Hung("hall", inches, metres))


@pytest.mark.parametrize("layout", [layout for layout in get_args(Layout) if layout != "counter"])
def test_a_call_is_seen_for_thirty_seconds_however_many_follow_and_five_stand_beside_the_newest(layout: Layout) -> None:
    assert PAST[layout] >= 5
    assert SHOWN_SECONDS * (1 + PAST[layout]) >= 30


def test_the_guide_says_from_how_far_each_layout_can_be_read() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "screens.md").read_text("utf-8")
    names: dict[str, Layout] = {
        "several lines": "hall",
        "one line": "line",
        "above a counter": "counter",
        "many calls": "board",
    }
    rows = re.findall(r"^\| ([a-z, ]+) \| (.+ m) \|$", guide, re.MULTILINE)
    assert len(rows) == 10
    for row, told in rows:
        name, *how = row.split(", ")
        hung = Hung(names[name], 55, 1000, "portrait" if "upright" in how else "landscape", "with pictures" in how)
        for inches, metres in zip((43, 55, 65, 75, 86), told.split(" | "), strict=True):
            refused = refusal(replace(hung, inches=inches))
            assert refused is not None
            assert float(metres.removesuffix(" m")) == floor(refused.reach * 10) / 10

import re
import wave
from itertools import pairwise
from math import cos, log2, sin, tau
from struct import unpack

import pytest

from assets import path
from queue_server.display.pages import static
from tests.display.conftest import OpenHall
from tests.display.office import Office

# What is written on what, in the style sheets' own names.
PAIRS = [
    ("dark-ink", "dark-page"),
    ("dark-quiet", "dark-page"),
    ("call", "dark-page"),
    ("ink", "call"),
    ("careful", "careful-paper"),
    ("ink", "surface"),
    ("quiet", "surface"),
    ("good", "good-paper"),
]
THEMED_PAIRS = [
    ("board-ink", "board-page"),
    ("board-quiet", "board-page"),
    ("board-call", "board-page"),
    ("flash-ink", "flash-page"),
]
SET_BY_THE_PAGE = {
    "unit",
    "wide",
    "high",
    "number",
    "text",
    "seconds",
    *(name for pair in THEMED_PAIRS for name in pair),
}
ARABIC_DIGITS = re.compile("[٠-٩۰-۹]")


def sheet(name: str) -> str:
    found = static(name)
    assert found is not None
    return found[0].decode()


def tokens() -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", sheet("theme.css")))


def luminance(colour: str) -> float:
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, paper: str) -> float:
    bright, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_whatever_is_written_stands_out_at_least_seven_to_one(ink: str, paper: str) -> None:
    assert contrast(tokens()[ink], tokens()[paper]) >= 7


def themed(theme: str) -> dict[str, str]:
    """What a theme of the screens gives each of its own names."""
    css = sheet("screen.css")
    names: dict[str, str] = {}
    for rule in (r"\nbody {(.*?)}", rf'body\[data-theme="{theme}"\] {{(.*?)}}'):
        for block in re.findall(rule, css, re.DOTALL):
            names |= dict(re.findall(r"--([a-z-]+): var\(--([a-z-]+)\);", block))
    return {name: tokens()[token] for name, token in names.items()}


@pytest.mark.parametrize(("theme", "least"), [("dark", 7.0), ("light", 7.0), ("contrast", 15.0)])
def test_every_theme_of_the_screens_stands_out(theme: str, least: float) -> None:
    of = themed(theme)
    for ink, paper in THEMED_PAIRS:
        assert contrast(of[ink], of[paper]) >= least, (ink, paper)


def test_the_style_sheets_name_their_colours() -> None:
    for name in ("screen.css", "layouts.css", "phone.css"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb|\bhsl", sheet(name)) == []
        assert set(re.findall(r"var\(--([a-z-]+)\)", sheet(name))) <= {*tokens(), *SET_BY_THE_PAGE}


def test_arabic_runs_from_the_right_and_digits_stay_western(office: Office, open_hall: OpenHall) -> None:
    office.call("C041", 3)
    hall = open_hall(silence_seconds=0.5)
    words = hall.page.locator("#words [lang=ar]")
    assert words.evaluate("(e) => getComputedStyle(e).direction") == "rtl"
    assert words.evaluate("(e) => e.getBoundingClientRect().left") > hall.page.locator("#words [lang=en]").evaluate(
        "(e) => e.getBoundingClientRect().right"
    )
    office.fall_silent()
    hall.until_not_current()
    sentence = hall.page.locator("#stale [lang=ar] p").first
    assert re.search(r"توقف التحديث منذ \d\d:\d\d$", sentence.inner_text())
    assert not ARABIC_DIGITS.search(hall.page.content())
    time_left, words_left = sentence.evaluate(
        """(e) => [e.textContent.length - 5, 0].map((from) => {
            const range = document.createRange();
            range.setStart(e.firstChild, from);
            range.setEnd(e.firstChild, from + 5);
            return range.getBoundingClientRect().left;
        })"""
    )
    assert time_left < words_left


def test_the_font_is_the_projects_own(open_hall: OpenHall) -> None:
    loaded = open_hall().page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.weight)")
    assert set(loaded) >= {"600"}


def strength(samples: tuple[int, ...], rate: int, hertz: float) -> float:
    """How much of a tone is in the samples."""
    across = sum(sample * cos(tau * hertz * n / rate) for n, sample in enumerate(samples))
    along = sum(sample * sin(tau * hertz * n / rate) for n, sample in enumerate(samples))
    return across**2 + along**2


def test_the_chime_is_two_falling_notes_between_500_and_2000_hertz_within_about_a_second() -> None:
    with wave.open(str(path("sounds", "chime.wav"))) as chime:
        rate, count = chime.getframerate(), chime.getnframes()
        samples = unpack(f"<{count}h", chime.readframes(count))
    assert 0.8 <= count / rate <= 1.5
    tones = [110 * 2 ** (step / 4) for step in range(int(4 * log2(8000 / 110)))]
    parts = [samples[int(at * rate) : int(at * rate) + rate // 10] for at in (0.05, 0.5)]
    loudest = [max(tones, key=lambda hertz: strength(part, rate, hertz)) for part in parts]
    assert all(500 <= hertz <= 2000 for hertz in loudest)
    assert all(first > second for first, second in pairwise(loudest))

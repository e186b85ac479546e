"""The visual language: the same colours on every surface, with contrast enough to read them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.ui.style import TOKENS

ROOT = Path(__file__).parent.parent

LANGUAGE = {
    "ink": "#10212B",
    "quiet": "#4A5A64",
    "surface": "#FFFFFF",
    "page": "#F4F6F5",
    "primary": "#0B4F5C",
    "call": "#FFD23F",
    "good": "#14532D",
    "good-paper": "#E4F3E8",
    "careful": "#6B4300",
    "careful-paper": "#FFF3D6",
    "stop": "#8C1D22",
    "stop-paper": "#FDE9E9",
    "hairline": "#7A8890",
}
DARK = {"dark-ink": "#FFFFFF", "dark-quiet": "#B8C4CC", "dark-page": "#0B1620"}

# (what is written, what it is written on, the least contrast): 7 for text, as for low vision; 3 for edges.
PAIRS = [
    ("ink", "surface", 15.0),
    ("ink", "page", 15.0),
    ("quiet", "surface", 7.0),
    ("surface", "primary", 7.0),
    ("ink", "call", 7.0),
    ("good", "good-paper", 7.0),
    ("careful", "careful-paper", 7.0),
    ("stop", "stop-paper", 7.0),
    ("hairline", "surface", 3.0),
    ("dark-ink", "dark-page", 15.0),
    ("dark-quiet", "dark-page", 7.0),
    ("call", "dark-page", 7.0),
]


def of_the_desk() -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in TOKENS.items()}


def of_the_kiosk() -> dict[str, str]:
    return _colours_in("Colours", r"property color ")


def of_the_kiosk_in_strong_contrast() -> dict[str, str]:
    return of_the_kiosk() | _colours_in("StrongColours")


def _colours_in(name: str, before: str = "") -> dict[str, str]:
    source = (ROOT / f"kiosk/qml/Kiosk/{name}.qml").read_text("utf-8")
    colours = re.findall(before + r'(\w+): "(#[0-9A-Fa-f]{6})"', source)
    return {re.sub("([A-Z])", lambda letter: "-" + letter[0].lower(), name): colour for name, colour in colours}


def of_the_web() -> dict[str, str]:
    source = (ROOT / "queue_server/display/theme.css").read_text("utf-8")
    return dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6});", source))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [of_the_desk, of_the_kiosk, of_the_web])
def test_every_surface_has_the_same_colours_by_the_same_names(tokens: Callable[[], dict[str, str]]) -> None:
    assert LANGUAGE.items() <= {name: colour.upper() for name, colour in tokens().items()}.items()


def test_screens_have_the_dark_colours() -> None:
    assert DARK.items() <= of_the_web().items()


@pytest.mark.parametrize(("written", "on", "least"), PAIRS)
def test_what_is_written_can_be_read(written: str, on: str, least: float) -> None:
    colours = LANGUAGE | DARK
    assert contrast(colours[written], colours[on]) >= least


TEXT_ON_PAPER = [pair for pair in PAIRS if not {*pair[:2]} & {*DARK} and pair[0] != "hairline"]


@pytest.mark.parametrize(("written", "on", "_least"), TEXT_ON_PAPER)
def test_strong_contrast_is_as_strong_as_black_on_white_nearly(written: str, on: str, _least: float) -> None:
    colours = of_the_kiosk_in_strong_contrast()
    if on == "call":  # The ring around the focus: yellow on black, never words.
        assert contrast(colours[on], colours["page"]) >= 3
    else:
        colours["surface"] = colours["primary-ink"] if on == "primary" else colours["surface"]
        assert contrast(colours[written], colours[on]) >= 15


def test_the_kiosks_calm_words_are_seen_as_well() -> None:
    for colours, least in ((of_the_kiosk(), 7), (of_the_kiosk_in_strong_contrast(), 15)):
        assert contrast(colours["ink"], colours["calm-paper"]) >= least


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)

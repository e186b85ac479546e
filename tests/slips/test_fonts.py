from collections.abc import Iterator
from itertools import groupby

import pytest
from PIL import Image, ImageDraw, features

from assets.typefaces import noto, writable
from queue_server.slips.bilingual import printable
from queue_server.slips.fonts import CannotShape, Face, font
from queue_server.slips.layout import Size, Words
from queue_server.slips.raster import _words_once, raster

YOUR_NUMBER = {
    "ar": "رقمك",
    "bn": "আপনার নম্বর",
    "en": "Your number",
    "fil": "Ang iyong numero",
    "hi": "आपका नंबर",
    "ml": "നിങ്ങളുടെ നമ്പർ",
    "ne": "तपाईंको नम्बर",
    "si": "ඔබේ අංකය",
    "ta": "உங்கள் எண்",
    "te": "మీ సంఖ్య",
    "ur": "آپ کا نمبر",
}
SIZE = 40


def drawn(language: str, text: str, *, bold: bool = False) -> bytes:
    picture = Image.new("1", (600, 80), 1)
    Face(language, SIZE, bold).write(ImageDraw.Draw(picture), 10, 60, text, 0)
    return picture.tobytes()


@pytest.fixture
def _no_fribidi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    forget()
    yield
    forget()


def forget() -> None:
    font.cache_clear()
    _words_once.cache_clear()


@pytest.mark.usefixtures("_no_fribidi")
def test_without_fribidi_nothing_is_printed_and_the_package_is_named() -> None:
    with pytest.raises(CannotShape, match="libfribidi0"):
        raster([Words("رقمك", "ar")])


@pytest.mark.parametrize(("language", "text"), YOUR_NUMBER.items())
@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_of_every_visitors_language_has_a_picture(language: str, text: str, *, bold: bool) -> None:
    nothing = drawn(language, "\U000e0fff", bold=bold)  # Given to nobody: what stands for it is the empty box.
    blank = drawn(language, "")
    letters = {letter for letter in text if letter.isprintable() and not letter.isspace()} | set("C042 – (7)") - {" "}
    assert {letter for letter in letters if drawn(language, letter, bold=bold) in {nothing, blank}} == set()
    assert printable(language) == language


def test_a_line_is_as_long_as_its_runs_together() -> None:
    face = Face("hi", SIZE)
    assert face.length("नंबर C042") == pytest.approx(face.length("नंबर ") + face.length("C042"))


def test_without_the_letters_of_a_language_its_slip_is_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assets.typefaces._folders", list)
    noto.cache_clear()
    try:
        assert [writable(language) for language in ("hi", "ar", "xx")] == [False, True, False]
        assert printable("hi") == "en"
    finally:
        noto.cache_clear()


@pytest.mark.parametrize("language", ["hi", "ne"])
def test_signs_of_two_typefaces_stand_apart_in_every_language_of_a_script(language: str) -> None:
    date = raster([Words("मङ्गलबार 24 नोभेम्बर 2026 · 10:30", language, Size.SMALL)])
    columns = [date.crop((x, 0, x + 1, date.height)).convert("L").getextrema()[0] == 0 for x in range(date.width)]
    widths = [len(list(run)) for black, run in groupby(columns) if black]
    dot, *_time = widths[-len("·10:30") :]
    assert dot < min(widths[-len("2026·10:30") : -len("·10:30")]) / 2

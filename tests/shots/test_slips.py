"""Of the words on every slip, in every language, nothing is cut off."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from assets.words import languages
from queue_server.slips import raster
from queue_server.slips.layout import Banner, Block, SideBySide, Size, Words
from tests.shots.__main__ import main
from tests.shots.slips import slips

LONGEST = ("copy", "bring", "referral")


def test_with_more_room_between_the_lines_no_more_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {each for language in languages() for kind in LONGEST for each in words(slips(language)[kind])}
    seen = {each: ink(each) for each in said}
    monkeypatch.setattr(raster, "_LEADING", 3.0)
    assert [each.text for each in said if ink(each) > seen[each]] == []


def test_the_pictures_are_what_a_printer_makes_of_our_bytes(tmp_path: Path) -> None:
    assert main([str(tmp_path), "--slips", "--language", "ur"]) == 0
    pictures = sorted((tmp_path / "ur").glob("*.png"))
    for each in pictures:
        with Image.open(each) as picture:
            assert picture.width == raster.PAPER
    assert {each.stem for each in pictures} == set(slips("ur"))
    page = (tmp_path / "index.html").read_text("utf-8")
    assert all(f"src=ur/{each.name}" in page for each in pictures)


def words(blocks: Iterable[Block]) -> Iterator[Words]:
    """Everything written, as it is drawn."""
    for block in blocks:
        match block:
            case Words():
                yield block
            case Banner(text=text, language=language):
                yield Words(text, language, Size.LARGE, bold=True)
            case SideBySide(columns=columns):
                for column in columns:
                    yield from words(column)
            case _:
                pass


def ink(each: Words) -> int:
    """How many dots are black."""
    return raster._words(each, raster.PAPER).convert("1", dither=Image.Dither.NONE).histogram()[0]

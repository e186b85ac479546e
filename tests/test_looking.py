"""Files as telephones make them, and such as nobody should open."""

import asyncio
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFilter

from queue_server import looking
from queue_server.domain.files import MOST_BYTES, MOST_PAGES, FileFault
from queue_server.looking import judge, look
from tests.specimens import as_file, printed


def softened(sheet: Image.Image, dots: float) -> Image.Image:
    return sheet.filter(ImageFilter.GaussianBlur(dots))


def grained(sheet: Image.Image) -> Image.Image:
    """With the noise a camera has in bad light."""
    return ImageChops.add(sheet, Image.effect_noise(sheet.size, 10), 1, -128)


def under_a_lamp(sheet: Image.Image) -> Image.Image:
    """Bright in the middle and dim at the edges."""
    lamp = ImageChops.invert(Image.radial_gradient("L").resize(sheet.size).point(lambda value: value * 0.6))
    return ImageChops.multiply(sheet, lamp)


def bound(*sheets: Image.Image) -> bytes:
    """The sheets as one PDF."""
    file = BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
    return file.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "PDF"])
def test_a_sheet_of_print_can_be_read(kind: str) -> None:
    assert judge(as_file(printed(), kind)) is None


@pytest.mark.parametrize("made", [grained, under_a_lamp, lambda sheet: grained(under_a_lamp(sheet))])
def test_nor_does_bad_light_alone_spoil_it(made: Callable[[Image.Image], Image.Image]) -> None:
    assert judge(as_file(made(printed()))) is None


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        (softened(printed(), 3), FileFault.BLURRED),
        (grained(softened(printed(), 4)), FileFault.BLURRED),
        (under_a_lamp(softened(printed(), 4)), FileFault.BLURRED),
        (printed(lines=0), FileFault.BLANK),
        (printed(paper=50, ink=5), FileFault.DARK),
        (printed(495, 700), FileFault.SMALL),
    ],
)
def test_what_would_be_sent_back_is_told_at_once(sheet: Image.Image, found: FileFault) -> None:
    assert judge(as_file(sheet)) is found


def test_a_file_of_several_pages_is_looked_at_whole() -> None:
    empty = printed(lines=0)
    assert judge(bound(printed(), empty, printed())) is None
    assert judge(bound(printed(), softened(printed(), 4))) is FileFault.BLURRED
    assert judge(bound(*(empty.copy() for _page in range(MOST_PAGES + 1)))) is FileFault.PAGES


def test_a_password_is_noticed() -> None:
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    locked = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
    trailer = b"trailer<</Root 1 0 R/Size 3/ID[<00><00>]/Encrypt " + lock + b">>\n%%EOF"
    assert judge(locked + trailer) is FileFault.LOCKED


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"PK\x03\x04", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\0" * 99]
)
def test_other_kinds_of_file_are_not_opened(content: bytes) -> None:
    assert judge(content) is FileFault.TYPE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "PDF"])
def test_half_a_file_is_a_damaged_one(kind: str) -> None:
    whole = as_file(printed(), kind)
    assert judge(whole[: len(whole) // 2]) is FileFault.BROKEN


def bomb(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that says it is so large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_that_would_fill_the_memory_is_not_unpacked() -> None:
    assert judge(bomb(60_000, 60_000)) is FileFault.TOO_LARGE


def test_it_is_looked_at_in_a_process_of_its_own() -> None:
    assert asyncio.run(look(as_file(printed()))) is None
    assert asyncio.run(look(as_file(softened(printed(), 4)))) is FileFault.BLURRED


def test_a_process_that_looks_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_PATIENCE", 0.01)
    assert asyncio.run(look(as_file(printed()))) is FileFault.BROKEN


def test_too_much_is_not_even_handed_over() -> None:
    assert asyncio.run(look(b"%PDF-" + b"\0" * MOST_BYTES)) is FileFault.TOO_LARGE

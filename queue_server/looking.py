"""Looks at a file somebody sent, in a process of its own, which reads the file and says what is wrong with it.

A file from outside is not opened where the office's data are. The process may take a gigabyte, ten seconds of a
processor, and may write nothing; whatever becomes of it, the server goes on.
"""

import asyncio
import contextlib
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NoReturn

from queue_server.domain.files import LOOKED_AT, MOST_BYTES, MOST_PAGES, MOST_PIXELS, FileFault, Look, Seen, fault

if TYPE_CHECKING:
    import pypdfium2
    from PIL import Image

_LIMITS = (
    (resource.RLIMIT_AS, 1 << 30),
    (resource.RLIMIT_CPU, 10),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
)
_PATIENCE = 15.0
"""Seconds until whoever asked is told that the file is damaged."""
_FINE = "fine"
_WORDS = {_FINE.encode(): None, **{found.encode(): found for found in FileFault}}
"""All that the process may say."""
_CONTRAST = 32
"""Steps of 255 by which a dot differs from the ground around it to count as ink."""
_AROUND = 24
"""Dots to each side that are the ground of one."""


async def look(content: bytes) -> FileFault | None:
    """What is wrong with a file, None when it can be read. A file that breaks the process that looks is broken."""
    if len(content) > MOST_BYTES:
        return FileFault.TOO_LARGE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        said, _nothing = await asyncio.wait_for(process.communicate(content), _PATIENCE)
    except (TimeoutError, BrokenPipeError, ConnectionResetError):
        return FileFault.BROKEN
    finally:
        # Also when whoever asked has gone.
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    return _WORDS.get(said, FileFault.BROKEN)


def judge(content: bytes) -> FileFault | None:
    """The same in this very process."""
    if content.startswith(b"%PDF-"):
        seen = _pdf(content)
    elif content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        seen = _photo(content)
    else:
        return FileFault.TYPE
    return seen if isinstance(seen, FileFault) else fault(seen)


def _photo(content: bytes) -> Seen | FileFault:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # Asked below, before anything is unpacked.
    try:
        with Image.open(BytesIO(content), formats=["JPEG", "PNG"]) as photo:
            width, height = photo.size
            if width * height > MOST_PIXELS:
                return FileFault.TOO_LARGE
            photo.draft("L", (LOOKED_AT, LOOKED_AT))
            return Seen((_looked(photo.convert("L")),), min(width, height))
    except (OSError, SyntaxError, ValueError):  # Pillow's ways to say that a file is damaged.
        return FileFault.BROKEN


def _pdf(content: bytes) -> Seen | FileFault:
    import pypdfium2

    try:
        with contextlib.closing(pypdfium2.PdfDocument(content)) as document:
            if len(document) > MOST_PAGES:
                return FileFault.PAGES
            return Seen(tuple(_rendered(document))) if len(document) else FileFault.BROKEN
    except pypdfium2.PdfiumError as error:
        return FileFault.LOCKED if "password" in str(error).lower() else FileFault.BROKEN


def _rendered(document: "pypdfium2.PdfDocument") -> Iterator[Look]:
    for page in document:
        scale = LOOKED_AT / max(page.get_size())
        yield _looked(page.render(scale=scale, grayscale=True).to_pil())


def _looked(page: "Image.Image") -> Look:
    from PIL import ImageChops, ImageFilter, ImageStat

    page.thumbnail((LOOKED_AT, LOOKED_AT))
    calm = page.filter(ImageFilter.MedianFilter(3))  # Noise of a camera in the dark looks like edges.
    # Against the ground around it, since no lamp lights a sheet evenly.
    marks = _within(ImageChops.subtract(calm, calm.filter(ImageFilter.BoxBlur(_AROUND)), 1, 128))
    edges = _within(calm.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), 1, 128)))
    dots = marks.histogram()
    ink = (sum(dots[: 128 - _CONTRAST]) + sum(dots[128 + _CONTRAST :])) / sum(dots)
    sharpness = ImageStat.Stat(edges).var[0] / max(1.0, ImageStat.Stat(marks).var[0])
    return Look(ImageStat.Stat(page).mean[0], ink, sharpness)


def _within(page: "Image.Image") -> "Image.Image":
    """Without the rim, which filters leave as it was."""
    return page.crop((1, 1, max(2, page.width - 1), max(2, page.height - 1)))


def _answer() -> NoReturn:
    for limit, most in _LIMITS:
        resource.setrlimit(limit, (most, most))
    found = judge(sys.stdin.buffer.read(MOST_BYTES + 1))
    sys.stdout.buffer.write((found or _FINE).encode())
    sys.stdout.buffer.flush()
    sys.exit()


if __name__ == "__main__":
    _answer()

"""A slip drawn: blocks become one picture of black and white dots, shaped and wrapped here and nowhere else."""

from functools import lru_cache, singledispatch

import segno
from PIL import Image, ImageChops, ImageDraw

from assets.words import is_right_to_left
from queue_server.slips.fonts import Face, font
from queue_server.slips.layout import Align, Banner, Big, Block, Code, Rule, SideBySide, Size, Space, Words

PAPER = 576  # Dots across 80 mm paper; 58 mm paper has 384.

_WHITE, _BLACK = 255, 0
_MARGIN = 12
_INDENT = 38
_LEADING = 1.45  # Arabic has deep descenders and marks above.
_BASELINE = 0.71
_MASK = 3
_QUIET_ZONE = 4  # Modules of white around a QR code, without which it is not read.


def raster(blocks: list[Block], width: int = PAPER) -> Image.Image:
    """The slip as a one-bit picture, `width` dots across. Raises CannotShape."""
    return _stack([_drawn(block, width) for block in blocks], width).convert("1", dither=Image.Dither.NONE)


def _drawn(block: Block, width: int) -> Image.Image:
    """One block. Words are drawn once: most of those on a slip are on every slip."""
    return _words_once(block, width) if isinstance(block, Words) else _strip(block, width)


@lru_cache(maxsize=256)  # 35 kB each at most.
def _words_once(words: Words, width: int) -> Image.Image:
    return _words(words, width)


@singledispatch
def _strip(block: Block, width: int) -> Image.Image:
    """One block as wide as the paper."""
    raise TypeError(f"no way to draw {block!r} on {width} dots")


@_strip.register
def _space(space: Space, width: int) -> Image.Image:
    return _blank(width, space.height)


@_strip.register
def _rule(_line: Rule, width: int) -> Image.Image:
    strip = _blank(width, 27)
    ImageDraw.Draw(strip).rectangle((_MARGIN, 12, width - _MARGIN - 1, 14), fill=_BLACK)
    return strip


@_strip.register
def _banner(banner: Banner, width: int) -> Image.Image:
    words = Words(banner.text, banner.language, Size.LARGE, bold=True)
    return ImageChops.invert(_stack([_blank(width, 6), _words(words, width), _blank(width, 6)], width))


def _blank(width: int, height: int) -> Image.Image:
    return Image.new("L", (width, height), _WHITE)


def _stack(strips: list[Image.Image], width: int) -> Image.Image:
    whole = _blank(width, sum(strip.height for strip in strips))
    top = 0
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height
    return whole


@_strip.register
def _words(words: Words, width: int) -> Image.Image:
    face = Face(words.language, words.size, words.bold)
    mirrored = is_right_to_left(words.language)
    indent = _INDENT if words.mark is not None else 0
    room = width - 2 * _MARGIN - indent
    height = round(words.size * _LEADING)
    baseline = round(height * _BASELINE)
    lines = wrapped(words.text, face, room)
    # Urdu has marks that reach lower than the room below a line; between two lines there is more.
    deeper = max(0, face.depth(lines[-1]) - (height - baseline))
    strip = _blank(width, height * len(lines) + deeper)
    draw = ImageDraw.Draw(strip)

    def write(line: str, row: int, from_start: float) -> None:
        """Write a line `from_start` dots from the side where reading starts."""
        x = width - from_start - face.length(line) if mirrored else from_start
        face.write(draw, x, row * height + baseline, line, _BLACK)

    if words.mark:
        write(words.mark, 0, _MARGIN)
    for row, line in enumerate(lines):
        spare = room - face.length(line)
        aside = {Align.START: indent, Align.CENTRE: indent + spare / 2, Align.END: spare}[words.align]
        write(line, row, _MARGIN + aside)
    return strip


def wrapped(text: str, face: Face, room: float) -> list[str]:
    """The lines, broken in reading order before any reordering; a word wider than the paper is broken too."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if face.length(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while face.length(line) > room and len(line) > 1:
            piece = _longest_piece(line, face, room)
            lines.append(piece)
            line = line[len(piece) :]
    return [*lines, line]


def _longest_piece(word: str, face: Face, room: float) -> str:
    length = len(word) - 1
    while length > 1 and face.length(word[:length]) > room:
        length -= 1
    return word[:length]


@_strip.register
def _big(big: Big, width: int) -> Image.Image:
    left, top, right, bottom = font(100, bold=True).getbbox(big.text, direction="ltr")
    scale = min((width - 2 * _MARGIN) / (right - left), big.tallest / (bottom - top))
    face = font(100 * scale, bold=True)
    left, top, right, bottom = face.getbbox(big.text, direction="ltr")
    strip = _blank(width, round(bottom - top))
    at = ((width - (right - left)) / 2 - left, -top)
    ImageDraw.Draw(strip).text(at, big.text, _BLACK, face, direction="ltr")
    return strip


@_strip.register
def _code(code: Code, width: int) -> Image.Image:
    picture = modules(code.text)
    side = picture.width
    # Whole dots for each module: a code scaled otherwise has modules of uneven width.
    dots = max(1, min(code.width, width) // side)
    strip = _blank(width, side * dots)
    strip.paste(picture.resize((side * dots, side * dots), Image.Resampling.NEAREST), ((width - side * dots) // 2, 0))
    return strip


def modules(text: str) -> Image.Image:
    """A QR code of one dot a module, with the white around it."""
    # Any mask can be read. Trying all eight for the handsomest takes four times as long as the rest.
    matrix = segno.make_qr(text, error="m", mask=_MASK).matrix
    side = len(matrix) + 2 * _QUIET_ZONE
    picture = _blank(side, side)
    dark = b"".join(matrix).translate(bytes([_WHITE, _BLACK]) + bytes(254))
    picture.paste(Image.frombytes("L", (len(matrix), len(matrix)), dark), (_QUIET_ZONE, _QUIET_ZONE))
    return picture


@_strip.register
def _side_by_side(block: SideBySide, width: int) -> Image.Image:
    each = width // len(block.columns)
    columns = [_stack([_drawn(inner, each) for inner in column], each) for column in block.columns]
    if is_right_to_left(block.language):
        columns.reverse()
    strip = _blank(width, max(column.height for column in columns))
    for at, column in enumerate(columns):
        strip.paste(column, (at * each, 0))
    return strip

"""The list of what to bring as sheets of A4, to be printed at home: drawn by the same hand as the slips.

A sheet is a picture in a PDF, so that every script comes out as it does on a slip, whatever the reader of the file has;
to be read aloud there is the page it was fetched from, with the same words.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from assets.days import written
from assets.words import in_fours, is_right_to_left, say
from queue_server.slips.bilingual import printable, second_language, wording
from queue_server.slips.bring import BringItem, BringWords, first_words
from queue_server.slips.fonts import Face
from queue_server.slips.raster import modules, wrapped
from queue_server.slips.text import safe_text
from queue_server.wire import RESUME

DPI = 300
_MM = DPI / 25.4
_WIDTH, _HEIGHT = round(210 * _MM), round(297 * _MM)
_MARGIN = 18.0
_BOTTOM = 277.0
_ROOM = 210 - 2 * _MARGIN
_INDENT = 11.0
_QR = 40.0
_LEADING = 1.45 * 25.4 / 72  # Millimetres of a line for each point of type.
_WHITE, _BLACK = 1, 0


def sheet(words: BringWords) -> bytes:
    """The sheets as one PDF. The same words make the same bytes. Raises CannotShape."""
    first, *others = pages(words)
    day = words.day.timetuple()  # Else the file would tell when it was drawn, and be another one each time.
    file = BytesIO()
    first.save(
        file,
        "PDF",
        resolution=DPI,
        save_all=True,
        append_images=others,
        title=wording(words.service, printable(words.language)),
        creationDate=day,
        modDate=day,
    )
    return file.getvalue()


def pages(words: BringWords) -> list[Image.Image]:
    """The sheets as one-bit pictures of A4 at `DPI`, as many as it takes. Raises CannotShape."""
    return _Sheets(words).drawn()


class _Sheets:
    """One list while it is being drawn, from top to bottom; lengths are millimetres."""

    def __init__(self, words: BringWords) -> None:
        self._words = words
        self._language = printable(words.language)
        self._mirrored = is_right_to_left(self._language)
        self._pages: list[Image.Image] = []
        self._turn()

    def drawn(self) -> list[Image.Image]:
        """Every page."""
        words, language = self._words, self._language
        self._head()
        self._say(first_words(words, language), 13, bold=True)
        for item in words.items:
            self._paper(item)
        if words.fine:
            self._keep_together(34)  # A heading does not stand alone at the bottom.
            self._rule()
            self._say(say("Bring these papers", language), 14, bold=True)
            for name in words.fine:
                self._paper(BringItem(name, {}, {}), done=True)
        self._number_pages()
        return self._pages

    def _turn(self) -> None:
        """A fresh page."""
        self._pages.append(Image.new("1", (_WIDTH, _HEIGHT), _WHITE))
        self._draw = ImageDraw.Draw(self._pages[-1])
        self._y = _MARGIN

    def _head(self) -> None:
        """Whose list it is and what for, with the code beside it at the side where reading ends."""
        words, language = self._words, self._language
        second = second_language(language)
        self._say(wording(words.office, language), 12, bold=True)
        self._say(wording(words.office, second), 9, language=second)
        self._rule()
        top, room = self._y, _ROOM - _QR - 6
        self._say(wording(words.service, language), 22, bold=True, room=room)
        self._say(wording(words.service, second), 10, language=second, room=room)
        self._say(say("Papers checked on {day}", language, day=written(words.day, language)), 10, room=room)
        below, self._y = self._y, top
        self._code()
        self._y = max(self._y, below)
        self._rule()

    def _code(self) -> None:
        """The code as a picture to scan and as letters."""
        left = _MARGIN if self._mirrored else 210 - _MARGIN - _QR
        code = modules(RESUME + self._words.resume_code)
        dots = round(_QR * _MM) // code.width
        picture = code.resize((code.width * dots, code.width * dots), Image.Resampling.NEAREST)
        aside = (_QR - picture.width / _MM) / 2
        self._pages[-1].paste(picture, (round((left + aside) * _MM), round(self._y * _MM)))
        self._y += _QR
        self._line(say("Your code", self._language), 9, left, _QR)
        self._line(in_fours(self._words.resume_code), 15, left, _QR, bold=True)

    def _paper(self, item: BringItem, *, done: bool = False) -> None:
        """A box to tick, the paper's name in both languages, then what to do before why."""
        language, second = self._language, second_language(self._language)
        arrow = "←" if self._mirrored else "→"
        remedy, reason = wording(item.remedy, language), wording(item.reason, language)
        lines = [
            (wording(item.name, language), 13.0, True, language),
            (wording(item.name, second), 9.0, False, second),
            (f"{arrow} {remedy}" if remedy else "", 12.0, False, language),
            (reason, 10.0, False, language),
        ]
        broken = [
            (len(self._broken(text, size, _ROOM - _INDENT, spoken, bold)), size) for text, size, bold, spoken in lines
        ]
        self._keep_together(4 + sum(count * size * _LEADING for count, size in broken))
        self._y += 3
        self._box(done)
        for text, size, bold, spoken in lines:
            self._say(text, size, bold=bold, language=spoken, indent=_INDENT)

    def _box(self, done: bool) -> None:
        """A box to tick; ticked for a paper that is there."""
        side = 210 - _MARGIN - 5.5 if self._mirrored else _MARGIN
        top = self._y + 0.8

        def at(x: float, y: float) -> tuple[float, float]:
            return (side + x) * _MM, (top + y) * _MM

        self._draw.rectangle((*at(0, 0), *at(5.5, 5.5)), outline=_BLACK, width=6)
        if done:
            self._draw.line([at(1.1, 2.9), at(2.3, 4.2), at(4.4, 1.3)], fill=_BLACK, width=8)

    def _say(
        self, text: str, size: float, *, bold: bool = False, language: str = "", indent: float = 0, room: float = _ROOM
    ) -> None:
        """A paragraph at the side where the page is read from, whichever way its own words run."""
        spoken = language or self._language
        face = _face(spoken, size, bold)
        for line in self._broken(text, size, room - indent, spoken, bold):
            length = face.length(line) / _MM
            x = 210 - _MARGIN - indent - length if self._mirrored else _MARGIN + indent
            self._write(face, line, size, x)

    def _line(self, text: str, size: float, left: float, room: float, *, bold: bool = False) -> None:
        """One line in the middle of a room."""
        face = _face("en" if text.isascii() else self._language, size, bold)
        self._write(face, safe_text(text, 80), size, left + (room - face.length(text) / _MM) / 2)

    def _write(self, face: Face, line: str, size: float, x: float) -> None:
        height = size * _LEADING
        face.write(self._draw, x * _MM, round((self._y + height * 0.71) * _MM), line, _BLACK)
        self._y += height

    def _broken(self, text: str, size: float, room: float, language: str, bold: bool) -> list[str]:
        """The lines of a paragraph in reading order; none of an empty one."""
        return wrapped(safe_text(text, 400), _face(language, size, bold), room * _MM) if text else []

    def _keep_together(self, height: float) -> None:
        if self._y + height > _BOTTOM:
            self._turn()

    def _rule(self) -> None:
        y = (self._y + 3) * _MM
        self._draw.line((_MARGIN * _MM, y, (210 - _MARGIN) * _MM, y), fill=_BLACK, width=3)
        self._y += 6

    def _number_pages(self) -> None:
        """The code and the page on each: sheets get separated."""
        for number, page in enumerate(self._pages, 1):
            self._draw, self._y = ImageDraw.Draw(page), 284
            self._line(f"{in_fours(self._words.resume_code)} · {number}/{len(self._pages)}", 9, _MARGIN, _ROOM)


def _face(language: str, size: float, bold: bool) -> Face:
    """A typeface at so many points."""
    return Face(language, round(size * DPI / 72), bold)

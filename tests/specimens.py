"""Passports and cards of people who do not exist: their lines, and pictures of them as a camera takes them."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from assets.typefaces import plex

# ICAO's own public specimens (Doc 9303, parts 4 to 6): Utopia's Anna Maria Eriksson.
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")

OCR_B = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")


def digit(signs: str) -> str:
    """The check digit as the standard tells it in words, written apart from the program's own."""
    values = {**{str(n): n for n in range(10)}, **{chr(65 + n): 10 + n for n in range(26)}, "<": 0}
    total = 0
    for at, sign in enumerate(signs):
        total += values[sign] * [7, 3, 1][at % 3]
    return str(total % 10)


def passport(
    number: str = "K1234567", expires: date = date(2030, 5, 17), name: str = "TESTER<<SAMPLE", birth: str = "900101"
) -> tuple[str, str]:
    """The two lines of a passport of Utopia."""
    number = number.ljust(9, "<")
    until = f"{expires:%y%m%d}"
    optional = "<" * 14
    numbered, born, ends = number + digit(number), birth + digit(birth), until + digit(until)
    whole = digit(numbered + born + ends + optional + "<")
    return f"P<UTO{name}".ljust(44, "<"), f"{numbered}UTO{born}F{ends}{optional}<{whole}"


def misread(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with their last check digit wrong."""
    return (*lines[:-1], lines[-1][:-1] + str((int(lines[-1][-1]) + 1) % 10))


def card(
    number: str = "900112345", expires: date = date(2030, 5, 17), name: str = "TESTER<<SAMPLE", optional: str = ""
) -> tuple[str, str, str]:
    """The three lines of a card of Utopia; a number longer than nine signs goes on in the optional data."""
    first, more = number[:9].ljust(9, "<"), number[9:]
    data = (f"<{more}{digit(number)}" if more else digit(first)) + ("<" if more else "") + optional
    upper = "I<UTO" + (first + data).ljust(25, "<")
    born, ends = "900101" + digit("900101"), f"{expires:%y%m%d}" + digit(f"{expires:%y%m%d}")
    whole = digit(upper[5:] + born + ends + "<" * 11)
    return upper, f"{born}F{ends}UTO{'<' * 11}{whole}", name.ljust(30, "<")


def picture(
    lines: tuple[str, ...], *, tilt: float = 0, blur: float = 0, light: float = 1, size: tuple[int, int] = (1000, 700)
) -> Image.Image:
    """The page with the lines at its foot, a grey photo and some print above, in OCR-B."""
    page = Image.new("L", size, 235)
    draw = ImageDraw.Draw(page)
    draw.rectangle((60, 80, size[0] // 3, size[1] // 2), fill=150)
    plain: Any = ImageFont.truetype("DejaVuSans.ttf", 30)
    for at, words in enumerate(("UTOPIA", "SPECIMEN", "17 MAY 2030")):
        draw.text((size[0] // 3 + 50, 90 + at * 60), words, font=plain, fill=30)
    wide = ImageFont.truetype(str(OCR_B), 34).getlength(lines[0])
    font: Any = ImageFont.truetype(str(OCR_B), int(34 * (size[0] - 80) / wide))
    for at, line in enumerate(lines):
        draw.text((40, size[1] - 60 * len(lines) - 30 + at * 55), line, font=font, fill=20)
    turned = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=200)
    return turned.filter(ImageFilter.GaussianBlur(blur)).point(lambda value: int(value * light))


def qr(text: str, *, tilt: float = 0) -> Image.Image:
    """A QR code on a sheet of paper."""
    rows = [bytes(255 * (1 - module) for module in row) for row in segno.make(text).matrix_iter(scale=6, border=4)]
    code = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows))
    sheet = Image.new("L", (640, 480), 230)
    sheet.paste(code, (180, 100))
    return sheet.rotate(tilt, fillcolor=200)


def printed(width: int = 1240, height: int = 1754, *, lines: int = 30, paper: int = 235, ink: int = 40) -> Image.Image:
    """A sheet of print as a telephone sees it: A4 at 150 dots to the inch when nothing is said."""
    sheet = Image.new("L", (width, height), paper)
    draw = ImageDraw.Draw(sheet)
    letters = ImageFont.truetype(str(plex("Regular")), width // 60)
    for line in range(lines):
        where = (width // 10, height // 12 + line * height // 36)
        draw.text(where, f"The employer named under {line} asks to renew this permit", fill=ink, font=letters)
    return sheet


def as_file(sheet: Image.Image, kind: str = "JPEG") -> bytes:
    """The same as a file of JPEG, PNG or PDF."""
    file = BytesIO()
    sheet.save(file, kind)
    return file.getvalue()

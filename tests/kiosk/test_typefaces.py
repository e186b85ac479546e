"""Every letter of every text a visitor may read has a typeface here."""

import pytest
from PySide6.QtGui import QFont, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from assets import path
from assets.catalogues import wordings
from assets.typefaces import PLEX, writable
from assets.words import languages, native_name
from kiosk.typefaces import load_typefaces
from tests.kiosk.shipped import office

NOTHING = 0
"""The glyph of a letter that no typeface has: an empty box."""


@pytest.fixture(scope="module")
def face(qapp: QApplication) -> QFont:
    load_typefaces()
    font = QFont(PLEX)
    font.setPixelSize(20)
    return font


def missing(text: str, face: QFont) -> set[str]:
    """The letters of a text that would be drawn as boxes."""
    layout = QTextLayout(text, face)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    if all(NOTHING not in run.glyphIndexes() for run in layout.glyphRuns()):
        return set()
    return {letter for letter in text if _is_missing(letter, face)} or {text}


def _is_missing(letter: str, face: QFont) -> bool:
    layout = QTextLayout(letter, face)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(NOTHING in run.glyphIndexes() for run in layout.glyphRuns())


@pytest.mark.parametrize("language", languages())
def test_every_letter_has_a_glyph(face: QFont, language: str) -> None:
    texts = set(wordings(path("locale", f"{language}.po")).values()) if language != "en" else set()
    texts |= {document.name[language] for document in office().documents.values()}
    texts |= {document.hint[language] for document in office().documents.values()}
    texts |= set(wordings(file).values()) if (file := path("catalogue", f"lmra.{language}.po")).exists() else set()
    texts.add(native_name(language))
    assert writable(language)
    assert set().union(*(missing(text.replace("\n", " "), face) for text in texts)) == set()


def test_an_empty_box_would_be_seen(face: QFont) -> None:
    assert missing("\U0001f9ff", face) or not QRawFont.fromFont(face).supportsCharacter("A")

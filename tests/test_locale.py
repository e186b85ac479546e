from pathlib import Path
from string import Formatter

import pytest

from assets import path
from tests.words import normalise, said, said_in, untraceable, wordings

CATALOGUES = sorted(path("locale").glob("*.po"))

each_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return named | {mark for mark in ("%1", "%2", "%3") if mark in text}


def test_arabic_is_among_the_languages() -> None:
    assert "ar" in [file.stem for file in CATALOGUES]


@each_catalogue
def test_every_text_said_has_a_wording(catalogue: Path) -> None:
    known = wordings(catalogue)
    assert {text: place for text, place in said_in(catalogue.stem).items() if not known.get(text)} == {}


@each_catalogue
def test_no_wording_is_for_a_text_nobody_says(catalogue: Path) -> None:
    assert set(wordings(catalogue)) - set(said_in(catalogue.stem)) == set()


@each_catalogue
def test_a_wording_keeps_the_placeholders_of_its_text(catalogue: Path) -> None:
    changed = {
        text: wording
        for text, wording in wordings(catalogue).items()
        if wording and placeholders(text) != placeholders(wording)
    }
    assert changed == {}


@each_catalogue
def test_a_catalogue_is_sorted_and_says_each_text_once(catalogue: Path, tmp_path: Path) -> None:
    copy = tmp_path / catalogue.name
    copy.write_bytes(catalogue.read_bytes())
    normalise(copy, set(wordings(catalogue)))
    assert copy.read_text("utf-8") == catalogue.read_text("utf-8"), "put it in order by ./run words"


def test_whatever_is_said_can_be_read_off_the_source() -> None:
    assert untraceable() == []


def test_texts_are_found_in_every_kind_of_source(tmp_path: Path) -> None:
    sources = {
        "kiosk/a.py": 'T = {"x": "From a table"}\nsay("Plain", "ar")\nself.say(T[k])\nsay("One" if a else "Other", "")',
        "kiosk/b.py": 'T = {1: ("Left", "Right")}\ndef f():\n    a, b = T[1]\n    say(a, ""); say(b, "")',
        "kiosk/B.qml": 'Text { text: qsTr("From a \\"page\\"") }',
        "kiosk/c.html": "<p>{{ say('From a template') }}</p>",
    }
    (tmp_path / "kiosk").mkdir()
    for name, source in sources.items():
        (tmp_path / name).write_text(source, "utf-8")
    found = {"Plain", "From a table", "One", "Other", "Left", "Right", 'From a "page"', "From a template"}
    assert set(said(tmp_path)) == found


def test_words_that_cannot_be_traced_are_reported_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "a.py").write_text("x = 1\nsay(computed + x, 'ar')\n", "utf-8")
    assert untraceable(tmp_path) == ["desk/a.py:2"]


def test_putting_a_catalogue_in_order_keeps_wordings_and_shows_gaps(tmp_path: Path) -> None:
    catalogue = tmp_path / "ar.po"
    catalogue.write_text(
        'msgid ""\nmsgstr ""\n"Language: ar\\n"\n\nmsgid "B"\nmsgstr "ب"\n\nmsgid "Gone"\nmsgstr "ذهب"\n', "utf-8"
    )
    normalise(catalogue, {"B", "A"})
    assert wordings(catalogue) == {"A": "", "B": "ب"}
    assert list(wordings(catalogue)) == ["A", "B"]

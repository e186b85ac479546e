"""Catalogue files with their wordings in further languages."""

from pathlib import Path

import pytest

from assets.catalogues import whole
from queue_server.domain.catalogue import CatalogueRefused
from queue_server.domain.catalogue_file import read
from tests.offices import CATALOGUE


def beside(folder: Path, *languages: str, leave_out: str = "") -> Path:
    """The tests' catalogue with made-up wordings in these languages beside it."""
    file = folder / "office.toml"
    file.write_text(CATALOGUE.read_text("utf-8"), "utf-8")
    english = sorted({text for text in _english(CATALOGUE.read_text("utf-8")) if text != leave_out})
    for language in languages:
        entries = [f'msgid "{text}"\nmsgstr "{language} \\"{text}\\""' for text in english]
        words = "\n\n".join(['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"', *entries])
        (folder / f"office.{language}.po").write_text(words + "\n", "utf-8")
    return file


def _english(text: str) -> list[str]:
    return [part.split('"', 1)[0] for part in text.split('en = "')[1:]]


def test_wordings_beside_a_catalogue_are_read_by_the_english(tmp_path: Path) -> None:
    catalogue = read(whole(beside(tmp_path, "hi", "ur")))
    assert catalogue.languages == ("en", "ar", "hi", "ur")
    assert catalogue.services["renew"].name["hi"] == 'hi "Renew a work permit"'
    assert catalogue.services["renew"].name["en"] == "Renew a work permit"


def test_a_text_without_a_wording_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(CatalogueRefused) as refused:
        read(whole(beside(tmp_path, "hi", leave_out="Passport")))
    assert refused.value.problems == ["documents.passport.name.hi: has no wording for 'Passport'"]


def test_another_wording_makes_another_version(tmp_path: Path) -> None:
    before = read(whole(beside(tmp_path, "hi"))).version
    file = tmp_path / "office.hi.po"
    file.write_text(file.read_text("utf-8").replace('hi \\"Passport', 'Hi \\"Passport'), "utf-8")
    assert read(whole(tmp_path / "office.toml")).version != before

"""The list of what to bring on A4, in every language."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from assets import path
from assets.catalogues import whole
from assets.typefaces import writable
from assets.words import is_right_to_left
from queue_server.domain.catalogue_file import read
from queue_server.slips.bring import BringItem, BringWords
from queue_server.slips.sheet import DPI, pages, sheet

OFFICE = read(whole(path("catalogue", "lmra.toml")))
MARGIN = round(17 * DPI / 25.4)


def words(language: str, papers: int = 4) -> BringWords:
    """The longest words there are in a language, so that nothing else can be longer."""
    requirements = [each for service in OFFICE.services.values() for each in service.requirements if each.remedy]
    longest = sorted(OFFICE.documents.values(), key=lambda each: len(each.name[language]))[-papers:]
    why = max((each.because for each in requirements), key=lambda text: len(text[language]))
    remedy = max((each.remedy for each in requirements if each.remedy), key=lambda text: len(text[language]))
    service = max(OFFICE.services.values(), key=lambda each: len(each.name[language]))
    items = tuple(BringItem(document.name, why, remedy) for document in longest)
    fine = tuple(document.name for document in longest[:3])
    return BringWords(OFFICE.name, service.name, language, items, "K7QM2RXP", date(2026, 11, 24), fine)


def ink(page: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(page.convert("L")).getbbox()
    assert box is not None, "the page is blank"
    return box


@pytest.mark.parametrize("language", OFFICE.languages)
def test_nothing_runs_into_a_margin_in_any_language(language: str) -> None:
    assert writable(language)
    for page in pages(words(language)):
        left, top, right, bottom = ink(page)
        assert left >= MARGIN
        assert top >= MARGIN
        assert right <= page.width - MARGIN
        assert bottom <= page.height - MARGIN // 2


@pytest.mark.parametrize("language", ["ar", "hi"])
def test_the_file_is_of_a4_pages_whose_code_can_be_scanned(language: str) -> None:
    said = words(language, papers=9)
    file = pypdfium2.PdfDocument(sheet(said))
    try:
        assert len(file) >= 2
        assert [round(side * 25.4 / 72) for side in file[0].get_size()] == [210, 297]
        # As a cheap printer would print it.
        (found,) = zxingcpp.read_barcodes(file[0].render(scale=150 / 72).to_pil())
        assert found.text == "DAWR:R:K7QM2RXP"
        beyond = found.position.top_left.x < file[0].render(scale=150 / 72).to_pil().width / 2
        assert beyond == is_right_to_left(language)
    finally:
        file.close()


def test_the_same_list_is_the_same_file() -> None:
    assert sheet(words("ur")) == sheet(words("ur"))
    assert sheet(words("ur")) != sheet(replace(words("ur"), resume_code="BCDFGHJK"))


def test_a_paper_that_is_there_is_ticked() -> None:
    said = replace(words("en"), items=())
    assert pages(said)[0].tobytes() != pages(replace(said, fine=()))[0].tobytes()

from dataclasses import replace

import zxingcpp

from queue_server.slips.bring import BringWords, bring
from queue_server.slips.layout import Banner, Big
from queue_server.slips.raster import raster
from tests.slips.conftest import texts


def test_the_list_says_first_what_to_do_then_each_paper_with_remedy_and_reason(bring_words: BringWords) -> None:
    said = texts(bring(replace(bring_words, language="en")))
    order = [
        "Bring the papers below, then show your code at a kiosk or at the information desk.",
        "Worker's passport",
        "Renew it at the embassy.",
        "It is valid for less than six months.",
        "Commercial registration (CR 12345-6)",
        "Print it from the website.",
        "You do not have it with you.",
        "DAWR:R:K7QM2RXP",
    ]
    assert [word for word in said if word in order][: len(order)] == order


def test_the_list_says_plainly_that_no_number_was_given(bring_words: BringWords) -> None:
    assert Banner("No number was given", "en") in bring(replace(bring_words, language="en"))
    assert Banner("لم يصدر لك رقم", "ar") in bring(bring_words)


def test_each_paper_is_also_named_in_the_other_language(bring_words: BringWords) -> None:
    assert "Worker's passport" in texts(bring(bring_words))
    assert "جواز سفر العامل" in texts(bring(replace(bring_words, language="en")))


def test_papers_still_to_be_seen_send_the_visitor_to_the_information_desk(bring_words: BringWords) -> None:
    said = texts(bring(replace(bring_words, language="en", items=())))
    assert "Go to the information desk now and show your code: a clerk will look at your papers." in said


def test_a_remedy_nobody_wrote_leaves_no_empty_line(bring_words: BringWords) -> None:
    bare = replace(bring_words.items[0], remedy={"en": "", "ar": ""})
    assert "" not in texts(bring(replace(bring_words, items=(bare,))))


def test_the_code_is_large_and_can_be_scanned(bring_words: BringWords) -> None:
    blocks = bring(bring_words)
    assert any(isinstance(block, Big) and block.text == "K7QM 2RXP" for block in blocks)
    (found,) = zxingcpp.read_barcodes(raster(blocks))
    assert found.text == "DAWR:R:K7QM2RXP"


def test_the_day_is_written_in_the_languages_own_way(bring_words: BringWords) -> None:
    assert "Papers checked on 24 November 2026" in texts(bring(replace(bring_words, language="en")))
    assert "تم فحص المستندات يوم 24 نوفمبر 2026" in texts(bring(bring_words))

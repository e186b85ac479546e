from dataclasses import replace
from datetime import UTC, datetime

import zxingcpp

from queue_server.slips.layout import Banner, Big, Code
from queue_server.slips.raster import raster
from queue_server.slips.ticket import TicketWords, ticket
from tests.slips.conftest import texts


def test_a_ticket_says_everything_worth_knowing_while_waiting(ticket_words: TicketWords) -> None:
    said = texts(ticket(replace(ticket_words, language="en")))
    for word in ("C042", "Renew a work permit", "Commercial services", "Floor", "1", "People ahead of you", "7"):
        assert word in said
    assert "✓ Papers checked" in said
    assert "Tuesday 24 November 2026 · 10:42" in said


def test_a_ticket_in_arabic_also_speaks_english(ticket_words: TicketWords) -> None:
    said = texts(ticket(ticket_words))
    assert "رقمك" in said
    assert "تجديد تصريح عمل" in said
    assert "Renew a work permit" in said


def test_a_ticket_in_english_also_speaks_arabic(ticket_words: TicketWords) -> None:
    said = texts(ticket(replace(ticket_words, language="en")))
    assert said.index("Renew a work permit") < said.index("تجديد تصريح عمل")


def test_figures_are_western_in_arabic_too(ticket_words: TicketWords) -> None:
    said = " ".join(texts(ticket(ticket_words)))
    assert "10:42" in said
    assert not any(figure in said for figure in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")


def test_a_language_whose_letters_cannot_be_printed_gets_english(ticket_words: TicketWords) -> None:
    chinese = replace(ticket_words, language="zh", service={"zh": "许可证", "en": "Renew a work permit", "ar": "تجديد"})
    said = texts(ticket(chinese))
    assert "Renew a work permit" in said
    assert "许可证" not in said


def test_a_visitor_from_india_gets_their_own_letters(ticket_words: TicketWords) -> None:
    hindi = replace(ticket_words, language="hi", service={"hi": "परमिट", "en": "Renew a work permit", "ar": "تجديد"})
    said = texts(ticket(hindi))
    assert {"परमिट", "تجديد"} <= set(said)


def test_the_number_is_the_largest_thing_on_the_ticket(ticket_words: TicketWords) -> None:
    heights = {block: raster([block]).height for block in ticket(ticket_words) if not isinstance(block, Code)}
    number = heights.pop(Big("C042"))
    assert number > 1.3 * max(heights.values())


def test_a_reprint_is_marked_as_a_copy_of_the_same_number(ticket_words: TicketWords) -> None:
    copied_at = datetime(2026, 11, 24, 10, 55, tzinfo=UTC)
    copy = ticket(replace(ticket_words, language="en", copy=2, copied_at=copied_at))
    assert {Banner("COPY 2", "en"), Banner("نسخة 2", "ar")} <= set(copy)
    assert "Tuesday 24 November 2026 · 10:55" in texts(copy)
    assert Big("C042") in copy
    assert not any(isinstance(block, Banner) for block in ticket(ticket_words))


def test_the_phone_finds_the_visitors_page(ticket_words: TicketWords) -> None:
    (found,) = zxingcpp.read_barcodes(raster(ticket(ticket_words)))
    assert found.text == ticket_words.track

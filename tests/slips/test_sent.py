"""The slip with the number to show at the information desk."""

from datetime import UTC, datetime

import pytest

from assets.words import say
from queue_server.slips.layout import Big
from queue_server.slips.sent import SentWords, sent
from tests.slips.conftest import texts

OFFICE = {"en": "Office", "ar": "المكتب", "ur": "دفتر"}


@pytest.mark.parametrize("language", ["en", "ar", "ur"])
def test_the_number_is_large_and_the_place_is_said_in_two_languages(language: str) -> None:
    blocks = sent(SentWords(OFFICE, 7, datetime(2026, 11, 24, 10, 30, tzinfo=UTC), language))
    assert [block.text for block in blocks if isinstance(block, Big)] == ["7"]
    said = texts(blocks)
    for speaks in (language, "en" if language == "ar" else "ar"):
        assert say("Go to the information desk on this floor.", speaks) in said
        assert say("Show this number there.", speaks) in said
    assert any("2026 · 10:30" in text for text in said)

"""A service found by some letters of it."""

import pytest

from desk.viewmodels.search import matching
from queue_server import wire

SERVICES = [
    wire.ServiceEntry("renew-permit", {"en": "Renew a work permit", "ar": "تجديد تصريح عمل"}, "g", "p", []),
    wire.ServiceEntry("family-spouse", {"en": "Residence of a spouse", "ar": "إقامة الزوجة"}, "g", "p", []),
    wire.ServiceEntry("citizen-family", {"en": "Family of a citizen", "hi": "नागरिक का परिवार"}, "g", "p", []),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["renew-permit", "family-spouse", "citizen-family"]),
        ("REN", ["renew-permit"]),
        ("permit work", ["renew-permit"]),
        ("fam", ["family-spouse", "citizen-family"]),
        ("تصريح", ["renew-permit"]),
        ("تَصرِيح تجد", ["renew-permit"]),
        ("اقامه", ["family-spouse"]),
        ("परि", ["citizen-family"]),
        ("renew-permit", ["renew-permit"]),
        ("rp", ["renew-permit"]),
        ("ewal", []),
    ],
)
def test_every_typed_word_begins_a_word_of_the_name_in_some_language_or_of_the_code(
    typed: str, found: list[str]
) -> None:
    assert [service.id for service in matching(SERVICES, typed)] == found

"""A visit to print: the same in every test of slips."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from queue_server.slips.bring import BringItem, BringWords
from queue_server.slips.layout import Banner, Big, Block, Code, SideBySide, Words
from queue_server.slips.ticket import TicketWords

OFFICE = {"en": "Labour Market Regulatory Authority", "ar": "هيئة تنظيم سوق العمل"}
SERVICE = {"en": "Renew a work permit", "ar": "تجديد تصريح عمل"}


@pytest.fixture
def ticket_words() -> TicketWords:
    """A ticket in Arabic."""
    return TicketWords(
        office=OFFICE,
        number="C042",
        line={"en": "Commercial services", "ar": "الخدمات التجارية"},
        floor=1,
        ahead=7,
        service=SERVICE,
        issued_at=datetime(2026, 11, 24, 10, 42, tzinfo=ZoneInfo("Asia/Bahrain")),
        track="https://dawr.example/t/q8Jx2mT0cVb5nK1yR7uWzA",
        language="ar",
    )


@pytest.fixture
def bring_words() -> BringWords:
    """A list of two papers, in Arabic."""
    passport = BringItem(
        name={"en": "Worker's passport", "ar": "جواز سفر العامل"},
        reason={"en": "It is valid for less than six months.", "ar": "تقل صلاحيته عن ستة أشهر."},
        remedy={"en": "Renew it at the embassy.", "ar": "جدّده لدى السفارة."},
    )
    registration = BringItem(
        name={"en": "Commercial registration (CR 12345-6)", "ar": "السجل التجاري (CR 12345-6)"},
        reason={"en": "You do not have it with you.", "ar": "ليس معك الآن."},
        remedy={"en": "Print it from the website.", "ar": "اطبعه من الموقع."},
    )
    return BringWords(OFFICE, SERVICE, "ar", (passport, registration), "K7QM2RXP", date(2026, 11, 24))


def texts(blocks: list[Block]) -> list[str]:
    """Every word on a slip, from top to bottom."""
    return list(_texts(blocks))


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Words(text=text) | Big(text=text) | Banner(text=text) | Code(text=text):
                yield text
            case SideBySide(columns=columns):
                for column in columns:
                    yield from _texts(list(column))
            case _:
                pass

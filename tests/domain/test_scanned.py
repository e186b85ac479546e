from datetime import date

import pytest

from queue_server.domain.mrz import Mrz, read
from queue_server.domain.scanned import Kind, Scanned, weigh
from tests.specimens import TD1, TD3, card, passport

TODAY = date(2026, 11, 24)


def mrz(*lines: str) -> Mrz | None:
    return read(lines, TODAY)


def test_a_passport_whose_digits_are_right_is_sure() -> None:
    assert weigh(mrz(*passport()), "passport") == Scanned("sure", date(2030, 5, 17), "TESTER SAMPLE")


def test_an_expired_one_is_sure_too_since_it_is_read_well() -> None:
    seen = weigh(mrz(*TD3), "passport")
    assert (seen.verdict, seen.expires) == ("sure", date(2012, 4, 15))
    assert seen.expired(TODAY)


def test_a_wrong_digit_tells_nothing() -> None:
    names, line = passport()
    assert weigh(mrz(names, line[:21] + "3105174" + line[28:]), "passport") == Scanned("unreadable")


def test_nothing_seen_tells_nothing() -> None:
    assert weigh(None, "card") == Scanned("unreadable")


@pytest.mark.parametrize(
    ("lines", "asked"),
    [(TD1, "passport"), (card(), "passport"), (passport(), "card"), (("V" + TD3[0][1:], TD3[1]), "passport")],
)
def test_another_kind_of_paper_is_not_the_one_asked_for(lines: tuple[str, ...], asked: Kind) -> None:
    assert weigh(mrz(*lines), asked) == Scanned("other_paper")


@pytest.mark.parametrize(
    ("expires", "months"),
    [
        (date(2026, 11, 23), 0),
        (date(2026, 11, 24), 0),
        (date(2026, 12, 23), 0),
        (date(2026, 12, 24), 1),
        (date(2027, 5, 24), 6),
    ],
)
def test_months_left_are_whole(expires: date, months: int) -> None:
    seen = Scanned("sure", expires)
    assert seen.months_left(TODAY) == months
    assert seen.expired(TODAY) == (expires < TODAY)

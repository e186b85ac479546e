"""The judge must be able to find against kiosks that went on alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from queue_server.domain.events import Entry
from queue_server.domain.leases import SetAside
from queue_server.domain.tickets import Ticket
from tests.history.outposts import (
    ALONE,
    handed_over_otherwise,
    not_handed_over,
    told_twice,
    unused_or_lent,
    without_hand_overs,
)
from tests.history.record import Act, Outcome

AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
VISIT = "a10ea10e0000000000000001"


def gave(visit: str = VISIT, number: str = "C900", outcome: Outcome = "ok") -> Act:
    return Act("kiosk-1", ALONE, visit, None, outcome, {"id": visit, "number": number, "lease": "L"}, 0, 0)


def brought(visit: str = VISIT, number: str = "C900") -> Act:
    answer = {"visit": visit, "state": "taken", "number": number, "code": ""}
    return Act("kiosk-1", "take_over", f"{visit}-1", None, "ok", answer, 0, 0)


def entries(*told: tuple[str, dict[str, Any]]) -> list[Entry]:
    return [Entry(seq, AT, kind, "kiosk-1", data) for seq, (kind, data) in enumerate(told, 1)]


def handed_over(visit: str = VISIT, number: str = "C900") -> Sequence[tuple[str, dict[str, Any]]]:
    of = {"ticket": visit, "number": number}
    return [("CheckOpened", {"check": visit}), ("NumberHandedOver", of), ("TicketIssued", of)]


@dataclass(frozen=True)
class Book:
    """As much of the office's rows as is looked at."""

    tickets: tuple[Ticket, ...] = ()
    aside: tuple[SetAside, ...] = ()


TICKET = Ticket(VISIT, DAY, "C", 900, "renew", "en", "none", VISIT, AT, "track")


@pytest.mark.parametrize(
    ("book", "lost"),
    [
        (Book((TICKET,)), 0),
        (Book(aside=(SetAside(VISIT, "C900", "kiosk-1", "number_taken", AT, "{}"),)), 0),
        (Book(), 1),
        (Book((replace(TICKET, n=901),)), 1),
    ],
    ids=["there", "set aside", "lost", "of another number"],
)
def test_a_number_told_to_a_visitor_must_stand_in_the_book(book: Any, lost: int) -> None:
    assert len(list(not_handed_over([gave()], book))) == lost
    assert list(not_handed_over([gave(outcome="unknown")], book)) == []


def test_a_number_told_to_two_visitors_is_named() -> None:
    assert list(told_twice([gave(), gave("a10ea10e0000000000000002", "C901")])) == []
    assert len(list(told_twice([gave(), gave("a10ea10e0000000000000002")]))) == 1


def test_a_visit_handed_over_twice_or_never_given_is_named() -> None:
    once = entries(*handed_over())
    assert list(handed_over_otherwise([gave(), brought()], once)) == []
    assert list(handed_over_otherwise([gave(outcome="unknown"), brought()], once)) == []
    assert len(list(handed_over_otherwise([gave(), brought()], entries(*handed_over(), *handed_over())))) == 3
    assert len(list(handed_over_otherwise([brought()], once))) == 1
    assert len(list(handed_over_otherwise([gave(), brought(number="C901")], once))) == 1


def test_hand_overs_are_told_apart_from_what_kiosks_do_at_the_server() -> None:
    replaced = ("TicketCancelled", {"ticket": "t1", "number": "C001"})
    own = ("CheckOpened", {"check": "c1"})
    assert [entry.data for entry in without_hand_overs(entries(own, *handed_over(), replaced))] == [{"check": "c1"}]


def test_numbers_lent_need_not_be_given_and_those_told_of_as_unused_are_the_rest() -> None:
    lease = {"lease": "L", "day": "2026-11-24", "series": "C", "first": 997, "last": 999}
    lent = ("NumbersLeased", lease)
    assert unused_or_lent(entries(lent)) == {(DAY, "C997"), (DAY, "C998"), (DAY, "C999")}
    unused = ("NumbersUnused", {**lease, "numbers": [998]})
    assert unused_or_lent(entries(lent, unused)) == {(DAY, "C998")}

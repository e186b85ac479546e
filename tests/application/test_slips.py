"""How slips fare, and the same number once more."""

import pytest

from queue_server import wire
from queue_server.application import floor as live
from queue_server.application import slips
from queue_server.domain.errors import ReprintAtDesk, Unknown
from queue_server.domain.trust import Actor, Role
from tests.offices import INFORMATION, KIOSK, Floor

UNCERTAIN = wire.SlipFared("uncertain", "no_paper")


def told(floor: Floor, ticket: str, fared: wire.SlipFared, actor: Actor = KIOSK) -> wire.SlipTold:
    return floor.act(actor, lambda tx: slips.tell(tx, ticket, fared))


def copied(floor: Floor, ticket: str, actor: Actor = KIOSK) -> wire.Reprinted:
    return floor.act(actor, lambda tx: slips.reprint(tx, ticket))


def test_a_slip_nobody_told_of_is_reserved(floor: Floor) -> None:
    issued = floor.ticket()
    slip = floor.read(lambda tx: live.ticket_status(tx, issued.id)).slip
    assert slip is not None
    assert (slip.state, slip.copies) == ("reserved", 0)


def test_what_a_printer_did_is_kept_and_journalled(floor: Floor) -> None:
    issued = floor.ticket()
    told(floor, issued.id, UNCERTAIN)
    slip = floor.read(lambda tx: live.ticket_by_number(tx, issued.number)).slip
    assert slip is not None
    assert (slip.state, slip.trouble) == ("uncertain", "no_paper")
    fared = {"ticket": issued.id, "number": "C001", "result": "uncertain", "trouble": "no_paper", "copy": 0}
    assert floor.journal()[-1] == ("SlipFared", fared)


def test_a_kiosk_prints_again_what_may_be_missing(floor: Floor) -> None:
    issued = floor.ticket()
    told(floor, issued.id, UNCERTAIN)
    copy = copied(floor, issued.id)
    assert (copy.number, copy.copy, copy.at) == ("C001", 1, floor.clock.now())
    assert floor.journal()[-1] == ("SlipCopied", {"ticket": issued.id, "number": "C001", "copy": 1})
    assert told(floor, issued.id, wire.SlipFared("printed", copy=1)).state == "printed"


@pytest.mark.parametrize("reason", ["reserved", "printed", "another kiosk's", "the visitor has left", "twice already"])
def test_a_kiosk_prints_nothing_again_but_that(floor: Floor, reason: str) -> None:
    issued = floor.ticket()
    asks = KIOSK
    if reason != "reserved":
        told(floor, issued.id, wire.SlipFared("printed") if reason == "printed" else UNCERTAIN)
    if reason == "another kiosk's":
        asks = Actor("kiosk-2", "kiosk-2", Role.KIOSK)
    if reason == "the visitor has left":
        floor.clock.passes(minutes=16)
    if reason == "twice already":
        for n in (1, 2):
            copied(floor, issued.id)
            told(floor, issued.id, wire.SlipFared("failed", "no_paper", n))
    with pytest.raises(ReprintAtDesk):
        copied(floor, issued.id, asks)


def test_the_information_desk_prints_again_at_any_time(floor: Floor) -> None:
    issued = floor.ticket()
    told(floor, issued.id, wire.SlipFared("printed"))
    floor.clock.passes(hours=3)
    assert [copied(floor, issued.id, INFORMATION).copy for _ in range(3)] == [1, 2, 3]


def test_a_copy_tells_the_people_ahead_now(floor: Floor) -> None:
    first, second = floor.ticket(), floor.ticket()
    assert copied(floor, second.id, INFORMATION).ahead == 1
    assert copied(floor, first.id, INFORMATION).ahead == 0


def test_late_news_of_an_older_piece_does_not_hide_the_newer(floor: Floor) -> None:
    issued = floor.ticket()
    copied(floor, issued.id, INFORMATION)
    told(floor, issued.id, wire.SlipFared("printed", copy=1), INFORMATION)
    assert told(floor, issued.id, UNCERTAIN).state == "printed"
    assert [data["copy"] for kind, data in floor.journal() if kind == "SlipFared"] == [1, 0]


def test_paper_of_a_ticket_that_is_none_is_refused(floor: Floor) -> None:
    with pytest.raises(Unknown):
        told(floor, "none", UNCERTAIN)
    with pytest.raises(Unknown):
        copied(floor, "none")

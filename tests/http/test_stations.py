"""What stations tell of themselves, over HTTP."""

from base64 import b64decode
from typing import Any

import httpx
import pytest

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from queue_server.slips.paper import paper
from tests.offices import GOOD_PAPERS
from tests.servers import Served

FINE = wire.HealthReport("ready", 0, 20_000, 180, 3_000, "0.1.0")
GOOD: dict[str, Any] = {
    "printer": "ready",
    "server_lost": 0,
    "disk_free": 1,
    "memory": 1,
    "memory_free": 1,
    "version": "1",
}

WRONG: list[dict[str, Any]] = [
    {"printer": "on fire"},
    {"disk_free": -1},
    {"memory": 10**12},
    {"version": "1\x1b@"},
    {"version": "1" * 33},
    {"server_lost": "many"},
    {"note": "a field too many"},
]


def number(kiosk: Api) -> wire.Issued:
    check = kiosk.open_check(wire.NewCheck("residence", "ar", wire.Caller("worker")))
    kiosk.change_check(check.id, wire.CheckChange(documents=GOOD_PAPERS[:1]))
    return kiosk.issue(check.id)


def test_an_uncertain_slip_is_told_and_printed_again_as_a_copy(served: Served) -> None:
    kiosk = served.line("kiosk")
    issued = number(kiosk)
    with pytest.raises(Refused) as not_yet:
        kiosk.reprint(issued.id)
    assert not_yet.value.code == "reprint_at_desk"
    assert kiosk.tell_slip(issued.id, wire.SlipFared("uncertain", "no_paper"), "one").state == "uncertain"
    kiosk.tell_slip(issued.id, wire.SlipFared("uncertain", "no_paper"), "one")
    copy = kiosk.reprint(issued.id)
    assert (copy.number, copy.copy) == (issued.number, 1)
    assert paper(b64decode(copy.slip)).height > paper(b64decode(issued.slip)).height
    seen = served.line("information").ticket(issued.id).slip
    assert seen is not None
    assert (seen.state, seen.copies) == ("reserved", 1)


def test_the_same_key_gives_the_same_copy(served: Served) -> None:
    kiosk = served.line("kiosk")
    issued = number(kiosk)
    desk = served.token("information")
    headers = {"Authorization": f"Bearer {desk}", "Idempotency-Key": "once"}
    answers = {
        httpx.post(f"{served.url}/api/v1/tickets/{issued.id}/reprint", headers=headers).content for _ in range(3)
    }
    assert len(answers) == 1


def test_a_kiosks_report_is_seen_at_the_information_desk(served: Served) -> None:
    served.line("kiosk", "north").report(FINE)
    (seen,) = served.line("information").stations()
    assert (seen.name, seen.printer, seen.troubles, seen.silent_since) == ("north", "ready", [], None)


def test_a_report_out_of_bounds_is_refused(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('kiosk')}", "Idempotency-Key": "k"}
    for wrong in WRONG:
        answer = httpx.post(f"{served.url}/api/v1/devices/health", json=GOOD | wrong, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed"), wrong
    assert served.line("supervisor").stations() == []

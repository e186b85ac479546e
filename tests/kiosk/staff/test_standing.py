"""How the kiosk stands, in words and signs."""

import pytest

from kiosk.machines.port import Kind
from kiosk.staff.standing import Found, Line, Machines, lines, look
from queue_server import __version__, wire
from queue_server.client.api import Api
from queue_server.client.printer import PrinterState, WatchedPrinter
from queue_server.client.vitals import Vitals
from tests.kiosk.conftest import Paper
from tests.kiosk.office import Office

FINE = Found(wire.Health("ok", "ok", __version__), PrinterState.READY, Vitals(5000, 100, 900), 0)
CODES: frozenset[Kind] = frozenset({"code"})
MACHINES = Machines("http://office", CODES, ())


def told(
    found: Found = FINE, machines: Machines = MACHINES, scanned: str = "", language: str = "en"
) -> dict[str, Line]:
    return {line.name: line for line in lines(found, machines, scanned, language)}


def test_a_kiosk_that_is_well_has_no_bad_sign() -> None:
    assert {line.mark for line in told().values()} <= {"", "good"}


@pytest.mark.parametrize(
    ("found", "name", "mark"),
    [
        (Found(None, FINE.printer, FINE.vitals, 0), "server", "stop"),
        (Found(wire.Health("ok", "ok", "0.0"), FINE.printer, FINE.vitals, 0), "server", "careful"),
        (Found(FINE.server, PrinterState.NO_PAPER, FINE.vitals, 0), "paper", "stop"),
        (Found(FINE.server, PrinterState.PAPER_LOW, FINE.vitals, 0), "paper", "careful"),
        (Found(FINE.server, PrinterState.UNKNOWN, FINE.vitals, 0), "printer", "careful"),
        (Found(FINE.server, FINE.printer, Vitals(500, 100, 900), 0), "disk", "careful"),
        (Found(FINE.server, FINE.printer, Vitals(5, 100, 900), 0), "disk", "stop"),
        (Found(FINE.server, FINE.printer, None, 0), "disk", "stop"),
        (Found(FINE.server, FINE.printer, Vitals(5000, 100, 9), 0), "memory", "careful"),
        (Found(FINE.server, FINE.printer, FINE.vitals, 3), "waiting", "careful"),
    ],
)
def test_what_is_not_well_has_a_sign(found: Found, name: str, mark: str) -> None:
    for language in ("en", "ar"):
        line = told(found, language=language)[name]
        assert (line.mark, bool(line.told)) == (mark, True)


def test_a_kiosk_meant_to_have_no_printer_has_no_bad_sign_and_no_paper() -> None:
    without = told(Found(FINE.server, PrinterState.NONE, FINE.vitals, 0))
    assert (without["printer"].told, without["printer"].mark) == ("There is no printer here.", "")
    assert "paper" not in without


def test_a_scan_is_told_of_but_not_what_it_read() -> None:
    assert told(scanned="code")["scanner"].told == "A scanner that types. It has just read a code."
    assert told(machines=Machines("", frozenset(), (CODES,)), scanned="blind")["scanner"].mark == "stop"
    assert told(machines=Machines("", frozenset(), ()))["scanner"].told == "No scanner, no camera."


def test_a_look_finds_what_answers_and_what_does_not() -> None:
    office = Office()
    office.away = True
    line = Api("http://office", "t", patience=0, transport=office.transport)

    def unreadable() -> Vitals:
        raise OSError("no such disk")

    found = look(line, WatchedPrinter(Paper()), unreadable, Machines("", frozenset(), (), lambda: 2))
    assert found == Found(None, PrinterState.READY, None, 2)
    line.close()

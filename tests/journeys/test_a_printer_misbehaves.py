"""Whole visits at a kiosk whose printer misbehaves: each leaves with one number, and staff know what happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest

import kiosk.app
from kiosk.settings import Settings
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.printer import Printed, Printer, PrinterState
from queue_server.slips.layout import Banner, Big, Block
from queue_server.slips.paper import paper
from queue_server.slips.raster import raster
from tests.client.misbehaving import FAULTS, Fault
from tests.journeys.building import Building
from tests.journeys.visitor import Visitor
from tests.kiosk.conftest import Clock
from tests.offices import GOOD_PAPERS

VALID = date(2029, 3, 31)
A_LOOK_LATER = 16.0
"""Seconds after which the kiosk looks at its printer again."""
TITLES = {"uncertain": "Look below: your paper may be there.", "failed": "Your paper was not printed."}


@dataclass
class Good:
    """A printer that prints: what came out of it."""

    slips: list[bytes] = field(default_factory=list)

    def print(self, slip: bytes) -> Printed:
        self.slips.append(slip)
        return Printed("printed")

    def state(self) -> PrinterState:
        return PrinterState.READY


@dataclass
class Cabinet:
    """Where the kiosk's printer stands: another one may be put in at any time."""

    stands: Printer = field(default_factory=Good)

    def print(self, slip: bytes) -> Printed:
        return self.stands.print(slip)

    def state(self) -> PrinterState:
        return self.stands.state()


@dataclass
class Place:
    """One kiosk for all the faults, and the information desk that hears of them."""

    building: Building
    cabinet: Cabinet
    clock: Clock
    visitor: Visitor
    desk: Api

    def put_in(self, printer: Printer) -> None:
        """Exchange the printer between two visits, and leave the kiosk the time to look at it."""
        self.cabinet.stands = printer
        self.clock.seconds += A_LOOK_LATER

    def checked_at_home(self) -> str:
        """The code of a check whose papers are in order: whoever brings it has few pages to go."""
        check = self.desk.open_check(wire.NewCheck("renew", "en", wire.Caller("employer")))
        good = wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS)
        return self.desk.change_check(check.id, good).resume_code

    def told(self, number: str) -> list[tuple[str, str | None, int]]:
        """What the office was told of a number's paper: how it fared, why, and which copy."""
        told = (entry.data for entry in self.building.everything() if entry.kind == "SlipFared")
        return [(each["result"], each["trouble"], each["copy"]) for each in told if each["number"] == number]

    def until_seen(self, state: PrinterState) -> None:
        """Wait until the information desk sees how the kiosk's printer stands."""
        self.visitor.wait(lambda: [each.printer for each in self.desk.stations()] == [state], f"{state} at the desk")


@pytest.fixture
def place(building: Building) -> Iterator[Place]:
    cabinet, clock, served = Cabinet(), Clock(), building.served
    settings = Settings(served.url, served.token("kiosk"), size="540x960", inches=13.5, idle=10_000)
    station = kiosk.app.build(settings, printer=cabinet, now=building.now, clock=clock)
    yield Place(building, cabinet, clock, Visitor(station), served.line("information"))
    station.close()


def test_whatever_the_printer_does_each_visitor_leaves_with_one_number_and_staff_know(place: Place) -> None:
    for n, fault in enumerate(FAULTS, 1):
        number = f"C{n:03}"
        with fault.here() as printer:
            place.put_in(printer)
            takes_the_number(place, fault, number)
            assert place.building.happened().count("TicketIssued") == n, fault.name
        if fault.fares.result != "printed":
            prints_again(place, fault, number)
        place.visitor.touch("start-over")
        place.visitor.wait_for("language")


def takes_the_number(place: Place, fault: Fault, number: str) -> None:
    """A whole visit, one page after another or by a code: the number is on the screen whatever becomes of the paper."""
    visitor, fares = place.visitor, fault.fares
    if fault is FAULTS[0]:
        visitor.renews("en", VALID)
    else:
        visitor.scans(f"DAWR:R:{place.checked_at_home()}")
    visitor.wait_for("ready")
    place.until_seen(fault.before)
    visitor.wait(lambda: visitor.sees("printer-caution") == warns(fault.before), f"the caution for {fault.name}")
    assert visitor.takes_number() == number
    if fares.result == "printed":
        visitor.takes_slip()
    else:
        visitor.wait(lambda: TITLES[fares.result] in visitor.is_told("printer-trouble"), f"words for {fault.name}")
        assert "take a photo of it" in visitor.is_told("printer-trouble")
    assert re.findall(r"\b[A-Z]\d{3}\b", visitor.words()) == [number]
    visitor.wait(lambda: place.told(number) == [(fares.result, fares.trouble, 0)], f"{fault.name} to be told")
    place.until_seen(fares.trouble or PrinterState.READY)


def prints_again(place: Place, fault: Fault, number: str) -> None:
    """Somebody has mended the printer: a second paper that may be beside a first says that it is a copy."""
    printer = Good()
    place.put_in(printer)
    place.visitor.touch("print-again")
    place.visitor.takes_slip()
    (slip,) = printer.slips
    copies = 1 if fault.fares.result == "uncertain" else 0
    assert shows(slip, Big(number))
    assert shows(slip, Banner("COPY 1", "en")) == (copies == 1), fault.name
    place.visitor.wait(lambda: place.told(number)[1:] == [("printed", None, copies)], "the second paper to be told")
    place.until_seen(PrinterState.READY)


def warns(state: PrinterState) -> bool:
    """Whether a visitor is told before the number that no paper may come."""
    return state not in {PrinterState.READY, PrinterState.PAPER_LOW}


def shows(slip: bytes, block: Block) -> bool:
    """Whether a block of a slip is on the paper, dot for dot."""
    return raster([block]).tobytes() in paper(slip).tobytes()

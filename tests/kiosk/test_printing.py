"""A number at a kiosk whose printer misbehaves: its view-models over the real client, without a window."""

import gc
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
import shiboken6
import zxingcpp
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assets.words import say
from kiosk.reporting import Reporter
from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.number import Number
from kiosk.viewmodels.printing import Printing
from kiosk.viewmodels.station import Station
from kiosk.viewmodels.visit import Visit
from queue_server.client.api import Api
from queue_server.client.printer import Printed, Printer, PrinterState, WatchedPrinter, printer_from
from queue_server.client.qt import Operations
from queue_server.client.slipbook import SlipBook
from queue_server.client.vitals import Vitals
from queue_server.domain.slip import SlipState
from tests.client.misbehaving import FAULTS, Fault
from tests.kiosk.conftest import Clock, Paper
from tests.kiosk.office import VALID, Office

TITLES = {
    "printed": "Take your paper",
    "uncertain": "Look below: your paper may be there.",
    "failed": "Your paper was not printed.",
}
CAUTIOUS = {PrinterState.NO_PAPER, PrinterState.COVER_OPEN, PrinterState.OFFLINE, PrinterState.UNKNOWN}


@dataclass
class Stand:
    """A kiosk without a window, and the office it speaks to."""

    office: Office
    visit: Visit
    number: Number
    printing: Printing
    station: Station
    book: SlipBook
    clock: Clock

    def walks_to_the_ready_page(self) -> None:
        """Somebody whose papers are in order comes."""
        for page, value in (
            ("language", "en"),
            ("caller", "employer"),
            ("group", "permits"),
            ("service", "renew"),
            ("question", "yes"),
            ("paper", "have"),
            ("date", VALID.isoformat()),
        ):
            self.answers(page, value)
        self.until(lambda: self.visit.property("page") == "ready")

    def answers(self, page: str, value: str) -> None:
        """Answer a page once it is there."""
        self.until(lambda: self.visit.property("page") == page and not self.visit._acts.busy)
        self.visit.choose(value)

    def takes_a_number(self) -> None:
        """Come, and touch for the number; wait until its slip has fared somehow."""
        self.walks_to_the_ready_page()
        self.touches_for_the_number()

    def touches_for_the_number(self) -> None:
        """The last touch."""
        self.visit.choose("none")
        self.until(lambda: self.says("state") in TITLES)

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait, with the event loop alive."""
        for _ in range(800):
            if happened():
                return
            QTest.qWait(10)
        raise AssertionError(
            f"waited in vain; the page is {self.visit.property('page')}, the slip {self.says('state')}"
        )

    def says(self, what: str) -> Any:
        """What the pages are told of the slip."""
        return self.printing.property(what)

    @property
    def shown(self) -> tuple[str, int]:
        """The number on the screen, and how many were given."""
        return str(self.number.property("number")), len(self.office.priorities)


@contextmanager
def standing(office: Office, printer: Printer, clock: Clock) -> Iterator[Stand]:
    api = Api("http://office", "token", patience=0, transport=office.transport)
    watched, book, operations = WatchedPrinter(printer), SlipBook(), Operations()
    acts = Acts(operations, operations)
    visit = Visit(api, acts, "en", operations)
    reporter = Reporter(api, book, lambda: Vitals(20_000, 180, 3000))
    station = Station(visit, watched, reporter, operations, operations, clock=clock)
    printing = Printing(visit, api, api, watched, book, acts, station, operations)
    visit.stock()
    yield Stand(office, visit, Number(visit, operations), printing, station, book, clock)
    acts.abandon()
    operations.wait()
    api.close()
    book.close()
    shiboken6.delete(operations)


@pytest.fixture(scope="module", autouse=True)
def screens_thread_only(qapp: QApplication) -> Iterator[None]:
    """Garbage is collected here only, and once: for each test it would take longer than the test."""
    gc.disable()
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@pytest.fixture
def stand(small_office: Office, paper: Paper, clock: Clock) -> Iterator[Stand]:
    with standing(small_office, paper, clock) as stand:
        yield stand


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_whatever_the_printer_does_there_is_one_number_the_right_words_and_the_truth_for_staff(
    small_office: Office, clock: Clock, fault: Fault
) -> None:
    small_office.slip = b"\x1b@" + bytes(20_000)
    with fault.here() as printer, standing(small_office, printer, clock) as stand:
        stand.until(lambda: small_office.reports != [])
        assert [report.printer for report in small_office.reports] == [fault.before.value]
        stand.walks_to_the_ready_page()
        assert (stand.says("caution") != "") == (fault.before in CAUTIOUS)

        stand.touches_for_the_number()
        result, trouble = fault.fares.result, fault.fares.trouble
        assert stand.shown == ("C042", 1)
        assert stand.says("title") == TITLES[result]
        assert stand.says("trouble") == ("" if result == "printed" or trouble is None else trouble.explain("en"))

        stand.until(lambda: small_office.fared != [])
        (told,) = small_office.fared
        assert (told.result, told.trouble, told.copy) == (result, trouble, 0)
        assert stand.book.untold() == []
        expected = trouble or PrinterState.READY
        stand.until(lambda: small_office.reports[-1].printer == expected.value)


def test_a_slip_that_certainly_did_not_come_out_is_no_copy_the_second_time(stand: Stand, paper: Paper) -> None:
    paper.fares = Printed("failed", PrinterState.NO_PAPER)
    stand.takes_a_number()
    paper.fares = Printed("printed")
    stand.printing.again()
    stand.until(lambda: stand.says("state") == "printed")
    assert paper.slips == [b"slip C042", b"slip C042"]
    assert stand.office.copies == 0
    stand.until(lambda: [told.result for told in stand.office.fared] == ["failed", "printed"])


def test_a_slip_that_may_have_come_out_is_printed_again_as_a_copy(stand: Stand, paper: Paper) -> None:
    paper.fares = Printed("uncertain", PrinterState.COVER_OPEN)
    stand.takes_a_number()
    paper.fares = Printed("printed")
    stand.printing.again()
    stand.until(lambda: stand.says("state") == "printed")
    assert paper.slips == [b"slip C042", b"copy 1 of slip C042"]
    assert stand.shown == ("C042", 1)
    stand.until(lambda: [(told.result, told.copy) for told in stand.office.fared] == [("uncertain", 0), ("printed", 1)])


def test_without_the_server_what_may_be_there_is_not_called_gone(
    stand: Stand, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queue_server.client.number_slip.REPRINT_PATIENCE", 0.0)
    paper.fares = Printed("uncertain", PrinterState.COVER_OPEN)
    stand.takes_a_number()
    stand.office.away = True
    stand.printing.again()
    stand.until(lambda: stand.says("state") == "uncertain")
    assert stand.says("title") == TITLES["uncertain"]
    assert stand.says("canRepeat")
    assert paper.slips == [b"slip C042"]


def test_when_the_office_refuses_a_copy_the_desk_is_named(stand: Stand, paper: Paper) -> None:
    paper.fares = Printed("uncertain")
    stand.takes_a_number()
    stand.office.refuse("/reprint", 409, "reprint_at_desk")
    stand.printing.again()
    stand.until(lambda: not stand.says("canRepeat"))
    assert stand.says("state") == "uncertain"
    assert paper.slips == [b"slip C042"]


def test_how_a_slip_fared_is_told_when_the_server_is_back(stand: Stand, paper: Paper) -> None:
    paper.fares = Printed("uncertain", PrinterState.NO_PAPER)
    stand.walks_to_the_ready_page()
    stand.office.deaf = True
    stand.visit.choose("none")
    stand.until(lambda: stand.says("state") == "uncertain")
    stand.until(lambda: not stand.station._busy)
    assert [piece.state for piece in stand.book.untold()] == [SlipState.UNCERTAIN]
    stand.office.deaf = False
    stand.visit.startOver()
    stand.clock.seconds += 5
    stand.until(lambda: [told.result for told in stand.office.fared] == ["uncertain"])
    stand.until(lambda: any(report.server_lost > 0 for report in stand.office.reports))


def test_the_printer_is_known_before_a_number_is_taken_and_nobody_is_kept_from_it(stand: Stand, paper: Paper) -> None:
    stand.walks_to_the_ready_page()
    assert stand.says("caution") == ""
    paper.stands = PrinterState.NO_PAPER
    stand.clock.seconds += 3
    stand.until(lambda: stand.says("caution") == "The printer has no paper.")
    stand.visit.choose("none")
    stand.until(lambda: stand.shown == ("C042", 1))


def test_a_kiosk_without_a_printer_says_so_calmly_and_reports_no_fault(small_office: Office, clock: Clock) -> None:
    with standing(small_office, printer_from("none:"), clock) as stand:
        stand.walks_to_the_ready_page()
        assert (stand.says("state"), stand.says("title")) == ("none", "This machine prints no paper.")
        stand.visit.choose("none")
        stand.until(lambda: stand.shown == ("C042", 1))
        assert (stand.says("caution"), stand.says("trouble"), stand.says("state")) == ("", "", "none")
        page = Image.open(BytesIO(b64decode(stand.number.property("page").partition(",")[2])))
        (code,) = zxingcpp.read_barcodes(page.resize((page.width * 4, page.height * 4), Image.Resampling.NEAREST))
        assert code.text == "track"
        stand.until(lambda: not stand.station._busy)
        assert small_office.fared == []
        assert {report.printer for report in small_office.reports} == {"none"}


def test_away_from_the_number_the_printer_is_left_in_peace(stand: Stand, paper: Paper) -> None:
    stand.until(lambda: stand.station.state is not None)
    paper.stands = PrinterState.COVER_OPEN
    stand.clock.seconds += 14
    stand.station.look()
    stand.until(lambda: not stand.station._busy)
    assert stand.station.state is PrinterState.READY
    stand.clock.seconds += 1
    stand.until(lambda: stand.station.state is PrinterState.COVER_OPEN)


def test_the_kiosk_reports_every_half_minute_and_when_its_printer_stands_otherwise(stand: Stand, paper: Paper) -> None:
    stand.until(lambda: len(stand.office.reports) == 1 and not stand.station._busy)
    stand.clock.seconds += 30
    stand.until(lambda: len(stand.office.reports) == 2 and not stand.station._busy)
    paper.stands = PrinterState.PAPER_LOW
    stand.clock.seconds += 15
    stand.until(lambda: len(stand.office.reports) == 3)
    assert [report.printer for report in stand.office.reports] == ["ready", "ready", "paper_low"]
    assert (stand.office.reports[0].disk_free, stand.office.reports[0].memory_free) == (20_000, 3000)


def test_the_words_are_those_of_the_visitors_language(stand: Stand, paper: Paper) -> None:
    paper.fares = Printed("failed", PrinterState.NO_PAPER)
    stand.takes_a_number()
    stand.visit.changeLanguage()
    assert stand.says("title") == say(TITLES["failed"], "ar")
    assert stand.says("trouble") == PrinterState.NO_PAPER.explain("ar")

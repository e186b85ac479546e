import socket
import threading
import time

import pytest

from queue_server.client.printer import Printed, Printer, PrinterState, printer_from
from queue_server.client.printers.lines import SocketLine
from queue_server.client.printers.receipt import ReceiptPrinter
from tests.client.fake_receipt_printer import FINE, NO_PAPER, FakeReceiptPrinter

SLIP = b"\x1b@" + bytes(20_000)


def hurried(fake: FakeReceiptPrinter) -> Printer:
    """A printer at the fake's address that loses patience quickly."""
    host, port = fake.url.removeprefix("network://").split(":")
    return ReceiptPrinter(lambda: SocketLine(host, int(port)), timeout=0.3, patience=0.5)


def test_a_slip_is_printed_when_the_printer_says_it_worked_through_it() -> None:
    with FakeReceiptPrinter(FINE, paper=0x00) as fake:
        assert printer_from(fake.url).print(SLIP) == Printed("printed")
        assert SLIP in fake.taken


def test_paper_that_runs_low_is_told_with_the_printed_slip() -> None:
    with FakeReceiptPrinter(FINE, paper=0x03) as fake:
        assert printer_from(fake.url).print(SLIP) == Printed("printed", PrinterState.PAPER_LOW)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}, PrinterState.READY),
        ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x1E}, PrinterState.PAPER_LOW),
        ({1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}, PrinterState.NO_PAPER),
        ({1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x12}, PrinterState.COVER_OPEN),
        ({1: 0x1A, 2: 0x12, 3: 0x12, 4: 0x12}, PrinterState.OFFLINE),
        ({1: 0x12, 2: 0x52, 3: 0x1A, 4: 0x12}, PrinterState.OFFLINE),  # the cutter is stuck
        ({1: 0xFF, 2: 0xFF, 3: 0xFF, 4: 0xFF}, PrinterState.UNKNOWN),  # not an answer at all
        ({1: 0x12, 2: 0x12}, PrinterState.UNKNOWN),
        ({}, PrinterState.UNKNOWN),
    ],
)
def test_the_state_is_what_the_printer_says_and_silence_is_unknown(
    answers: dict[int, int], state: PrinterState
) -> None:
    with FakeReceiptPrinter(answers) as fake:
        assert hurried(fake).state() is state


def test_nothing_is_sent_to_a_printer_that_cannot_print() -> None:
    with FakeReceiptPrinter(NO_PAPER) as fake:
        assert printer_from(fake.url).print(SLIP) == Printed("failed", PrinterState.NO_PAPER)
        assert b"\x1b@" not in fake.taken


def test_a_silent_printer_gets_the_slip_but_is_not_believed() -> None:
    with FakeReceiptPrinter() as fake:
        assert hurried(fake).print(SLIP) == Printed("uncertain", PrinterState.UNKNOWN)
        assert SLIP in fake.taken


def test_a_printer_that_never_says_it_is_done_is_not_believed() -> None:
    with FakeReceiptPrinter(FINE, paper=None) as fake:
        assert hurried(fake).print(SLIP) == Printed("uncertain", PrinterState.UNKNOWN)


def test_paper_that_ends_in_the_middle_of_a_slip_is_told() -> None:
    with FakeReceiptPrinter(FINE, afterwards=NO_PAPER) as fake:
        assert hurried(fake).print(SLIP) == Printed("uncertain", PrinterState.NO_PAPER)


def test_a_printer_that_dies_in_the_middle_of_a_slip_is_uncertain() -> None:
    with FakeReceiptPrinter(FINE, paper=0x00, dies_after=3000) as fake:
        assert printer_from(fake.url).print(SLIP) == Printed("uncertain", PrinterState.UNKNOWN)


def test_a_printer_that_hangs_up_before_the_slip_has_failed() -> None:
    with FakeReceiptPrinter(FINE, dies_after=0) as fake:
        assert printer_from(fake.url).print(SLIP) == Printed("failed", PrinterState.OFFLINE)


def test_a_printer_that_is_not_there_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    printer = printer_from(f"network://127.0.0.1:{port}")
    assert printer.state() is PrinterState.OFFLINE
    assert printer.print(SLIP) == Printed("failed", PrinterState.OFFLINE)


def test_a_fault_is_told_within_three_seconds_of_the_slip() -> None:
    with FakeReceiptPrinter(FINE, afterwards=NO_PAPER) as fake:
        began = time.monotonic()
        assert printer_from(fake.url).print(SLIP).trouble is PrinterState.NO_PAPER
        assert time.monotonic() - began < 3


def test_two_slips_at_once_are_printed_one_after_the_other() -> None:
    with FakeReceiptPrinter(FINE, paper=0x00) as fake:
        printer = printer_from(fake.url)
        slips = [b"\x1b@" + letter * 5000 for letter in (b"A", b"B")]
        results: list[Printed] = []
        threads = [threading.Thread(target=lambda slip=slip: results.append(printer.print(slip))) for slip in slips]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == [Printed("printed")] * 2
        assert all(slip in fake.taken for slip in slips)


def test_reports_nobody_asked_for_are_no_answers() -> None:
    asb = bytes([0x10, 0x00, 0x0F, 0x00])
    with FakeReceiptPrinter(FINE, paper=None, babbles=asb) as fake:
        assert hurried(fake).print(SLIP) == Printed("uncertain", PrinterState.UNKNOWN)


def test_an_answer_between_reports_nobody_asked_for_is_heard() -> None:
    class Talkative(FakeReceiptPrinter):
        def answer(self, heard: bytes) -> bytes:
            return bytes([0x11, 0x10, 0x00, 0x0F, 0x00]) + super().answer(heard)

    with Talkative(FINE, paper=0x00) as fake:
        assert hurried(fake).print(SLIP) == Printed("printed")


def test_late_answers_to_an_earlier_conversation_are_forgotten() -> None:
    class Line:
        """A line on which the answers to somebody else are still waiting."""

        def __init__(self) -> None:
            self.waiting = [bytes([0x12, 0x32]), bytes([0x00])]
            self.printer = FakeReceiptPrinter(NO_PAPER)

        def write(self, data: bytes) -> None:
            self.waiting.append(self.printer.answer(data))

        def read(self, seconds: float) -> bytes:
            return self.waiting.pop(0) if self.waiting else b""

        def close(self) -> None:
            pass

    assert ReceiptPrinter(Line).state() is PrinterState.NO_PAPER  # type: ignore[arg-type]

import errno
import os
import socket
import threading
import time
import tty
from collections.abc import Iterator

import pytest
import usb.core  # type: ignore[import-untyped] # published without types

from queue_server.client.printer import Printed, PrinterState, printer_from
from queue_server.client.printers.lines import SerialLine, SocketLine, UsbLine
from queue_server.client.printers.receipt import ReceiptPrinter
from tests.client.fake_receipt_printer import FINE, NO_PAPER, FakeReceiptPrinter

SLIP = b"\x1b@" + bytes(2000)


class FakeUsbPrinter:
    """What pyusb shows of a printer that is plugged in."""

    def __init__(self, printer: FakeReceiptPrinter) -> None:
        self._printer = printer
        self._answers = b""
        self.backend = self
        self.endpoints: set[int] = set()

    def set_configuration(self) -> None: ...

    def reset(self) -> None: ...

    def write(self, endpoint: int, data: bytes, _timeout: int) -> None:
        self.endpoints.add(endpoint)
        self._printer.taken += data
        self._answers += self._printer.answer(data)

    def read(self, endpoint: int, _size: int, timeout: int) -> bytes:
        self.endpoints.add(endpoint)
        if not self._answers:
            time.sleep(timeout / 1000)
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        answers, self._answers = self._answers, b""
        return answers


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> FakeUsbPrinter:
    """A USB printer that is fine."""
    device = FakeUsbPrinter(FakeReceiptPrinter(FINE, paper=0x00))
    monkeypatch.setattr("usb.core.find", lambda **wanted: device if wanted["idVendor"] == 0x04B8 else None)
    monkeypatch.setattr("usb.util.dispose_resources", lambda _device: None)
    return device


def test_a_usb_printer_is_spoken_to_by_its_own_endpoints(plugged_in: FakeUsbPrinter) -> None:
    assert printer_from("usb://04b8:0202?out=03&in=81").print(SLIP) == Printed("printed")
    assert plugged_in.endpoints == {0x03, 0x81}
    assert SLIP in plugged_in._printer.taken


def test_a_usb_printer_out_of_paper_is_told(plugged_in: FakeUsbPrinter) -> None:
    plugged_in._printer.status = NO_PAPER
    assert printer_from("usb://04b8:0202").state() is PrinterState.NO_PAPER


def test_a_silent_usb_printer_is_unknown(plugged_in: FakeUsbPrinter) -> None:
    plugged_in._printer.status = {}
    station = ReceiptPrinter(lambda: UsbLine(0x04B8, 0x0202), timeout=0.3)
    assert station.state() is PrinterState.UNKNOWN


@pytest.mark.usefixtures("plugged_in")
def test_a_usb_printer_that_is_not_plugged_in_is_offline() -> None:
    assert printer_from("usb://1504:0006").print(SLIP) == Printed("failed", PrinterState.OFFLINE)


@pytest.fixture
def serial_port() -> Iterator[tuple[FakeReceiptPrinter, str]]:
    """A printer at the other end of a serial port, and the port's device."""
    printer = FakeReceiptPrinter(FINE, paper=0x00)
    far, near = os.openpty()
    tty.setraw(near)

    def serve() -> None:
        while heard := os.read(far, 4096):
            if heard == b"end":
                return
            printer.taken += heard
            os.write(far, printer.answer(heard))

    thread = threading.Thread(target=serve)
    thread.start()
    yield printer, os.ttyname(near)
    os.write(near, b"end")
    thread.join()
    os.close(near)
    os.close(far)


def test_a_serial_printer_is_asked_and_believed_like_any_other(serial_port: tuple[FakeReceiptPrinter, str]) -> None:
    printer, device = serial_port
    station = printer_from(f"serial://{device}?baud=38400")
    assert station.state() is PrinterState.READY
    assert station.print(SLIP) == Printed("printed")
    assert SLIP in printer.taken


def test_a_serial_printer_that_takes_nothing_does_not_hold_the_station(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queue_server.client.printers.lines._TIMEOUT", 0.2)
    far, near = os.openpty()
    tty.setraw(near)
    station = ReceiptPrinter(lambda: SerialLine(os.ttyname(near), 38400), timeout=0.2)
    assert station.print(bytes(100_000)) == Printed("uncertain", PrinterState.UNKNOWN)
    os.close(near)
    os.close(far)


def test_a_serial_port_that_is_not_there_is_offline() -> None:
    assert printer_from("serial:///dev/no-such-port").state() is PrinterState.OFFLINE


def test_no_piece_of_a_slip_waits_for_the_one_before_to_be_owned_up_to() -> None:
    with FakeReceiptPrinter(FINE) as printer:
        line = SocketLine(*printer.address)
        assert line._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        line.close()

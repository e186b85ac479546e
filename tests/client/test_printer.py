from pathlib import Path

import pytest

from queue_server.client.printer import BadPrinterUrl, Printed, PrinterState, printer_from
from queue_server.client.printers.preview import PreviewPrinter
from queue_server.client.printers.receipt import ReceiptPrinter


@pytest.mark.parametrize(
    "url",
    [
        "network://10.0.0.9:9100",
        "network://printer",
        "usb://04b8:0202",
        "usb://04b8:0202?out=03&in=81",
        "serial:///dev/ttyUSB0?baud=38400",
    ],
)
def test_a_url_names_a_printer_that_can_be_asked_and_opens_nothing_yet(url: str) -> None:
    assert isinstance(printer_from(url), ReceiptPrinter)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "must begin with network:, usb:, serial:, file:, preview:, none:"),
        ("lpr://printer", "must begin with"),
        ("network://", "network://host:9100"),
        ("network://host:port", "port"),
        ("network://host:99999", "Port out of range"),
        ("usb://epson", "hexadecimal"),
        ("usb://04b8:0202?in=zz", "zz"),
        ("serial://ttyUSB0", "serial:///dev/ttyUSB0"),
        ("serial:///dev/ttyUSB0?baud=fast", "fast"),
        ("file:", "file:///dev/usb/lp0"),
        ("preview://slips", "preview:///folder"),
    ],
)
def test_a_url_that_cannot_be_understood_says_what_was_expected(url: str, why: str) -> None:
    with pytest.raises(BadPrinterUrl, match=why) as refused:
        printer_from(url)
    assert repr(url) in str(refused.value)


def test_a_preview_folder_may_have_a_space_in_its_name(tmp_path: Path) -> None:
    printer = printer_from(f"preview://{tmp_path}/my%20slips")
    assert isinstance(printer, PreviewPrinter)
    printer.print(b"\x1b@")
    assert (tmp_path / "my slips" / "001.bin").exists()


def test_without_a_printer_nothing_is_ever_printed_and_nothing_is_out_of_order() -> None:
    printer = printer_from("none:")
    assert printer.print(b"slip") == Printed("failed", PrinterState.NONE)
    assert printer.state() is PrinterState.NONE


def test_a_device_file_takes_the_slip_but_says_nothing(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    printer = printer_from(f"file://{device}")
    assert printer.print(b"slip") == Printed("uncertain", PrinterState.UNKNOWN)
    assert device.read_bytes() == b"slip"
    assert printer.state() is PrinterState.UNKNOWN


def test_an_unplugged_device_file_is_offline_and_is_not_created(tmp_path: Path) -> None:
    printer = printer_from(f"file://{tmp_path}/lp0")
    assert printer.state() is PrinterState.OFFLINE
    assert printer.print(b"slip") == Printed("failed", PrinterState.OFFLINE)
    assert list(tmp_path.iterdir()) == []


def test_a_device_file_that_breaks_off_is_uncertain() -> None:
    # Linux's own full device: it opens, and refuses every byte.
    assert printer_from("file:///dev/full").print(b"slip") == Printed("uncertain", PrinterState.UNKNOWN)


@pytest.mark.parametrize("state", list(PrinterState))
def test_every_state_has_its_sentence_in_both_languages(state: PrinterState) -> None:
    assert state.explain("en").endswith(".")
    assert state.explain("ar") != state.explain("en")


def test_only_a_fault_that_is_known_keeps_a_slip_back() -> None:
    assert {state for state in PrinterState if state.can_print} == {
        PrinterState.READY,
        PrinterState.PAPER_LOW,
        PrinterState.UNKNOWN,
    }

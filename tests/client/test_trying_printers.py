"""`./run printer` as whoever installs a printer sees it."""

from pathlib import Path

import pytest

from assets.typefaces import writable
from assets.words import languages
from queue_server.client import trying_printers as command
from queue_server.client.printers import finding
from queue_server.client.printers.finding import Found
from tests.client.fake_receipt_printer import COVER_OPEN, FINE, FakeReceiptPrinter


def nothing() -> list[Found]:
    return []


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine with nothing on it."""
    for way in ("usb_printers", "device_files", "serial_ports"):
        monkeypatch.setattr(finding, way, nothing)
    return monkeypatch


def test_a_machine_without_a_printer_is_told_what_to_try(
    bare_machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([]) == 1
    assert "No printer was found on this machine" in capsys.readouterr().out


def test_a_way_that_cannot_be_looked_at_hides_no_other(
    bare_machine: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_library() -> list[Found]:
        raise OSError("the Debian package libusb-1.0-0 is not installed")

    bare_machine.setattr(finding, "usb_printers", no_library)
    bare_machine.setattr(finding, "device_files", lambda: [Found("file:///dev/usb/lp0", "a printer's device file")])
    assert command.main([]) == 0
    out = capsys.readouterr().out
    assert "USB: not looked at: the Debian package libusb-1.0-0" in out
    assert "file:///dev/usb/lp0" in out


def test_a_printer_that_works_prints_a_page_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeReceiptPrinter(status=FINE, paper=0x00) as printer:
        assert command.main([printer.url.removeprefix("network://")]) == 0
        assert len(printer.taken) > 10_000
    out = capsys.readouterr().out
    assert "It answers, and is ready." in out
    assert "The test page was printed" in out


def test_a_printer_in_trouble_is_explained_and_nothing_is_sent(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeReceiptPrinter(status=COVER_OPEN) as printer:
        assert command.main([printer.url]) == 1
    assert "its cover is open" in capsys.readouterr().out


def test_only_asking_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeReceiptPrinter(status=FINE, paper=0x00) as printer:
        assert command.main([printer.url, "--no-page"]) == 0
        assert len(printer.taken) < 100
    assert "page" not in capsys.readouterr().out


def test_the_page_can_be_looked_at_without_a_printer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main([f"preview://{tmp_path}"])
    assert len(list(tmp_path.glob("*.png"))) == 1
    assert capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["ftp://nowhere", "usb://what"])
def test_a_wrong_address_is_refused_with_what_was_expected(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([wrong])
    assert ended.value.code == 2
    assert wrong in capsys.readouterr().err


def test_every_language_of_the_visitors_can_be_drawn_here() -> None:
    assert [spoken for spoken in languages() if not writable(spoken)] == []

"""What `./run printer` finds, without a printer at hand: devices as the libraries describe them."""

import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from queue_server.client.printers.finding import device_files, on_network, serial_ports, usb_printers


@dataclass
class End:
    bEndpointAddress: int  # noqa: N815  # As pyusb names it.


class Interface(list[End]):
    def __init__(self, kind: int, *ends: int) -> None:
        super().__init__(End(end) for end in ends)
        self.bInterfaceClass = kind


@dataclass
class Device:
    interfaces: list[Interface]
    manufacturer: str | None = "EPSON"
    product: str | None = "TM-T20III"
    idVendor: int = 0x04B8  # noqa: N815
    idProduct: int = 0x0E28  # noqa: N815
    bus: int = 999
    address: int = 1

    def __iter__(self) -> Any:
        return iter([self.interfaces])


@dataclass
class Port:
    device: str
    description: str | None = field(default="n/a")


def test_a_printer_on_usb_is_named_with_the_ends_it_has() -> None:
    [found] = usb_printers(lambda: [Device([Interface(3, 0x81), Interface(7, 0x01, 0x82)])])
    assert (found.url, found.what, found.advice) == ("usb://04b8:0e28?out=01&in=82", "EPSON TM-T20III", "")


def test_a_printer_on_usb_that_cannot_answer_is_told_of() -> None:
    [found] = usb_printers(lambda: [Device([Interface(7, 0x02)], manufacturer=None, product=None)])
    assert found.url == "usb://04b8:0e28?out=02"
    assert "never be known" in found.advice


def test_what_is_no_printer_is_left_out() -> None:
    assert usb_printers(lambda: [Device([Interface(3, 0x81)])]) == []


def test_a_device_file_is_found_with_what_it_cannot_do(tmp_path: Path) -> None:
    (tmp_path / "lp0").touch()
    [found] = device_files(tmp_path)
    assert found.url == f"file://{tmp_path}/lp0"
    assert "usb://" in found.advice
    assert device_files(tmp_path / "nothing") == []


def test_serial_ports_are_named_in_order() -> None:
    found = serial_ports(lambda: [Port("/dev/ttyUSB1", "USB-Serial"), Port("/dev/ttyS0")])
    assert [(each.url, each.what) for each in found] == [
        ("serial:///dev/ttyS0", "a serial port"),
        ("serial:///dev/ttyUSB1", "a serial port: USB-Serial"),
    ]


def test_whoever_listens_on_the_network_is_found() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert [each.url for each in on_network("127.0.0.1/32", port)] == [f"network://127.0.0.1:{port}"]
    assert on_network("127.0.0.1/32", port) == []


@pytest.mark.parametrize("subnet", ["10.0.0.0/8", "the hall"])
def test_a_network_that_is_too_large_or_none_is_refused(subnet: str) -> None:
    with pytest.raises(ValueError, match=r"addresses|does not appear"):
        on_network(subnet)

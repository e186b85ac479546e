"""Printers there are: on USB, behind device files and serial ports, and, when asked, on a network."""

import os
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any

PORT = 9100
"""Where receipt printers listen on a network."""
_MOST_ADDRESSES = 1024
_PRINTER_CLASS = 7
_AT_ONCE, _CONNECT = 64, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may be a printer: how it is named to Dawr, what it is, and what stands in the way."""

    url: str
    what: str
    advice: str = ""


def usb_printers(devices: Callable[[], Iterable[Any]] | None = None) -> list[Found]:
    """Devices on USB that say they are printers. Raises `OSError` when USB cannot be looked at."""
    return [found for device in (devices or _usb_devices)() for found in _on_usb(device)]


def device_files(folder: Path = Path("/dev/usb")) -> list[Found]:
    """Printers the kernel has a device file for."""
    return [
        Found(f"file://{file}", "a printer's device file", _may_write(file, "lp") or _MUTE)
        for file in sorted(folder.glob("lp*"))
    ]


def serial_ports(ports: Callable[[], Iterable[Any]] | None = None) -> list[Found]:
    """Serial ports of this machine; what hangs on them only asking tells."""
    return [
        Found(
            f"serial://{port.device}",
            f"a serial port: {port.description}" if port.description not in {None, "n/a"} else "a serial port",
            _may_write(Path(port.device), "dialout"),
        )
        for port in sorted((ports or _serial_ports)(), key=lambda port: str(port.device))
    ]


def on_network(subnet: str, port: int = PORT) -> list[Found]:
    """Whoever listens where printers do; each address is knocked at once, and nothing is sent.

    Raises `ValueError` for what is no subnet, or one of more than 1,024 addresses.
    """
    network = ip_network(subnet, strict=False)
    if network.num_addresses > _MOST_ADDRESSES:
        raise ValueError(f"{subnet} has {network.num_addresses} addresses: name a part of it, as 192.168.1.0/24")
    hosts = [str(host) for host in network.hosts()]
    with ThreadPoolExecutor(_AT_ONCE) as knocking:
        answers = knocking.map(lambda host: _listens(host, port), hosts)
        return [
            Found(f"network://{host}:{port}", "listens where printers do")
            for host, listens in zip(hosts, answers, strict=True)
            if listens
        ]


_MUTE = "Whatever is sent there, it cannot be asked whether it printed: the usb:// way is better."


def _usb_devices() -> Iterable[Any]:
    import usb.core  # type: ignore[import-untyped] # published without types; loaded only by whoever looks

    try:
        return list(usb.core.find(find_all=True))
    except usb.core.NoBackendError:
        raise OSError("the Debian package libusb-1.0-0 is not installed") from None


def _serial_ports() -> Iterable[Any]:
    from serial.tools.list_ports import comports  # type: ignore[import-untyped]

    return list(comports())


def _on_usb(device: Any) -> Iterator[Found]:
    for configuration in device:
        for interface in configuration:
            if interface.bInterfaceClass == _PRINTER_CLASS:
                yield _usb_printer(device, interface)
                return


def _usb_printer(device: Any, interface: Any) -> Found:
    addresses = [end.bEndpointAddress for end in interface]
    # Bit 7 of an endpoint's address says that it speaks to us.
    hears = next((address for address in addresses if not address & 0x80), 0x01)
    speaks = next((address for address in addresses if address & 0x80), None)
    asked = f"?out={hears:02x}" + ("" if speaks is None else f"&in={speaks:02x}")
    url = f"usb://{device.idVendor:04x}:{device.idProduct:04x}{asked}"
    file = Path(f"/dev/bus/usb/{device.bus:03}/{device.address:03}")
    mute = "" if speaks is not None else "It has no way to answer: whether it printed will never be known."
    return Found(url, _name(device), _may_write(file, "lp") or mute)


def _name(device: Any) -> str:
    try:
        told = " ".join(filter(None, (device.manufacturer, device.product)))
    except (OSError, ValueError):  # Not readable without the right to use the device.
        told = ""
    return told or "a printer on USB"


def _may_write(file: Path, group: str) -> str:
    """What to do when this user may not write there; empty when nothing is in the way."""
    if not file.exists() or os.access(file, os.W_OK):
        return ""
    return f"This user may not use it: sudo usermod -aG {group} USER, then sign in anew (docs/printers.md)."


def _listens(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), _CONNECT).close()
    except OSError:
        return False
    return True

"""The printer of a station, found by its URL."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from queue_server.client.printers.lines import SerialLine, SocketLine, UsbLine
from queue_server.client.printers.mute import FilePrinter, NoPrinter
from queue_server.client.printers.port import Printed, Printer, PrinterState
from queue_server.client.printers.preview import PreviewPrinter
from queue_server.client.printers.receipt import ReceiptPrinter
from queue_server.client.printers.watched import WatchedPrinter

__all__ = ["BadPrinterUrl", "Printed", "Printer", "PrinterState", "WatchedPrinter", "printer_from"]


class BadPrinterUrl(ValueError):
    """A printer's URL that cannot be understood; the message says what was expected."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"printer {url!r}: {why}")


def printer_from(url: str) -> Printer:
    """The printer a URL names; nothing is opened before the first slip. Raises BadPrinterUrl.

    `network://host:9100`, `usb://04b8:0202` (and its endpoints: `?out=01&in=82`), `serial:///dev/ttyUSB0?baud=38400`, `file:///dev/usb/lp0`,
    `preview:///folder` (pictures instead of paper) or `none:`.
    """
    scheme = url.partition(":")[0]
    build = _SCHEMES.get(scheme)
    if build is None:
        raise BadPrinterUrl(url, "must begin with " + ", ".join(f"{known}:" for known in _SCHEMES))
    try:
        return build(urlsplit(url))
    except ValueError as wrong:
        raise BadPrinterUrl(url, str(wrong)) from None


def _network(url: SplitResult) -> Printer:
    host, port = url.hostname, url.port or 9100
    if not host:
        raise ValueError("expected network://host:9100")
    return ReceiptPrinter(lambda: SocketLine(host, port))


def _usb(url: SplitResult) -> Printer:
    try:
        vendor, product = (int(part, 16) for part in url.netloc.split(":"))
    except ValueError:
        raise ValueError("expected the vendor and product in hexadecimal, as usb://04b8:0202") from None
    hears, speaks = (int(_asked(url, name, usual), 16) for name, usual in (("out", "01"), ("in", "82")))
    return ReceiptPrinter(lambda: UsbLine(vendor, product, hears, speaks))


def _serial(url: SplitResult) -> Printer:
    device = _path(url, "serial:///dev/ttyUSB0")
    baud = int(_asked(url, "baud", "9600"))
    return ReceiptPrinter(lambda: SerialLine(device, baud))


def _file(url: SplitResult) -> Printer:
    return FilePrinter(Path(_path(url, "file:///dev/usb/lp0")))


def _preview(url: SplitResult) -> Printer:
    return PreviewPrinter(Path(_path(url, "preview:///folder")))


def _asked(url: SplitResult, name: str, usual: str) -> str:
    return parse_qs(url.query).get(name, [usual])[0]


def _path(url: SplitResult, example: str) -> str:
    if url.netloc or len(url.path) < 2:
        raise ValueError(f"expected a whole path after three slashes, as {example}")
    return unquote(url.path)


_SCHEMES: dict[str, Callable[[SplitResult], Printer]] = {
    "network": _network,
    "usb": _usb,
    "serial": _serial,
    "file": _file,
    "preview": _preview,
    "none": lambda _url: NoPrinter(),
}

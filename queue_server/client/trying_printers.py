"""`./run printer`: finds printers, tests one, and says what it sees and what to do."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial

from assets.typefaces import writable
from assets.words import languages
from queue_server.client.printer import BadPrinterUrl, printer_from
from queue_server.client.printers import advice, finding
from queue_server.client.printers.finding import Found
from queue_server.slips.escpos import to_bytes
from queue_server.slips.sample import sample
from queue_server.system import SystemClock

OFFICE = {"en": "Dawr", "ar": "دَور"}


def main(arguments: Sequence[str]) -> int:
    """0 when a printer was found, or printed; 1 when not; 2 for a wrong command line."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        if asked.url is not None:
            return _test(_url(asked.url), page=asked.page, language=asked.language)
        return _find(asked.scan)
    except (BadPrinterUrl, ValueError) as wrong:
        parser.error(str(wrong))


def _find(subnet: str | None) -> int:
    ways: list[tuple[str, Callable[[], list[Found]]]] = [
        ("USB", finding.usb_printers),
        ("device files", finding.device_files),
        ("serial ports", finding.serial_ports),
    ]
    if subnet is not None:
        print(f"Looking at {subnet}, port {finding.PORT} …")
        ways = [("the network", partial(finding.on_network, subnet))]
    found = []
    for place, look in ways:
        try:
            found += look()
        except OSError as trouble:
            print(f"{place}: not looked at: {trouble}")
    for one in found:
        print(f"{one.url}\n    {one.what}" + (f"\n    {one.advice}" if one.advice else ""))
    if all(one.url.startswith("serial:") for one in found):  # A port is a place for a printer, and no printer.
        print(advice.nothing_found() if subnet is None else f"Nobody at {subnet} listens on port {finding.PORT}.")
        return 1
    print("To test one: ./run printer URL")
    return 0


def _test(url: str, *, page: bool, language: str) -> int:
    printer = printer_from(url)
    state = printer.state()
    print(f"{url}\n    {advice.STATES[state]}")
    if not page or not state.can_print:
        return 0 if state.can_print else 1
    wanting = [spoken for spoken in languages() if not writable(spoken)]
    if wanting:
        print(f"    No letters here for {', '.join(wanting)}: install the Debian package fonts-noto-ui-core.")
    printed = printer.print(to_bytes(sample(OFFICE, SystemClock().now().astimezone(), language)))
    print(f"    {advice.fared(printed)}")
    return 0 if printed.result == "printed" else 1


def _url(given: str) -> str:
    """A printer's URL; an address alone means the network."""
    return given if re.match(r"[a-z-]+:($|/)", given) else f"network://{given}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./run printer",
        description="Finds printers, tests one, and says what it sees and what to do.",
        epilog=(
            "Without URL it lists what is on this machine. With one it asks that printer how it stands and prints a "
            "test page with every script. URL is what kiosks and desks take as --printer: usb://04b8:0202, "
            "serial:///dev/ttyUSB0?baud=38400, network://192.168.1.50:9100 (or the address alone), "
            "file:///dev/usb/lp0, preview:///folder. More in docs/printers.md."
        ),
    )
    parser.add_argument("url", nargs="?", metavar="URL", help="the printer to test")
    parser.add_argument("--scan", metavar="SUBNET", help="look for printers on this network, as 192.168.1.0/24")
    parser.add_argument("--no-page", dest="page", action="store_false", help="ask how it stands, print nothing")
    parser.add_argument("--language", default="en", choices=languages(), help="of the test page; en when not given")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Twelve printers that misbehave, each in its own way, and what may be said of a slip sent to them."""

import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from queue_server.client.printer import Printed, PrinterState
from queue_server.client.printers.lines import SocketLine
from queue_server.client.printers.receipt import ReceiptPrinter
from tests.client.fake_receipt_printer import COVER_OPEN, FINE, NO_PAPER, OFFLINE, PAPER_LOW, FakeReceiptPrinter

TIMEOUT = 0.4
"""Seconds; long enough for a printer that answers on a busy machine."""


@dataclass(frozen=True)
class Fault:
    """A printer with one fault: how it seems before a slip, and how the slip fares."""

    name: str
    printer: Callable[[], AbstractContextManager[str]]
    before: PrinterState
    fares: Printed

    @contextmanager
    def here(self) -> Iterator[ReceiptPrinter]:
        """A client of that printer that loses patience quickly."""
        with self.printer() as url:
            host, port = url.removeprefix("network://").split(":")
            yield ReceiptPrinter(lambda: SocketLine(host, int(port), TIMEOUT), timeout=TIMEOUT, patience=2 * TIMEOUT)


def _fake(**how: object) -> Callable[[], AbstractContextManager[str]]:
    @contextmanager
    def there() -> Iterator[str]:
        with FakeReceiptPrinter(**how) as fake:  # type: ignore[arg-type]
            yield fake.url

    return there


@contextmanager
def _nobody() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    yield f"network://127.0.0.1:{port}"


READY, UNKNOWN = PrinterState.READY, PrinterState.UNKNOWN
_LOST = Printed("uncertain", UNKNOWN)

FAULTS = (
    Fault(
        "paper near its end",
        _fake(status=PAPER_LOW, paper=0x03),
        PrinterState.PAPER_LOW,
        Printed("printed", PrinterState.PAPER_LOW),
    ),
    Fault("paper out before", _fake(status=NO_PAPER), PrinterState.NO_PAPER, Printed("failed", PrinterState.NO_PAPER)),
    Fault(
        "paper out in the middle",
        _fake(status=FINE, afterwards=NO_PAPER),
        READY,
        Printed("uncertain", PrinterState.NO_PAPER),
    ),
    Fault("cover open", _fake(status=COVER_OPEN), PrinterState.COVER_OPEN, Printed("failed", PrinterState.COVER_OPEN)),
    Fault("offline", _fake(status=OFFLINE), PrinterState.OFFLINE, Printed("failed", PrinterState.OFFLINE)),
    Fault("silent", _fake(), UNKNOWN, _LOST),
    Fault("refuses the connection", _nobody, PrinterState.OFFLINE, Printed("failed", PrinterState.OFFLINE)),
    Fault("accepts and never reads", _fake(deaf=True), UNKNOWN, _LOST),
    Fault("hangs up in the middle of a slip", _fake(status=FINE, paper=0x00, dies_after=3000), READY, _LOST),
    Fault("answers garbage", _fake(babbles=b"HTTP/1.1 400 Bad Request\r\n"), UNKNOWN, _LOST),
    Fault("answers late", _fake(status=FINE, paper=0x00, late=TIMEOUT + 0.05), UNKNOWN, Printed("printed")),
    Fault("restarts between status and slip", _fake(status=FINE, restarts=True), READY, _LOST),
)

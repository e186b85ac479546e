"""A printer somebody keeps an eye on: how it stood last is known without asking it again."""

from queue_server.client.printers.port import Printed, Printer, PrinterState


class WatchedPrinter:
    """Any printer. `last` is how it stood when it was last asked or printed, None before; `busy` while it prints."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self.last: PrinterState | None = None
        self.busy = False

    def print(self, slip: bytes) -> Printed:
        """Print the slip's bytes."""
        self.busy = True
        try:
            printed = self._printer.print(slip)
        finally:
            self.busy = False
        fine = PrinterState.READY if printed.result == "printed" else PrinterState.UNKNOWN
        self.last = printed.trouble or fine
        return printed

    def state(self) -> PrinterState:
        """How the printer stands now."""
        self.last = self._printer.state()
        return self.last

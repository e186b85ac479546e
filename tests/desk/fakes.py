"""What stands around the small office: a journal without a line and a printer without paper."""

from queue_server.client.printer import Printed, PrinterState
from queue_server.client.qt import StreamSignals


class Journal(StreamSignals):
    """The journal without a line: the office speaks into it."""

    def __init__(self) -> None:
        super().__init__("http://office.invalid", lambda: "")

    def start(self) -> None:
        self.lively.emit(True)

    def stop(self) -> None:
        pass


class Paper:
    """A printer that keeps what it printed, and does as the test says."""

    def __init__(self) -> None:
        self.slips: list[str] = []
        self.next = Printed("printed")

    def print(self, slip: bytes) -> Printed:
        self.slips.append(slip.decode())
        return self.next

    def state(self) -> PrinterState:
        return PrinterState.READY

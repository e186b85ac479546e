"""A receipt printer that can be asked: the whole conversation around one slip, over any line."""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing

from queue_server.client.printers.ear import Ear
from queue_server.client.printers.lines import Line
from queue_server.client.printers.port import Printed, PrinterState

_log = logging.getLogger(__name__)

_STATUS = b"\x10\x04%c"  # DLE EOT n: answered at once, even when the printer has stopped.
_WORKED_THROUGH = b"\x1dr1"  # GS r 1: answered in its turn, after everything sent before it.


class ReceiptPrinter:
    """Opens the line for each slip and hangs up after it, one conversation at a time.

    An idle line dies unseen, some printers hold the last bytes back until it is closed, and many accept no second one.
    `timeout` is how long the printer may be silent, `patience` how long a slip may take, in seconds.
    """

    def __init__(self, open_line: Callable[[], Line], *, timeout: float = 3.0, patience: float = 15.0) -> None:
        self._open_line = open_line
        self._timeout, self._patience = timeout, patience
        self._one_at_a_time = threading.Lock()

    def print(self, slip: bytes) -> Printed:
        """Ask, send, and wait until the printer says it has worked through the slip."""
        with self._one_at_a_time:
            try:
                with closing(self._open_line()) as line:
                    return self._print(_fresh(line), slip)
            except OSError as error:
                _log.warning("printer not reached: %s", error)
                return Printed("failed", PrinterState.OFFLINE)

    def state(self) -> PrinterState:
        """How the printer stands now."""
        with self._one_at_a_time:
            try:
                with closing(self._open_line()) as line:
                    return self._ask(_fresh(line))
            except OSError as error:
                _log.warning("printer not reached: %s", error)
                return PrinterState.OFFLINE

    def _print(self, ear: Ear, slip: bytes) -> Printed:
        before = self._ask(ear)
        if not before.can_print:
            return Printed("failed", before)
        try:
            ear.expects_paper = True
            ear.line.write(slip + _WORKED_THROUGH)
            return self._await_the_end(ear, before)
        except OSError as error:
            _log.warning("printer lost in the middle of a slip: %s", error)
            return Printed("uncertain", PrinterState.UNKNOWN)

    def _await_the_end(self, ear: Ear, state: PrinterState) -> Printed:
        """That the bytes were taken proves nothing: only the answer in its turn does."""
        # A silent printer is asked once and no more, but given time: some answer nothing until they have printed.
        pause = self._timeout if state is PrinterState.UNKNOWN else self._timeout / 3
        give_up = time.monotonic() + self._patience
        while time.monotonic() < give_up:
            paper = ear.paper(pause)
            if paper is not None and not ear.babbles:
                return Printed("printed", PrinterState.PAPER_LOW if paper & 0x03 else None)
            state = state if state is PrinterState.UNKNOWN else self._ask(ear)
            if state is PrinterState.UNKNOWN or not state.can_print:
                return Printed("uncertain", state)
        return Printed("uncertain", PrinterState.UNKNOWN)

    def _ask(self, ear: Ear) -> PrinterState:
        give_up = time.monotonic() + self._timeout
        answers = []
        for n in (1, 2, 3, 4):
            ear.line.write(_STATUS % n)
            answer = ear.status(give_up - time.monotonic())
            if answer is None or ear.babbles:
                return PrinterState.UNKNOWN
            answers.append(answer)
        return _state_of(*answers)


def _fresh(line: Line) -> Ear:
    ear = Ear(line)
    ear.forget_the_past()
    return ear


def _state_of(printer: int, cause: int, error: int, paper: int) -> PrinterState:
    """What the answers to DLE EOT 1 to 4 say together, the most pressing first."""
    if paper & 0x60 or cause & 0x20:
        return PrinterState.NO_PAPER
    if cause & 0x04:
        return PrinterState.COVER_OPEN
    if printer & 0x08 or cause & 0x40 or error & 0x6C:
        return PrinterState.OFFLINE
    return PrinterState.PAPER_LOW if paper & 0x0C else PrinterState.READY

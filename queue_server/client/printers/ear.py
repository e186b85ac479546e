"""What a printer says, told apart: answers, unasked reports of its state, and noise."""

import time

from queue_server.client.printers.lines import Line

_FLOW = frozenset({0x11, 0x13})  # XON, XOFF
_STALE = 0.1
"""Seconds at most spent on what a conversation before has left on the line."""
_NOTHING_LEFT = 0.01


class Ear:
    """Hears the printer's single-byte answers, whatever order they come in.

    `babbles` once something came that no receipt printer says, or an answer nobody asked for: whoever is at the other
    end is not to be believed.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.babbles = False
        self.expects_paper = False
        self._statuses: list[int] = []
        self._papers: list[int] = []
        self._report = 0  # How many bytes of an unasked report (ASB) are still to come.

    def forget_the_past(self) -> None:
        """Let go of late answers to another conversation: they would be taken for answers to this one."""
        give_up = time.monotonic() + _STALE
        while self.line.read(_NOTHING_LEFT):
            if time.monotonic() > give_up:
                self.babbles = True
                return

    def status(self, seconds: float) -> int | None:
        """The next answer to DLE EOT, None when there was none in time."""
        return self._await(self._statuses, seconds)

    def paper(self, seconds: float) -> int | None:
        """The answer to GS r 1, None when there was none in time."""
        return self._await(self._papers, seconds)

    def _await(self, answers: list[int], seconds: float) -> int | None:
        give_up = time.monotonic() + seconds
        while not answers:
            left = give_up - time.monotonic()
            if left <= 0:
                return None
            for byte in self.line.read(left):
                self._hear(byte)
        return answers.pop(0)

    def _hear(self, byte: int) -> None:
        if self._report and byte & 0x90 == 0x00:
            self._report -= 1
        elif byte & 0x93 == 0x10:  # Some printers report every change unasked, in four bytes: this is the first.
            self._report = 3
        elif byte & 0x93 == 0x12:
            self._statuses.append(byte)
        elif byte & 0x90 == 0x00 and self.expects_paper:
            self._papers.append(byte)
        elif byte not in _FLOW:
            self.babbles = True

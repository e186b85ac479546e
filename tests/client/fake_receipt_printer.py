"""A receipt printer on a TCP port that answers, falls silent or dies as told."""

import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
NO_PAPER = {1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}


@dataclass
class FakeReceiptPrinter:
    """Answers DLE EOT from `status` (nothing when empty) and GS r 1 from `paper` (nothing when None).

    `dies_after` bytes it hangs up; after a slip it answers from `afterwards` where given.
    """

    status: dict[int, int] = field(default_factory=dict)
    paper: int | None = None
    dies_after: int | None = None
    afterwards: dict[int, int] | None = None
    taken: bytearray = field(default_factory=bytearray)

    def __enter__(self) -> Self:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"network://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, _kind: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        # Closing alone does not wake a thread that waits in accept().
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line:
                self._converse(line)

    def _converse(self, line: socket.socket) -> None:
        while heard := line.recv(4096):
            self.taken += heard
            if self.dies_after is not None and len(self.taken) > self.dies_after:
                return
            line.sendall(self.answer(heard))

    def answer(self, heard: bytes) -> bytes:
        """What the printer says to these bytes."""
        if heard[:2] == b"\x10\x04" and len(heard) == 3:
            answer = self.status.get(heard[2])
        elif heard.endswith(b"\x1dr1"):
            self.status = self.status if self.afterwards is None else self.afterwards
            answer = self.paper
        else:
            answer = None
        return b"" if answer is None else bytes([answer])

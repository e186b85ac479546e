"""A receipt printer on a TCP port that answers, falls silent, babbles or dies as told."""

import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
PAPER_LOW = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x1E}
NO_PAPER = {1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}
COVER_OPEN = {1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x12}
OFFLINE = {1: 0x1A, 2: 0x12, 3: 0x12, 4: 0x12}
_WORKED_THROUGH = b"\x1dr1"


@dataclass
class FakeReceiptPrinter:
    """Answers DLE EOT from `status` (nothing when empty) and GS r 1 from `paper` (nothing when None).

    `dies_after` bytes it hangs up; after a slip it answers from `afterwards` where given. `late` is seconds it takes to
    answer DLE EOT. `babbles` is what it says to anything. One that is `deaf` never reads. One that `restarts` hangs up
    when it has been asked how it stands, and answers the next time.

    `slips` are those it was asked to work through, `taken` is all it heard.
    """

    status: dict[int, int] = field(default_factory=dict)
    paper: int | None = None
    dies_after: int | None = None
    afterwards: dict[int, int] | None = None
    late: float = 0.0
    babbles: bytes = b""
    deaf: bool = False
    restarts: bool = False
    taken: bytearray = field(default_factory=bytearray)
    slips: list[bytes] = field(default_factory=list)
    _slip: bytes = b""

    def __enter__(self) -> Self:
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        if self.deaf:
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.address: tuple[str, int] = self._server.getsockname()
        self.url = f"network://127.0.0.1:{self.address[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, _kind: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self._over.set()
        # Closing alone does not wake a thread that waits in accept().
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        lines: list[socket.socket] = []
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                break
            if self.deaf:
                lines.append(line)
                continue
            with line:
                self._converse(line)
        for line in lines:
            line.close()

    def _converse(self, line: socket.socket) -> None:
        while heard := self._hear(line):
            self.taken += heard
            if self.dies_after is not None and len(self.taken) > self.dies_after:
                return
            if self.late and heard.startswith(b"\x10\x04"):
                self._over.wait(self.late)
            try:
                line.sendall(self.answer(heard))
            except OSError:
                return  # Whoever asked has hung up.
            if self.restarts and heard[:3] == b"\x10\x04\x04":
                return

    def _hear(self, line: socket.socket) -> bytes:
        try:
            return line.recv(4096)
        except OSError:
            return b""

    def answer(self, heard: bytes) -> bytes:
        """What the printer says to these bytes."""
        if self.babbles:
            return self.babbles
        asked = heard[:2] == b"\x10\x04" and len(heard) == 3
        self._slip = b"" if asked else self._slip + heard
        if asked:
            answer = self.status.get(heard[2])
        elif self._slip.endswith(_WORKED_THROUGH):
            self.slips.append(self._slip.removesuffix(_WORKED_THROUGH))
            self.status = self.status if self.afterwards is None else self.afterwards
            answer = self.paper
        else:
            answer = None
        return b"" if answer is None else bytes([answer])

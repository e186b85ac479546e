"""A client cheap enough not to be what is measured: one connection, one request at a time, bytes in and bytes out."""

import asyncio
import re
import time
from collections.abc import Callable
from itertools import count
from typing import cast

_keys = count()
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_AHEAD = re.compile(rb"People ahead of you: (\d+)")
_CALL = re.compile(rb'"number":"(\w+)"[^}]*"recall":false')


class Refused(Exception):
    """The server answered something else than what a benchmark can go on with."""


class Line(asyncio.Protocol):
    """A kept-alive connection that speaks with one token."""

    def __init__(self, port: int, token: str = "") -> None:
        self._port, self._token = port, token
        self._heard = b""
        self._answered: asyncio.Future[bytes] | None = None
        self._transport: asyncio.Transport | None = None

    async def ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        """The answer's body; every request is another act. Raises `Refused` for anything but success."""
        transport = await self._open()
        self._answered = asyncio.get_running_loop().create_future()
        transport.write(self._request(method, path, body))
        return await self._answered

    async def _open(self) -> asyncio.Transport:
        """The line, opened again when the server closed it for saying nothing."""
        if self._transport is None or self._transport.is_closing():
            await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", self._port)
        return cast(asyncio.Transport, self._transport)

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def _request(self, method: str, path: str, body: bytes) -> bytes:
        return (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self._token}\r\n"
            f"Idempotency-Key: {id(self)}-{next(_keys)}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asyncio's word that the line is open."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own is no subclass.

    def data_received(self, data: bytes) -> None:
        """Part of an answer."""
        self._heard += data
        head, parted, rest = self._heard.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not parted or len(rest) < (int(length[1]) if length else 0) or self._answered is None:
            return
        answered, self._answered, self._heard = self._answered, None, b""
        if head[9:10] == b"2":
            answered.set_result(rest)
        else:
            answered.set_exception(Refused(f"{head[:200]!r} {rest[:300]!r}"))

    def connection_lost(self, _trouble: Exception | None) -> None:
        """The other side hung up."""
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(Refused("hung up"))


class Ear(Line):
    """A screen: hears every call, and notes when."""

    def __init__(self, port: int, token: str) -> None:
        super().__init__(port, token)
        self.heard: dict[str, float] = {}
        self.told: Callable[[str], None] = lambda number: None
        self.ready = asyncio.Event()

    async def listen(self, path: str) -> None:
        """Begin; returns when the stream is open."""
        (await self._open()).write(self._request("GET", path, b""))
        await asyncio.wait_for(self.ready.wait(), 30)

    def data_received(self, data: bytes) -> None:
        """Part of the stream."""
        self._heard += data
        if not self.ready.is_set() and b"\r\n\r\n" in self._heard:
            self.ready.set()
        while call := _CALL.search(self._heard):
            self._heard = self._heard[call.end() :]
            if (number := call[1].decode()) not in self.heard:
                self.heard[number] = time.perf_counter()
                self.told(number)
        self._heard = self._heard[-500:]  # Longer than any call.


class PhoneEar(Line):
    """A visitor's phone: when it was rung, and how many it was told are ahead."""

    def __init__(self, port: int, number: str) -> None:
        super().__init__(port)
        self.number, self.rung, self.ahead = number, 0.0, -1
        self._ready = asyncio.Event()

    async def listen(self, path: str) -> None:
        """Begin; returns when the page knows how the visit stands."""
        (await self._open()).write(self._request("GET", f"{path}?lang=en", b""))
        await asyncio.wait_for(self._ready.wait(), 60)

    def data_received(self, data: bytes) -> None:
        """Part of the stream, one event or more at a time."""
        if b'"bell":"next"' in data:
            self.ahead = 0
        elif b'"bell":"' in data and b'"bell":""' not in data and not self.rung:
            self.rung = time.perf_counter()
        for told in _AHEAD.finditer(data):
            self.ahead = int(told[1])
        if b"event: visit" in data:
            self._ready.set()

"""The floors: the least a server of this kind can do. A POST, its rows, committed together with whoever else waits.

Bare ASGI under the very uvicorn settings of the office's server, SQLite as durable as there: WAL, synchronous=FULL.
No token, no rules, no number, no answer to speak of. What is kept, one row or those of an act, is in `least`.
`python -m tests.bench.floor FOLDER PORT bare|issue|call`.
"""

import asyncio
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import uvicorn

from queue_server.serving import config
from tests.bench.least import LEAST, Least

_ANSWER = b'{"number":"C001"}'


class Floor:
    """The application."""

    def __init__(self, least: Least) -> None:
        self._least = least
        self._waiting: SimpleQueue[tuple[bytes, asyncio.Future[None]]] = SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Keep the body, then answer."""
        if scope["type"] != "http":
            return
        body = b""
        more = True
        while more:
            part = await receive()
            body, more = body + part["body"], part.get("more_body", False)
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            threading.Thread(target=self._write, daemon=True).start()
        kept = self._loop.create_future()
        self._waiting.put((body, kept))
        await kept
        length = str(len(_ANSWER)).encode()
        await send({"type": "http.response.start", "status": 201, "headers": [(b"content-length", length)]})
        await send({"type": "http.response.body", "body": _ANSWER})

    def _write(self) -> None:
        while True:
            batch = [self._waiting.get()]
            while len(batch) < 256 and not self._waiting.empty():
                batch.append(self._waiting.get())
            self._least.connection.execute("BEGIN IMMEDIATE")
            for body, _kept in batch:
                self._least.keep(body)
            self._least.connection.execute("COMMIT")
            assert self._loop is not None
            self._loop.call_soon_threadsafe(_answer, [kept for _body, kept in batch])


def _answer(kept: list[asyncio.Future[None]]) -> None:
    for each in kept:
        if not each.done():  # Whoever hung up has cancelled it.
            each.set_result(None)


if __name__ == "__main__":
    folder, port, kind = sys.argv[1:]
    floor = Floor(LEAST[kind](Path(folder) / f"{kind}.sqlite"))
    uvicorn.Server(config(floor, "127.0.0.1", int(port))).run()

"""The floor: the least a server of this kind can do. A POST, one row, committed together with whoever else waits.

Bare ASGI under the very uvicorn settings of the office's server, SQLite as durable as there: WAL, synchronous=FULL.
No token, no rules, no number, no answer to speak of. `python -m tests.bench.floor FOLDER PORT`.
"""

import asyncio
import sqlite3
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import uvicorn

from queue_server.serving import config

_ANSWER = b'{"number":"C001"}'


class Floor:
    """The application."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "floor.sqlite"
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
        connection = sqlite3.connect(self._file, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        while True:
            batch = [self._waiting.get()]
            while len(batch) < 256 and not self._waiting.empty():
                batch.append(self._waiting.get())
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO row (body) VALUES (?)", [(body,) for body, _kept in batch])
            connection.execute("COMMIT")
            assert self._loop is not None
            self._loop.call_soon_threadsafe(_answer, [kept for _body, kept in batch])


def _answer(kept: list[asyncio.Future[None]]) -> None:
    for each in kept:
        if not each.done():  # Whoever hung up has cancelled it.
            each.set_result(None)


if __name__ == "__main__":
    uvicorn.Server(config(Floor(Path(sys.argv[1])), "127.0.0.1", int(sys.argv[2]))).run()

"""The real server in processes of its own that are killed without a word and are back within a fraction of a second.

Each is forked from a process that has loaded the program, so that a thousand deaths do not cost a thousand imports.
"""

import multiprocessing
import os
import time
from pathlib import Path

import httpx

from tests.offices import CATALOGUE
from tests.servers import free_port

FORKED = multiprocessing.get_context("forkserver")
"""How processes are made that are to be killed."""
FORKED.set_forkserver_preload(["tests.torture.__main__", "queue_server.serving", "alembic.command", "escpos.printer"])


class Server:
    """`python -m queue_server serve` with these arguments, on a port it keeps over its lives."""

    def __init__(self, log: Path, *arguments: str, catalogue: Path = CATALOGUE) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = log
        self._arguments = ["serve", "--port", str(self.port), "--catalogue", str(catalogue), *arguments]
        self._process: multiprocessing.process.BaseProcess | None = None

    def start(self) -> float:
        """Begin a life; the seconds until it answered. Raises `TimeoutError` after 30 seconds."""
        began = time.monotonic()
        self._process = FORKED.Process(target=_serve, args=(self._arguments, self._log), daemon=True)
        self._process.start()
        with httpx.Client(trust_env=False, timeout=5) as asking:
            while time.monotonic() - began < 30:
                try:
                    if asking.get(f"{self.url}/health").status_code == httpx.codes.OK:
                        return time.monotonic() - began
                except httpx.TransportError:
                    time.sleep(0.01)
        raise TimeoutError(self._log.read_text())

    def kill(self) -> None:
        """End its life: SIGKILL, no farewell."""
        assert self._process is not None
        self._process.kill()
        self._process.join(10)


def _serve(arguments: list[str], log: Path) -> None:
    with log.open("ab") as sink:
        os.dup2(sink.fileno(), 1)
        os.dup2(sink.fileno(), 2)
    from queue_server.__main__ import main

    main(arguments)

"""Real servers on real sockets: one in this process for speed, one in a process of its own to be killed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from shutil import copyfile

import httpx
import pytest
import uvicorn

from queue_server.__main__ import main
from queue_server.app import build
from queue_server.application import staff
from queue_server.client.api import Api
from queue_server.domain.trust import Role
from queue_server.serving import Server
from queue_server.settings import Settings
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.system import SystemChance, SystemClock, SystemPasswords
from tests.offices import CATALOGUE

PASSWORD = "a long password"


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Served:
    """An office's server at `url`, and tokens for whoever wants to speak to it."""

    url: str
    database: Database
    lines: list[Api] = field(default_factory=list)

    def token(self, role: Role | str, name: str = "", counter: int | None = None) -> str:
        """A token of a role."""
        enrol = lambda tx: staff.enrol_device(tx, name or f"{role}", Role(role), counter)  # noqa: E731
        return self.database.act(OPERATOR, enrol).result(10)

    def add_clerk(self, username: str, role: Role = Role.CLERK) -> None:
        """A clerk with the tests' password."""
        hashed = SystemPasswords().hash(PASSWORD)
        self.database.act(OPERATOR, lambda tx: staff.add_clerk(tx, username, username, role, hashed)).result(10)

    def line(self, role: Role | str, name: str = "", counter: int | None = None, **how: object) -> Api:
        """A client speaking with a new token of a role."""
        api = Api(self.url, self.token(role, name, counter), **{"patience": 10.0, **how})  # type: ignore[arg-type]
        self.lines.append(api)
        return api

    def close(self) -> None:
        """Let the clients go."""
        for api in self.lines:
            api.close()


def serve(
    url: str, office: str, port: int = 0, *, clock: object = None, settings: Settings | None = None
) -> tuple[Served, Server, threading.Thread]:
    """Begin to serve an opened office on a thread; the caller stops it."""
    database = Database(url, office, clock or SystemClock(), SystemChance())  # type: ignore[arg-type]
    config = uvicorn.Config(
        build(settings or Settings(), database),
        port=port or free_port(),
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    server = Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    return Served(f"http://127.0.0.1:{config.port}", database), server, thread


@pytest.fixture
def served(sqlite_url: str) -> Iterator[Served]:
    """A fresh office's server on SQLite, in this process."""
    yield from _served(sqlite_url)


@pytest.fixture
def served_on_both(url: str) -> Iterator[Served]:
    """A fresh office's server, once on each kind of database."""
    yield from _served(url)


def _served(url: str) -> Iterator[Served]:
    office, _code = open_office(url, CATALOGUE, SystemClock(), SystemChance())
    running, server, thread = serve(url, office)
    yield running
    running.close()
    server.should_exit = True
    thread.join(10)


class OwnProcess:
    """`python -m queue_server serve` in a process of its own, which may be killed and started again."""

    def __init__(self, folder: Path, catalogue: Path = CATALOGUE, port: int | None = None, *options: str) -> None:
        self.data, self.port = folder, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._command = [
            *(sys.executable, "-m", "queue_server", "serve"),
            *("--data", str(folder), "--catalogue", str(catalogue), "--port", str(self.port)),
            *options,
        ]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "OwnProcess":
        """Start, and wait until it answers."""
        self.data.mkdir(parents=True, exist_ok=True)
        log = (self.data / "server.log").open("ab")
        self._process = subprocess.Popen(self._command, stdout=log, stderr=log)
        log.close()
        deadline = time.monotonic() + 30
        with httpx.Client(trust_env=False, timeout=1) as asking:
            while time.monotonic() < deadline:
                try:
                    if asking.get(f"{self.url}/health").status_code == httpx.codes.OK:
                        return self
                except httpx.TransportError:
                    time.sleep(0.05)
        raise TimeoutError((self.data / "server.log").read_text())

    def kill(self) -> None:
        """Kill it as a power cut would kill a process: no farewell."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(10)

    def stop(self) -> None:
        """Ask it to stop."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(15)

    def operator(self, *command: str, typed: str = "") -> str:
        """One of the operator's commands on this office; what it printed."""
        done = operate(*command, "--data", str(self.data), typed=typed)
        done.check_returncode()
        return done.stdout.strip()


def operate(*command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """One of the operator's commands, beside whatever serves the office; loading the program anew takes a second."""
    with redirect_stdout(StringIO()) as printed, redirect_stderr(StringIO()) as said:
        console, sys.stdin = sys.stdin, StringIO(typed)
        try:
            code = main(list(command))
        finally:
            sys.stdin = console
    return subprocess.CompletedProcess(command, code, printed.getvalue(), said.getvalue())


@pytest.fixture
def office_at_rest(sqlite_model: Path, tmp_path: Path) -> OwnProcess:
    """A fresh office whose server is not running."""
    process = OwnProcess(tmp_path / "office")
    process.data.mkdir()
    copyfile(sqlite_model, process.data / sqlite_model.name)
    open_office(url_of(process.data, None), CATALOGUE, SystemClock(), SystemChance())
    return process


@pytest.fixture
def own_process(office_at_rest: OwnProcess) -> Iterator[OwnProcess]:
    """A fresh office's server in a process of its own, started."""
    yield office_at_rest.start()
    office_at_rest.stop()

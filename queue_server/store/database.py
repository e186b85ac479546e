"""The office's database: acts one after another, each whole or not at all, acknowledged after the commit.

SQLite: one writer thread drains the waiting acts into one transaction (group commit), each within a savepoint, so
that one that refuses leaves the others alone. PostgreSQL: a pool of workers; the office's row lock orders the acts.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from queue_server.application.ports import Chance, Clock
from queue_server.domain.errors import DawrError, Unavailable
from queue_server.domain.trust import Actor
from queue_server.store.offices import Shelf
from queue_server.store.transaction import OfficeTransaction

T = TypeVar("T")

_BATCH = 256
_WORKERS = 8
CHANNEL = "dawr_journal"
"""The PostgreSQL channel that tells other server processes the journal grew."""

Work = Callable[[Connection], Any]


def url_of(data: Path | None, database: str | None) -> str:
    """The database's URL: as given, or the SQLite file in the data directory."""
    if database:
        return make_url(database).set(drivername=_driver(database)).render_as_string(hide_password=False)
    if data is None:
        raise ValueError("a data directory or a database URL is needed")
    data.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{data / 'dawr.sqlite'}"


def _driver(database: str) -> str:
    return "postgresql+psycopg" if database.startswith("postgres") else make_url(database).drivername


def engine_of(url: str, *, writes: bool) -> Engine:
    """An engine whose commits are durable. On SQLite, `writes` takes the write lock when the transaction begins."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=_WORKERS, max_overflow=_WORKERS, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": 10, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _durable(connection: Any, _record: Any) -> None:
        # FULL: NORMAL may lose acknowledged commits when the power goes. WAL: readers never wait for the writer.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


class Database:
    """One office's rows. `committed` is told after every commit that wrote, from the thread that committed."""

    def __init__(
        self,
        url: str,
        office: str,
        clock: Clock,
        chance: Chance,
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        self.url, self.office = url, office
        self._clock, self._chance, self.committed = clock, chance, committed
        self._shelf = Shelf()
        self._sqlite = url.startswith("sqlite")
        self._writes = engine_of(url, writes=True)
        self._reads = engine_of(url, writes=False) if self._sqlite else self._writes
        self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="store")
        self._waiting: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._drain, name="writer", daemon=True)
        if self._sqlite:
            self._writer.start()

    def act(self, actor: Actor, work: Callable[[OfficeTransaction], T]) -> "Future[T]":
        """Do `work` in one transaction; the future answers after the commit, with the result or what was raised."""

        def whole(connection: Connection) -> T:
            tx = self._transaction(connection, actor, lock=not self._sqlite)
            result = work(tx)
            if tx.settle() and not self._sqlite:
                connection.execute(text(f"NOTIFY {CHANNEL}"))
            return result

        if not self._sqlite:
            return self._workers.submit(self._alone, whole)
        future: Future[T] = Future()
        self._waiting.put((whole, future))
        return future

    def read(self, actor: Actor, work: Callable[[OfficeTransaction], T]) -> "Future[T]":
        """Look, without changing anything; acts go on meanwhile."""

        def looked() -> T:
            try:
                with self._reads.begin() as connection:
                    return work(self._transaction(connection, actor))
            except SQLAlchemyError as trouble:
                raise Unavailable(why=str(trouble)) from trouble

        return self._workers.submit(looked)

    def close(self) -> None:
        """Finish what is waiting, then let the database go."""
        if self._sqlite:
            self._waiting.put(None)
            self._writer.join()
        self._workers.shutdown()
        self._writes.dispose()
        self._reads.dispose()

    def _transaction(self, connection: Connection, actor: Actor, *, lock: bool = False) -> OfficeTransaction:
        return OfficeTransaction(connection, self.office, actor, self._clock, self._chance, self._shelf, lock=lock)

    def _alone(self, work: Work) -> Any:
        try:
            with self._writes.begin() as connection:
                result = work(connection)
        except SQLAlchemyError as trouble:
            raise Unavailable(why=str(trouble)) from trouble
        self.committed()
        return result

    def _drain(self) -> None:
        closing = False
        while not closing:
            batch = [self._waiting.get()]
            while len(batch) < _BATCH and not self._waiting.empty():
                batch.append(self._waiting.get())
            closing = None in batch
            # A future that runs can no longer be cancelled: whoever hangs up early has still asked.
            jobs = [job for job in batch if job is not None and job[1].set_running_or_notify_cancel()]
            if jobs:
                self._together(jobs)

    def _together(self, jobs: list[tuple[Work, "Future[Any]"]]) -> None:
        """Do the jobs in one transaction, then answer each: nobody is told yes before the commit.

        If the database fails, the batch is rolled back and its acts are done one by one, so that one that cannot be
        kept does not take the others with it. (Should the failed commit have been kept after all, the idempotency
        key gives the first answer.)
        """
        done: list[tuple[Future[Any], Any, Exception | None]] = []
        try:
            with self._writes.begin() as connection:
                for work, future in jobs:
                    done.append((future, *_attempt(connection, work)))
        except Exception as trouble:  # noqa: BLE001  # The writer must outlive whatever befalls one batch.
            if len(jobs) > 1:
                for job in jobs:
                    self._together([job])
            else:
                jobs[0][1].set_exception(Unavailable(why=str(trouble)))
            return
        if any(refusal is None for _future, _result, refusal in done):
            self.committed()
        for future, result, refusal in done:
            if refusal is None:
                future.set_result(result)
            else:
                future.set_exception(refusal)


def _attempt(connection: Connection, work: Work) -> tuple[Any, Exception | None]:
    try:
        with connection.begin_nested():
            return work(connection), None
    except DawrError as refusal:
        return None, refusal
    except SQLAlchemyError:
        raise  # The database is in trouble: the whole batch goes back.
    except Exception as fault:  # noqa: BLE001  # A fault of ours: rolled back to its savepoint, told to its asker.
        return None, fault

"""The office's database: acts one after another, each whole or not at all, acknowledged after the commit.

One writer thread drains the waiting acts into one transaction (group commit), each within a savepoint, so that one
that refuses leaves the others alone. On PostgreSQL the office's row lock orders the writers of several processes.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, func, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from queue_server.application.ports import Chance, Clock
from queue_server.domain.errors import Unavailable
from queue_server.domain.events import Entry
from queue_server.domain.trust import Actor
from queue_server.store.offices import Shelf
from queue_server.store.statements import Statement
from queue_server.store.transaction import OfficeTransaction

T = TypeVar("T")

_BATCH = 256
_READERS = 8
CHANNEL = "dawr_journal"
"""The PostgreSQL channel that tells other server processes how far a journal has grown: `seq office`."""

_NOTIFY = Statement(select(func.pg_notify(bindparam("channel"), bindparam("told"))))

Done: TypeAlias = tuple[Any, Sequence[Entry]]
Work: TypeAlias = Callable[[Connection], Done]
_Job: TypeAlias = "tuple[Work, Future[Any]]"


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
        return create_engine(url, pool_size=_READERS, max_overflow=_READERS, pool_pre_ping=True)
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


class _Away(Unavailable):
    """No connection can be had."""


class Database:
    """One office's rows. `committed` is told what each commit added to the journal, from the thread that committed."""

    def __init__(
        self,
        url: str,
        office: str,
        clock: Clock,
        chance: Chance,
        committed: Callable[[Sequence[Entry]], None] = lambda _entries: None,
    ) -> None:
        self.url, self.office = url, office
        self._clock, self._chance, self.committed = clock, chance, committed
        self._shelf = Shelf()
        self._sqlite = url.startswith("sqlite")
        self._writes = engine_of(url, writes=True)
        self._reads = engine_of(url, writes=False) if self._sqlite else self._writes
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="reader")
        self._waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._drain, name="writer", daemon=True)
        self._writer.start()

    def act(self, actor: Actor, work: Callable[[OfficeTransaction], T]) -> "Future[T]":
        """Do `work` in one transaction; the future answers after the commit, with the result or what was raised."""

        def whole(connection: Connection) -> Done:
            tx = self._transaction(connection, actor, lock=not self._sqlite)
            result = work(tx)
            told = tx.settle()
            if told and not self._sqlite:
                _NOTIFY.rows(connection, {"channel": CHANNEL, "told": f"{told[-1].seq} {self.office}"})
            return result, told

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

        return self._readers.submit(looked)

    def close(self) -> None:
        """Finish what is waiting, then let the database go."""
        self._waiting.put(None)
        self._writer.join()
        self._readers.shutdown()
        self._writes.dispose()
        self._reads.dispose()

    def _transaction(self, connection: Connection, actor: Actor, *, lock: bool = False) -> OfficeTransaction:
        return OfficeTransaction(connection, self.office, actor, self._clock, self._chance, self._shelf, lock=lock)

    def _alone(self, work: Work) -> Any:
        """Do it in a transaction of its own. Raises what it raises, and `Unavailable` when it cannot be kept."""
        try:
            connection = self._writes.connect()
        except SQLAlchemyError as trouble:
            raise _Away(why=str(trouble)) from trouble
        try:
            with connection, connection.begin():
                result, told = work(connection)
        except SQLAlchemyError as trouble:
            raise Unavailable(why=str(trouble)) from trouble
        self.committed(told)
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
            if len(jobs) < 2 or not self._together(jobs):
                self._one_by_one(jobs)

    def _one_by_one(self, jobs: Sequence[_Job]) -> None:
        """Each in a transaction of its own. When the database is away nobody waits for it after the first has."""
        away: _Away | None = None
        for work, future in jobs:
            try:
                if away is not None:
                    raise away
                future.set_result(self._alone(work))
            except Exception as refusal:  # noqa: BLE001  # The writer must outlive whatever befalls one act.
                away = refusal if isinstance(refusal, _Away) else None
                future.set_exception(refusal)

    def _together(self, jobs: Sequence[_Job]) -> bool:
        """Do the jobs in one transaction, then answer each: nobody is told yes before the commit.

        If the database fails, the batch is rolled back and nobody is answered: False. Its acts are then done one by
        one, so that one that cannot be kept does not take the others with it. (Should the failed commit have been
        kept after all, the idempotency key gives the first answer.)
        """
        done: list[tuple[Future[Any], Any, Exception | None]] = []
        told: list[Entry] = []
        try:
            with self._writes.begin() as connection:
                point = Savepoint(connection)
                for work, future in jobs:
                    try:
                        with point:
                            result, entries = work(connection)
                    except (SQLAlchemyError, connection.dialect.loaded_dbapi.Error):
                        raise  # The database is in trouble: the whole batch goes back.
                    except Exception as why:  # noqa: BLE001  # Refused, or a fault of ours: told to its asker alone.
                        done.append((future, None, why))
                    else:
                        done.append((future, result, None))
                        told += entries
        except Exception:  # noqa: BLE001  # The writer must outlive whatever befalls one batch.
            return False
        self.committed(told)
        for future, result, refusal in done:
            if refusal is None:
                future.set_result(result)
            else:
                future.set_exception(refusal)
        return True


class Savepoint:
    """Within it all is done or nothing, as often as it is entered. SQLAlchemy's own costs as much as a whole act."""

    def __init__(self, connection: Connection) -> None:
        self._cursor = connection.connection.cursor()

    def __enter__(self) -> None:
        self._cursor.execute("SAVEPOINT act")

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None:
            self._cursor.execute("ROLLBACK TO act")
        self._cursor.execute("RELEASE act")

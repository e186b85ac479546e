"""What a floor's server keeps of each request: one bare row, or the rows an act of ours leaves behind.

An act must keep its own rows, its events, and its first answer for whoever asks again: that is the promise. These
floors write the same rows into the same tables with the same indexes, by SQL written out, of the same sizes. They
decide nothing, look nothing up and answer nothing of use.
"""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from random import Random

from sqlalchemy import create_engine

from queue_server.store.tables import metadata

_OFFICE, _DAY, _AT = "floor", "2026-11-24", "2026-11-24 09:00:00.000000"
_MANY = 5000
"""Checks and legs that are there from the start, and are changed in turn."""


class Least(ABC):
    """Keeps something of every request, in whatever transaction is open."""

    def __init__(self, file: Path) -> None:
        self.connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        self._dice, self._n = Random(1), 0

    def keep(self, body: bytes) -> None:
        """Keep one."""
        self._n += 1
        self._keep(self._n, body)

    @abstractmethod
    def _keep(self, n: int, body: bytes) -> None: ...


class Bare(Least):
    """One row, with the body in it."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")

    def _keep(self, n: int, body: bytes) -> None:
        self.connection.execute("INSERT INTO row (body) VALUES (?)", (body,))


class _Acts(Least):
    """An office's tables, with checks and waiting legs in them."""

    def __init__(self, file: Path) -> None:
        engine = create_engine(f"sqlite:///{file}")
        metadata.create_all(engine)
        engine.dispose()
        super().__init__(file)
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO office (id, seq, catalogue) VALUES (?, 0, 'x')", (_OFFICE,))
        self.checks, self.legs = [], []
        for n in range(1, _MANY + 1):
            self.checks.append(self._check(n))
            self.legs.append(self._ticket(n, "before"))
        self.connection.execute("COMMIT")

    def _insert(self, table: str, row: Mapping[str, object]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
        self.connection.execute(
            f'INSERT INTO "{table}" (office, {names}) VALUES (?, {marks})',  # noqa: S608  # Names of ours.
            (_OFFICE, *row.values()),
        )

    def _id(self) -> str:
        return self._dice.randbytes(12).hex()

    def _check(self, n: int) -> str:
        known = {"id": self._id(), "day": _DAY, "service": "renew-permit", "language": "ar", "caller": "employer"}
        told = {"answers": "a" * 64, "papers": "p" * 315, "waivers": "{}", "results": "r" * 62, "outcome": "ready"}
        rest = {"channel": "kiosk", "catalogue": "x", "resume_code": f"{n:08}", "created_at": _AT, "refer_reason": ""}
        self._insert("check", {**known, **told, **rest})
        return str(known["id"])

    def _ticket(self, n: int, series: str) -> str:
        """A ticket and its leg; the leg's id."""
        ticket, leg = self._id(), self._id()
        number = {"id": ticket, "day": _DAY, "series": series, "n": n, "service": "renew-permit", "language": "ar"}
        rest = {"priority": "none", "check": self._id(), "issued_at": _AT, "track": self._id(), "waivers": 0}
        self._insert("ticket", {**number, **rest})
        stands = {"id": leg, "ticket": ticket, "seq": 1, "day": _DAY, "line": "commercial", "service": "renew-permit"}
        waits = {"priority": False, "state": "waiting", "waiting_since": _AT, "due": _AT, "due_by": "arrival"}
        self._insert("leg", {**stands, **waits, "arrival": n, "calls": 0, "note": "", "reason": ""})
        return leg

    def _promise(self, n: int, answer: int, event: int) -> None:
        """The first answer, the journal's entry and its number."""
        key = {"key": self._id(), "fingerprint": "f" * 64, "body": b"b" * answer, "at": _AT}
        self._insert("answer", key)
        self._insert("journal", {"seq": n, "at": _AT, "kind": "TicketCalled", "actor": "clerk", "data": "d" * event})
        self.connection.execute("UPDATE office SET seq = ? WHERE id = ?", (n, _OFFICE))


class Issue(_Acts):
    """What a number leaves behind: series, ticket, leg, check, and the promise."""

    def _keep(self, n: int, _body: bytes) -> None:
        self.connection.execute(
            "INSERT INTO series (office, day, series, last) VALUES (?, ?, 'C', 1) "
            "ON CONFLICT (office, day, series) DO UPDATE SET last = last + 1 RETURNING last",
            (_OFFICE, _DAY),
        ).fetchall()
        self._ticket(n, "C")
        check = self.checks[n % _MANY]
        self.connection.execute(
            'UPDATE "check" SET ticket = ? WHERE office = ? AND id = ?', (self._id(), _OFFICE, check)
        )
        self._promise(n, answer=189, event=276)


class Call(_Acts):
    """What next, start and finish leave behind, in turn: a leg moved, what it takes to take that back, the promise."""

    def _keep(self, n: int, _body: bytes) -> None:
        visit, act = divmod(n, 3)
        change = (
            "state = 'called', called_at = ?",
            "state = 'serving', started_at = ?",
            "state = 'done', finished_at = ?",
        )
        self.connection.execute(
            f"UPDATE leg SET {change[act]}, counter = ? WHERE office = ? AND id = ?",  # noqa: S608  # As above.
            (_AT, visit, _OFFICE, self.legs[visit % _MANY]),
        )
        self.connection.execute(
            "INSERT INTO undo (office, counter, act, actor, at, moves) VALUES (?, ?, 'call', 'clerk', ?, ?) "
            "ON CONFLICT (office, counter) DO UPDATE SET act = excluded.act, at = excluded.at, moves = excluded.moves",
            (_OFFICE, visit % 32, _AT, "m" * 1099),
        )
        self._promise(n, answer=674, event=147)


LEAST: Mapping[str, type[Least]] = {"bare": Bare, "issue": Issue, "call": Call}

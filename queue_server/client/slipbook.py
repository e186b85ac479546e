"""What a station keeps of its slips, so that a power cut in mid-slip leaves no doubt about what is in doubt."""

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from queue_server.client.printers.port import Printed
from queue_server.domain.slip import NEXT, SlipState

_KEPT = 1000
"""Pieces at most: what was never taken by the server in so many more will not be."""

_TABLE = """
CREATE TABLE IF NOT EXISTS piece (
    n INTEGER PRIMARY KEY,
    ticket TEXT NOT NULL,
    copy INTEGER NOT NULL,
    state TEXT NOT NULL,
    trouble TEXT,
    key TEXT,
    UNIQUE (ticket, copy)
)
"""
"""`key` is that of the act that tells the server; NULL when there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class Piece:
    """How one piece of paper fared, and the key under which the server is told."""

    ticket: str
    copy: int
    state: SlipState
    trouble: str | None
    key: str


class SlipBook:
    """The slips of this station: each is kept before it is printed, and until the server knows how it fared.

    In a file that survives the program and the power, or in memory. Nothing personal: no number, no name, no service.
    Safe to use from several threads.
    """

    def __init__(self, file: Path | None = None) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(file or ":memory:", isolation_level=None, check_same_thread=False)
        self._kept.execute("PRAGMA journal_mode=WAL")
        self._kept.execute("PRAGMA synchronous=FULL")
        self._kept.execute(_TABLE)
        self._alone = threading.Lock()
        self._recover()

    def reserve(self, ticket: str, copy: int = 0) -> None:
        """A number, or a copy of it, is to be printed. What the server knows of others is forgotten."""
        with self._alone:
            self._kept.execute("DELETE FROM piece WHERE key IS NULL AND ticket <> ?", [ticket])
            self._kept.execute("DELETE FROM piece WHERE n <= (SELECT max(n) FROM piece) - ?", [_KEPT])
            self._kept.execute(
                "INSERT OR IGNORE INTO piece (ticket, copy, state) VALUES (?, ?, ?)",
                [ticket, copy, SlipState.RESERVED],
            )

    def begin(self, ticket: str, copy: int = 0) -> None:
        """Its bytes are about to leave for the printer. Raises `ValueError` for one that is under way or not kept."""
        self._step(ticket, copy, SlipState.PRINTING, None, None)

    def fared(self, ticket: str, copy: int, printed: Printed) -> None:
        """What became of it; the server is yet to be told. Raises `ValueError` for one that was not begun."""
        self._step(ticket, copy, SlipState(printed.result), printed.trouble, uuid4().hex)

    def state(self, ticket: str, copy: int = 0) -> SlipState | None:
        """Where a piece stands; None for one that is not kept."""
        with self._alone:
            return self._state(ticket, copy)

    def untold(self) -> Sequence[Piece]:
        """What the server does not know yet, oldest first."""
        query = "SELECT ticket, copy, state, trouble, key FROM piece WHERE key IS NOT NULL ORDER BY n"
        with self._alone:
            rows = self._kept.execute(query).fetchall()
        return [Piece(ticket, copy, SlipState(state), trouble, key) for ticket, copy, state, trouble, key in rows]

    def told(self, piece: Piece) -> None:
        """The server knows of it, though not of what became of it since, if it was printed again meanwhile."""
        with self._alone:
            self._kept.execute("UPDATE piece SET key = NULL WHERE key = ?", [piece.key])

    def close(self) -> None:
        """Let the file go."""
        with self._alone:
            self._kept.close()

    def _step(self, ticket: str, copy: int, state: SlipState, trouble: str | None, key: str | None) -> None:
        with self._alone:
            before = self._state(ticket, copy)
            if before is None or state not in NEXT[before]:
                raise ValueError(f"a slip that is {before} cannot be {state}")
            self._kept.execute(
                "UPDATE piece SET state = ?, trouble = ?, key = ? WHERE ticket = ? AND copy = ?",
                [state, trouble, key, ticket, copy],
            )

    def _state(self, ticket: str, copy: int) -> SlipState | None:
        query = "SELECT state FROM piece WHERE ticket = ? AND copy = ?"
        row = self._kept.execute(query, [ticket, copy]).fetchone()
        return None if row is None else SlipState(row[0])

    def _recover(self) -> None:
        """After a power cut: a slip that was not begun did not come out, and of one that was nobody knows."""
        ends = {SlipState.RESERVED: SlipState.FAILED, SlipState.PRINTING: SlipState.UNCERTAIN}
        for n, state in self._kept.execute("SELECT n, state FROM piece").fetchall():
            end = ends.get(SlipState(state))
            if end is not None:
                self._kept.execute("UPDATE piece SET state = ?, key = ? WHERE n = ?", [end, uuid4().hex, n])

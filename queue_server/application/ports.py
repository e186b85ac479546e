"""What the acts need of the world: one open transaction, and through it the rows of the trade.

An act is a plain function of a `Transaction`; it either returns, and everything it did is kept together with the
events it recorded, or raises, and nothing is. Time, ids and secrets come from the transaction, never from the system.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.check import Check
from queue_server.domain.events import Event
from queue_server.domain.hall import Waiting
from queue_server.domain.people import Clerk, Device, Session
from queue_server.domain.tickets import Leg, Ticket
from queue_server.domain.trust import Actor


class Clock(Protocol):
    """What time it is, UTC."""

    def now(self) -> datetime: ...


class Chance(Protocol):
    """Where ids and secrets come from."""

    def id(self) -> str: ...
    def secret(self) -> str: ...
    def code(self) -> str: ...


class Checks(Protocol):
    """The checks of this office."""

    def find(self, check: str) -> Check | None: ...
    def by_code(self, code: str) -> Check | None: ...
    def referred(self, day: date) -> Sequence[Check]:
        """Handed to the information desk on `day` and without a ticket, oldest first."""

    def add(self, check: Check) -> None: ...
    def save(self, check: Check) -> None: ...


class Tickets(Protocol):
    """The tickets of this office and their legs."""

    def find(self, ticket: str) -> Ticket | None: ...
    def by_track(self, track: str) -> Ticket | None: ...
    def next_number(self, day: date, series: str) -> int:
        """The next number of a day's series; numbers are never given back."""

    def add(self, ticket: Ticket, leg: Leg) -> None: ...
    def legs(self, ticket: str) -> Sequence[Leg]: ...
    def at_counter(self, counter: int) -> tuple[Ticket, Leg] | None:
        """The ticket called to a counter or served there."""

    def head(self, day: date, line: str) -> Waiting | None:
        """The waiting leg due first in a line."""

    def leg(self, leg: str) -> Leg: ...
    def move(self, before: Leg, after: Leg) -> None:
        """Keep a leg's next state; raises `WrongState` when it is no longer in the state `before` says."""

    def ahead(self, leg: Leg) -> int:
        """How many waiting legs of the same line are due before this one."""

    def waiting(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """Per line: how many wait, and since when the one who waits longest."""


class CounterState(Protocol):
    """A counter's row."""

    n: int
    state: str
    holder: str | None
    holder_name: str | None
    reason: str


class Counters(Protocol):
    """Which counters are open, and who serves there."""

    def find(self, n: int) -> CounterState: ...
    def held_by(self, holder: str) -> CounterState | None: ...
    def set(self, n: int, state: str, holder: str | None, holder_name: str | None, reason: str = "") -> None: ...


class People(Protocol):
    """Clerks, devices and sessions of this office."""

    def clerk(self, username: str) -> Clerk | None: ...
    def clerk_by_id(self, clerk: str) -> Clerk | None: ...
    def any_clerk(self) -> bool: ...
    def add_clerk(self, clerk: Clerk) -> None: ...
    def save_clerk(self, clerk: Clerk) -> None: ...
    def add_device(self, device: Device, token_hash: str) -> None: ...
    def device_by_token(self, token_hash: str) -> Device | None: ...
    def revoke_device(self, name: str) -> int: ...
    def add_session(self, session: Session, token_hash: str) -> None: ...
    def session_by_token(self, token_hash: str) -> tuple[Session, Clerk] | None: ...
    def end_sessions(self, clerk: str, session: str | None = None) -> None: ...


class Filed(Protocol):
    """An application the agency holds: its service, who made it, and the documents on file."""

    number: str
    service: str
    caller: str
    answers: Mapping[str, str]
    documents: Sequence[str]


class Applications(Protocol):
    """What the agency's file says of application numbers."""

    def find(self, number: str) -> Filed | None: ...


class Answers(Protocol):
    """First answers by idempotency key, kept for a day."""

    def find(self, key: str) -> tuple[str, bytes] | None:
        """The request's fingerprint and the first answer."""

    def keep(self, key: str, fingerprint: str, body: bytes) -> None: ...


class Transaction(Protocol):
    """One act's view of the office, with the moment and the actor it happens by."""

    office: str
    at: datetime
    actor: Actor
    catalogue: Catalogue
    checks: Checks
    tickets: Tickets
    counters: Counters
    people: People
    applications: Applications
    answers: Answers

    @property
    def day(self) -> date:
        """The office's business day."""

    @property
    def seq(self) -> int:
        """The journal's last number before this act."""

    def record(self, event: Event) -> None:
        """Append to the journal, in this same transaction."""

    def new_id(self) -> str:
        """A fresh id."""

    def secret(self) -> str:
        """A fresh secret of at least 128 bits, fit for a URL."""

    def code(self) -> str:
        """A fresh eight-letter code without letters that look or sound alike."""

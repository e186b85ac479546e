"""What the acts need of the world: one open transaction, and through it the rows of the trade.

An act is a plain function of a `Transaction`; it either returns, and everything it did is kept together with the
events it recorded, or raises, and nothing is. Time, ids and secrets come from the transaction, never from the system.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from typing import Protocol, TypeVar

from queue_server.application.appointments_kept import Appointments
from queue_server.application.referrals_kept import Referrals
from queue_server.application.tickets_kept import Tickets
from queue_server.domain.admission import Enrolment, ServiceCode, Tries
from queue_server.domain.applications import Filed
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.check import Check
from queue_server.domain.events import Entry, Event
from queue_server.domain.hall import CounterRow
from queue_server.domain.health import Health
from queue_server.domain.leases import Boot, Lease, SetAside
from queue_server.domain.people import Clerk, Device, Session
from queue_server.domain.slip import Slip
from queue_server.domain.tickets import LastAct, Move
from queue_server.domain.trust import Actor

T = TypeVar("T")


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
    def by_page(self, page: str) -> Check | None: ...
    def referred(self, day: date) -> Sequence[Check]:
        """Handed to the information desk on `day` and not yet settled there, oldest first."""

    def add(self, check: Check) -> None: ...
    def save(self, check: Check) -> None: ...
    def settle(self, check: str, ticket: str) -> None:
        """A number was given for it."""

    def forget_from_home(self, before: date) -> int:
        """Drop the checks made at home that nobody came back to since that day; how many."""


class Slips(Protocol):
    """How each ticket's paper fares."""

    def find(self, ticket: str) -> Slip | None: ...
    def keep(self, slip: Slip) -> None: ...


class Undo(Protocol):
    """The last act at each counter."""

    def find(self, counter: int) -> LastAct | None: ...
    def last_at(self, counter: int) -> datetime | None:
        """When the last act was."""

    def keep(self, counter: int, act: str, actor: str, at: datetime, moves: Sequence[Move]) -> None: ...
    def forget(self, counter: int) -> None: ...


class Outposts(Protocol):
    """Numbers lent to kiosks, the starts of their machines, and visits handed over that could not be taken."""

    def lend(self, day: date, letters: str, most: int) -> range:
        """Numbers of a day's series that are the caller's from here on: at most half of those left, perhaps none."""

    def lease(self, lease: str) -> Lease | None: ...
    def leases(self, day: date) -> Sequence[Lease]: ...
    def open_before(self, day: date) -> Sequence[Lease]: ...
    def add(self, lease: Lease) -> None: ...
    def save(self, lease: Lease) -> None: ...
    def given(self, lease: Lease) -> Collection[int]:
        """Its numbers that tickets bear."""

    def boots(self, device: str) -> Sequence[Boot]:
        """The starts of a device's machine, oldest first."""

    def newest_boots(self) -> Sequence[Boot]:
        """The newest start of each device."""

    def add_boot(self, boot: Boot) -> None: ...
    def heard(self, boot: Boot, at: datetime, contested_at: datetime | None) -> None: ...
    def set_aside(self, visit: SetAside) -> None: ...
    def aside(self, visit: str, number: str) -> SetAside | None: ...
    def all_aside(self) -> Sequence[SetAside]: ...


class Counters(Protocol):
    """Which counters are open, and who serves there."""

    def find(self, n: int) -> CounterRow: ...
    def held_by(self, holder: str) -> CounterRow | None: ...
    def others_open(self, n: int) -> Sequence[int]:
        """The open counters but this one."""

    def count(self, n: int, tally: int) -> None:
        """Keep what the policy remembers of a counter's calls."""

    def set(
        self, n: int, state: str, holder: str | None, holder_name: str | None, reason: str = "", *, since: datetime
    ) -> None: ...
    def arrange(self, n: int, lines: Sequence[str], day: date) -> None:
        """Keep which lines a counter serves on one day."""


class Lines(Protocol):
    """Which lines are closed for a day, and why."""

    def closed(self, day: date) -> Mapping[str, str]: ...
    def close(self, day: date, line: str, reason: str) -> None: ...
    def reopen(self, day: date, line: str) -> None: ...


class Screens(Protocol):
    """What screens say besides calls; the empty name stands for all of them."""

    def messages(self, now: datetime) -> Mapping[str, tuple[Mapping[str, str], datetime]]:
        """The messages of a moment and until when they stand, by screen."""

    def say(self, screen: str, words: Mapping[str, str], until: datetime) -> None: ...
    def hush(self, screen: str) -> None: ...


class People(Protocol):
    """Clerks, devices and sessions of this office."""

    def clerk(self, username: str) -> Clerk | None: ...
    def clerks(self) -> Sequence[Clerk]: ...
    def any_clerk(self) -> bool: ...
    def add_clerk(self, clerk: Clerk) -> None: ...
    def save_clerk(self, clerk: Clerk) -> None: ...
    def add_device(self, device: Device, token_hash: str, at: datetime) -> None: ...
    def devices(self) -> Sequence[Device]:
        """Every device whose token was not revoked."""

    def device_by_token(self, token_hash: str) -> Device | None: ...
    def device_name(self, device: str) -> str:
        """What a device is called; its id when it is not known."""

    def is_revoked(self, device: str) -> bool: ...
    def revoke_devices(self, name: str, at: datetime) -> int: ...
    def add_session(self, session: Session, token_hash: str) -> None: ...
    def session_by_token(self, token_hash: str) -> tuple[Session, Clerk] | None: ...
    def session_begun(self, clerk: str, at: datetime) -> Session | None:
        """The session a clerk began at that very moment."""

    def end_sessions(self, clerk: str, at: datetime, session: str | None = None) -> None: ...


class Admission(Protocol):
    """Codes that let a device in or open its service page, and wrong tries at them."""

    def by_code(self, code: str) -> Enrolment | None: ...
    def by_secret(self, secret_hash: str) -> Enrolment | None: ...
    def open(self, now: datetime) -> int:
        """How many devices ask at this moment."""

    def add(self, new: Enrolment) -> None: ...
    def save(self, changed: Enrolment) -> None: ...
    def forget(self, before: datetime) -> None:
        """Codes that ended before a moment are known no more."""

    def service(self, code: str) -> ServiceCode | None: ...
    def add_service(self, new: ServiceCode) -> None: ...
    def save_service(self, changed: ServiceCode) -> None: ...
    def tries(self, who: str) -> Tries | None: ...
    def count(self, tries: Tries) -> None: ...


class HealthReports(Protocol):
    """The last report of each station."""

    def find(self, device: str) -> Health | None: ...
    def all(self) -> Sequence[Health]: ...
    def fallen_silent(self, before: datetime) -> Sequence[Health]:
        """Those whose last report came before a moment, and of whom that is not known yet."""

    def keep(self, health: Health) -> None: ...


class Applications(Protocol):
    """What the agency's file says of application numbers."""

    def find(self, number: str) -> Filed | None: ...
    def replace(self, applications: Iterable[Filed]) -> int: ...


class Answers(Protocol):
    """First answers by idempotency key, kept for a day."""

    def find(self, key: str) -> tuple[str, bytes] | None:
        """The request's fingerprint and the first answer."""

    def keep(self, key: str, fingerprint: str, body: bytes, at: datetime) -> None: ...
    def forget(self, before: datetime) -> None: ...


class Journal(Protocol):
    """What happened."""

    def since(self, seq: int, limit: int = 500) -> Sequence[Entry]:
        """The rows after `seq`, in order."""

    def last(self, kinds: Sequence[str], limit: int) -> Sequence[Entry]:
        """The newest rows of these kinds, newest first."""

    def by(self, actor: str, since: datetime) -> Sequence[Entry]:
        """What an actor did from a moment on, in order."""


class Own(Protocol):
    """The office's own row."""

    def setup_hash(self) -> str | None: ...
    def secret(self) -> str | None:
        """What personal numbers are hashed with."""

    def keep_secret(self, secret: str) -> None: ...
    def text(self, version: str) -> str | None:
        """What a version of the catalogue was read from."""

    def forget_setup(self) -> None: ...


class Transaction(Protocol):
    """One act's view of the office, with the moment and the actor it happens by."""

    @property
    def office(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def checks(self) -> Checks: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def tickets(self) -> Tickets: ...
    @property
    def slips(self) -> Slips: ...
    @property
    def counters(self) -> Counters: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def screens(self) -> Screens: ...
    @property
    def undo(self) -> Undo: ...
    @property
    def appointments(self) -> Appointments: ...
    @property
    def outposts(self) -> Outposts: ...
    @property
    def people(self) -> People: ...
    @property
    def admission(self) -> Admission: ...
    @property
    def health(self) -> HealthReports: ...
    @property
    def applications(self) -> Applications: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def own(self) -> Own: ...
    def catalogue_of(self, version: str) -> Catalogue | None:
        """The rules as they once were; None for a version this office never had."""

    @property
    def day(self) -> date:
        """The office's business day."""

    def day_of(self, at: datetime) -> date:
        """The business day a moment belongs to."""

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


class Store(Protocol):
    """One office's rows: acts one after another, each whole or not at all."""

    def act(self, actor: Actor, work: Callable[[Transaction], T]) -> Future[T]:
        """Do `work` in one transaction; the future answers after the commit, with the result or what was raised."""

    def read(self, actor: Actor, work: Callable[[Transaction], T]) -> Future[T]:
        """Look, without changing anything; acts go on meanwhile."""


class Passwords(Protocol):
    """How passwords are kept and compared."""

    def hash(self, password: str) -> str: ...
    def fits(self, kept: str | None, password: str) -> bool: ...

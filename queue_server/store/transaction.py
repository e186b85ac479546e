"""One act's view of the office: the books, the moment, the actor, and what it will have to tell the journal."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection, bindparam, select

from queue_server.application.ports import Chance, Clock
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.day import business_day
from queue_server.domain.events import Entry, Event
from queue_server.domain.trust import Actor
from queue_server.store.admission import AdmissionBook
from queue_server.store.answers import AnswerBook
from queue_server.store.applications import ApplicationBook
from queue_server.store.appointments import AppointmentBook
from queue_server.store.arranging import LineBook, ScreenBook
from queue_server.store.checks import CheckBook
from queue_server.store.counters import CounterBook
from queue_server.store.health import HealthBook
from queue_server.store.journal import JournalBook
from queue_server.store.leases import OutpostBook
from queue_server.store.offices import OfficeBook, Shelf
from queue_server.store.people import PeopleBook
from queue_server.store.referrals import ReferralBook
from queue_server.store.slips import SlipBook
from queue_server.store.statements import Statement
from queue_server.store.tables import office as offices
from queue_server.store.tickets import TicketBook
from queue_server.store.undoing import UndoBook

_LOOK = select(offices.c.seq, offices.c.catalogue).where(offices.c.id == bindparam("office"))
_STATE = {False: Statement(_LOOK), True: Statement(_LOOK.with_for_update())}
"""The office as it stands; held until the commit, or not."""


class OfficeTransaction:
    """The rows of one office through one open connection.

    With `lock` the office's row is held until the commit, which gives the acts of one office a total order on a
    database with many writers. (SQLite has one writer and needs no more.)
    """

    def __init__(
        self,
        connection: Connection,
        office: str,
        actor: Actor,
        clock: Clock,
        chance: Chance,
        shelf: Shelf,
        *,
        lock: bool = False,
    ) -> None:
        self.office, self.actor = office, actor
        self.connection, self._chance, self._shelf = connection, chance, shelf
        [[self.seq, self._version]] = _STATE[lock].rows(connection, {"office": office})
        self.at = clock.now()  # Only now: whoever waited for the lock acts when they have it.
        self._events: list[Event] = []
        self.checks = CheckBook(connection, office)
        self.referrals = ReferralBook(connection, office)
        self.tickets = TicketBook(connection, office)
        self.slips = SlipBook(connection, office)
        self.counters = CounterBook(connection, office)
        self.lines = LineBook(connection, office)
        self.screens = ScreenBook(connection, office)
        self.undo = UndoBook(connection, office)
        self.appointments = AppointmentBook(connection, office)
        self.outposts = OutpostBook(connection, office)
        self.people = PeopleBook(connection, office)
        self.admission = AdmissionBook(connection, office)
        self.health = HealthBook(connection, office)
        self.applications = ApplicationBook(connection, office)
        self.answers = AnswerBook(connection, office)
        self.journal = JournalBook(connection, office)
        self.own = OfficeBook(connection, office)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The rules that hold now."""
        return self._shelf.catalogue(self.connection, self.office, self._version)

    def catalogue_of(self, version: str) -> Catalogue | None:
        """The rules as they once were; None for a version this office never had."""
        if not self.own.has(version):
            return None
        return self._shelf.catalogue(self.connection, self.office, version)

    @cached_property
    def day(self) -> date:
        """The office's business day."""
        return self.day_of(self.at)

    def day_of(self, at: datetime) -> date:
        """The business day a moment belongs to."""
        return business_day(at, self.catalogue.timezone, self.catalogue.day_starts)

    def record(self, event: Event) -> None:
        """Append to the journal, in this same transaction."""
        self._events.append(event)

    def settle(self) -> Sequence[Entry]:
        """Write down what was recorded, if anything was; called once, when the act has returned."""
        told, self._events = self._events, []
        return self.journal.append(self.seq, told, self.at, self.actor.id) if told else ()

    def new_id(self) -> str:
        """A fresh id."""
        return self._chance.id()

    def secret(self) -> str:
        """A fresh secret of at least 128 bits, fit for a URL."""
        return self._chance.secret()

    def code(self) -> str:
        """A fresh eight-letter code without letters that look or sound alike."""
        return self._chance.code()

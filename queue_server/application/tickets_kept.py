"""What the acts need of the tickets that are kept: a part of `ports`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from queue_server.domain.hall import Waiting
from queue_server.domain.tickets import Leg, Ticket


class Tickets(Protocol):
    """The tickets of this office and their legs."""

    def find(self, ticket: str) -> Ticket | None: ...
    def of(self, leg: Leg) -> Ticket: ...
    def by_track(self, track: str) -> Ticket | None: ...
    def by_number(self, day: date, number: str) -> Ticket | None:
        """A ticket of the day by what is printed on it, as `C042`."""

    def next_number(self, day: date, series: str) -> int:
        """The next number of a day's series; numbers are never given back."""

    def add(self, ticket: Ticket) -> None: ...
    def rank(self, ticket: str, priority: str) -> None:
        """Give a ticket another priority."""

    def allow_more_time(self, ticket: str, at: datetime) -> bool:
        """Remember that a visitor asked for more time; False when they had asked before."""

    def add_leg(self, leg: Leg) -> None: ...
    def remove_leg(self, leg: Leg) -> None:
        """Unmake a leg, when the act that made it is taken back."""

    def legs(self, ticket: str) -> Sequence[Leg]:
        """A ticket's legs, in order."""

    def leg(self, leg: str) -> Leg: ...
    def at_counter(self, counter: int) -> tuple[Ticket, Leg] | None:
        """The ticket called to a counter or served there."""

    def heads(
        self, day: date, lines: Collection[str], counter: int, clerk: str, barred: Collection[str] = ()
    ) -> Sequence[Waiting]:
        """Of each line, whoever a clerk at a counter may call first: one among priority visitors, one among the others.

        In the lines `barred`, those once sent back from this counter are left to others.
        """

    def head(self, day: date, line: str) -> Waiting | None:
        """The waiting leg due first in a line, whoever may call it."""

    def move(self, before: Leg, after: Leg) -> None:
        """Keep a leg's next state; raises `WrongState` when it is no longer in the state `before` says."""

    def ahead(self, leg: Leg) -> int:
        """How many waiting legs of the same line are due before this one."""

    def waiting(self, day: date) -> Mapping[str, tuple[int, datetime]]:
        """Per line: how many wait, and since when the one who waits longest."""

    def in_line(self, day: date, line: str) -> Sequence[str]:
        """The tickets that wait in a line, due first."""

    def reserved(self, day: date, counter: int, clerk: str | None) -> Sequence[Leg]:
        """Legs kept for a counter or its clerk: waiting, or to wait again."""

    def open_before(self, day: date) -> Sequence[Leg]:
        """Legs of earlier days whose visit was never ended."""

    def open_on(self, day: date) -> Sequence[Leg]:
        """Legs of a day whose visit may still go on."""

    def resting(self, day: date, parked_until: datetime, away_since: datetime) -> Sequence[Leg]:
        """Parked legs whose time to return has come, and no-shows of before `away_since`."""

"""What an office offers: services, what each asks for, and the floor they are served on. One version never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias

from queue_server.domain.documents import Need, Strength
from queue_server.domain.hall import Policy
from queue_server.domain.legibility import Hung, Layout, Orientation
from queue_server.domain.rules import Rule, facts_of
from queue_server.domain.scanned import Kind
from queue_server.domain.sound import Sound

Text: TypeAlias = Mapping[str, str]
"""One wording per language code."""

Confidence: TypeAlias = Literal["high", "medium", "low"]
Theme: TypeAlias = Literal["dark", "light", "contrast"]

CALLER = "caller"
"""The fact every check begins with: who asks."""


class CatalogueRefused(Exception):
    """The catalogue cannot be used; `problems` are all of them, each with its place in the file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or fee was read, when, and how far it can be trusted."""

    page: str
    read: date
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a rule may ask, with its question and the declared answers."""

    id: str
    question: Text
    options: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper; `picture` names an image without its ending.

    `scan`: what a machine looks for that reads it, None when no machine can. `named`: it is the paper of whom the
    application names. `booked`: it proves an appointment, so the office's own book of them does as well.
    """

    id: str
    name: Text
    hint: Text
    picture: str
    scan: Kind | None = None
    named: bool = False
    booked: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Services that stand together on the kiosk's page."""

    id: str
    name: Text
    picture: str


@dataclass(frozen=True, slots=True)
class FromHome:
    """That visitors may take a line's appointments by themselves, up to `days_ahead`.

    `today`: further places of each slot, given on the day itself only: a place in today's line.
    """

    days_ahead: int
    today: int = 0


@dataclass(frozen=True, slots=True)
class Slots:
    """The appointments a line gives: one each `every` from `opens` until before `closes`, for so many visitors each.

    Whoever checks in within `grace` of the slot is due at the slot; later, the appointment is released. Without `home`
    they are booked by the office alone. `weekdays` count from Monday, 0; on the days `closed_on` there are none.
    """

    opens: time
    closes: time
    every: timedelta
    capacity: int
    grace: timedelta
    home: FromHome | None = None
    weekdays: frozenset[int] = frozenset(range(7))
    closed_on: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A queue of tickets for a group of services; `series` are the letters of its numbers."""

    id: str
    name: Text
    series: str
    floor: int
    agency: str
    target_minutes: int
    slots: Slots | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A numbered place where clerks serve, and the lines it takes from.

    `later`: the lines it takes as if they were due so much later, since others are its first concern. `two_step`: the
    clerk sees whose turn it is before the number is called aloud.
    """

    n: int
    name: Text
    lines: tuple[str, ...]
    later: Mapping[str, timedelta] = field(default_factory=dict)
    two_step: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One public display, and the lines it shows: all of them when none is named.

    `heading` is the name of the one line of a line's screen; `counter` the one a sign hangs above. `inches` and
    `seat_metres` are as everywhere in the office when left out. What is written stands in `languages`, and the first
    of them decides from which side it is read. With a `voice` it says the calls it shows; only one screen of a `hall`
    does.
    """

    id: str
    name: Text
    lines: tuple[str, ...]
    layout: Layout = "hall"
    heading: Text | None = None
    counter: int | None = None
    inches: float | None = None
    seat_metres: float | None = None
    orientation: Orientation = "landscape"
    theme: Theme = "dark"
    media: bool = False
    languages: tuple[str, ...] = ("en", "ar")
    hall: str = ""
    voice: bool = False

    def hung(self, inches: float, seat_metres: float) -> Hung:
        """Where it hangs; these figures are the office's own, for what the screen leaves out."""
        return Hung(
            self.layout,
            inches if self.inches is None else self.inches,
            seat_metres if self.seat_metres is None else self.seat_metres,
            self.orientation,
            self.media,
            max((len(self.heading.get(language, "")) for language in self.languages), default=0) if self.heading else 0,
        )


@dataclass(frozen=True, slots=True)
class Requirement:
    """This, when that, because: any one of the alternatives will do, and all papers of it are needed.

    `four_eyes`: one clerk alone cannot waive it. `needed_at`: further lines of the visit whose clerks need its papers.
    """

    id: str
    when: Rule
    because: Text
    alternatives: tuple[tuple[Need, ...], ...]
    accepts: Strength
    remedy: Text | None
    source: Source
    four_eyes: bool = False
    needed_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fee:
    """One dated row of a fee: this amount from `since` until the next row of the same id."""

    id: str
    name: Text
    amount: Decimal
    since: date
    source: Source


@dataclass(frozen=True, slots=True)
class Service:
    """What a visitor comes for. A quick service has no line, and guidance instead.

    `then` are the lines the visit goes on to, one after another. `may_be_empty` says why
    the service may ask for no paper at all.
    """

    id: str
    name: Text
    group: str
    picture: str
    callers: tuple[str, ...]
    line: str | None
    guidance: Text | None
    requirements: tuple[Requirement, ...]
    source: Source
    fees: tuple[Fee, ...] = ()
    may_be_empty: str = ""
    then: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact its rules may ask, in the order the requirements name them."""
        return tuple(dict.fromkeys(fact for requirement in self.requirements for fact in facts_of(requirement.when)))

    def fees_on(self, day: date) -> tuple[Fee, ...]:
        """What is due on a day: of each fee the latest row that has begun."""
        begun = sorted((fee for fee in self.fees if fee.since <= day), key=lambda fee: fee.since)
        return tuple({fee.id: fee for fee in begun}.values())


@dataclass(frozen=True, slots=True)
class Queue:
    """How the office runs its queue. A no-show may come back within `may_return`, and is due as before."""

    policy: Policy = field(default_factory=Policy)
    calls_before_no_show: int = 1
    may_return: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of an office's catalogue, everything by id in the order of its file. `facts` include the caller."""

    office: str
    name: Text
    timezone: str
    day_starts: time
    currency: str
    version: str
    languages: tuple[str, ...]
    callers: Fact
    facts: Mapping[str, Fact]
    documents: Mapping[str, Document]
    groups: Mapping[str, Group]
    services: Mapping[str, Service]
    lines: Mapping[str, Line]
    counters: Mapping[int, Counter]
    screens: Mapping[str, Screen]
    breaks: Mapping[str, Text] = field(default_factory=dict)
    """Why a clerk stops for a while, in the languages clerks read; `parkings`: why a visitor goes and comes back."""
    parkings: Mapping[str, Text] = field(default_factory=dict)
    queue: Queue = field(default_factory=Queue)
    sound: Sound = field(default_factory=Sound)


OTHER = "other"
"""The reason of a clerk who gave one in words of their own."""


def reason_told(named: Mapping[str, Text], reason: str) -> str:
    """What the journal keeps of a reason: the office's name for it, `other` for a clerk's own words; empty for none."""
    return reason if not reason or reason in named else OTHER

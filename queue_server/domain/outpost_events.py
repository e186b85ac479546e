"""What the journal tells of kiosks that work without the server: numbers lent, handed over, set aside, left over."""

from dataclasses import dataclass

from queue_server.domain.events import Event


@dataclass(frozen=True, slots=True)
class NumbersLeased(Event):
    """A kiosk may give these numbers of a day's series by itself."""

    lease: str
    device: str
    day: str
    series: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NumbersUnused(Event):
    """The day of a lease is over: these of its numbers were not given, or their visits not handed over yet."""

    lease: str
    device: str
    day: str
    series: str
    numbers: list[int]


@dataclass(frozen=True, slots=True)
class NumberHandedOver(Event):
    """A number given without the server is known from here on; `arrived` is when the visitor came (UTC)."""

    ticket: str
    number: str
    lease: str
    device: str
    day: str
    arrived: str


@dataclass(frozen=True, slots=True)
class VisitSetAside(Event):
    """A visit handed over could not be taken, `code` says why: it is kept for a person. `number` may be empty."""

    visit: str
    number: str
    device: str
    code: str


@dataclass(frozen=True, slots=True)
class SecondHolderSeen(Event):
    """Two machines speak with the token of one device: its disk was copied, or it is being used elsewhere."""

    device: str

"""What the journal tells: past tense, ids and numbers only, never a name or a paper's details.

Each event is a kind and flat data.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """The root of all events; `kind` is the class's own name."""

    @property
    def kind(self) -> str:
        """The name the journal files it under."""
        return type(self).__name__

    def data(self) -> dict[str, Any]:
        """The event as the journal keeps it."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal: an event with its number, its moment and who did it."""

    seq: int
    at: datetime
    kind: str
    actor: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CheckOpened(Event):
    """A visitor's papers began to be checked for a service."""

    check: str
    service: str
    caller: str
    channel: str
    language: str
    catalogue: str


@dataclass(frozen=True, slots=True)
class CheckChanged(Event):
    """Answers or papers were given: which facts and documents, and how each finding stands now."""

    check: str
    facts: list[str]
    documents: list[str]
    results: dict[str, str | None]
    outcome: str | None


@dataclass(frozen=True, slots=True)
class CheckResumed(Event):
    """A visitor came back with the code."""

    check: str
    outcome: str | None


@dataclass(frozen=True, slots=True)
class CheckReferred(Event):
    """The check was handed to the information desk."""

    check: str
    outcome: str | None


@dataclass(frozen=True, slots=True)
class QuickServiceGiven(Event):
    """A matter was settled on the ground floor, without a number: `seconds` after it was asked."""

    check: str
    service: str
    seconds: int


@dataclass(frozen=True, slots=True)
class FindingWaived(Event):
    """A named clerk let a finding pass, and `second` with them where the office asks for four eyes.

    The reason stands in the check.
    """

    check: str
    requirement: str
    clerk: str
    second: str | None = None


@dataclass(frozen=True, slots=True)
class TicketIssued(Event):
    """A number was given for a ready check. `walk_in` when the visitor came to a counter without one."""

    ticket: str
    number: str
    line: str
    leg: str
    service: str
    check: str
    priority: str
    language: str
    due: str
    due_by: str
    walk_in: bool


@dataclass(frozen=True, slots=True)
class CounterOpened(Event):
    """A clerk serves at the counter, first or again after a break."""

    counter: int
    clerk: str


@dataclass(frozen=True, slots=True)
class BreakTaken(Event):
    """The counter stopped calling for a while. `reason`: the office's name for it, or `other`; empty for none."""

    counter: int
    clerk: str
    reason: str


@dataclass(frozen=True, slots=True)
class CounterClosed(Event):
    """Nobody serves at the counter any more."""

    counter: int
    clerk: str


@dataclass(frozen=True, slots=True)
class OfTicket(Event):
    """What befell one leg of a ticket, wherever it was."""

    ticket: str
    number: str
    line: str
    leg: str


@dataclass(frozen=True, slots=True)
class LegPlanned(OfTicket):
    """The visit will go on to this line, when the step before is over."""

    service: str


@dataclass(frozen=True, slots=True)
class LegBegan(OfTicket):
    """The step before is over: the ticket waits in this line."""

    due: str
    due_by: str


@dataclass(frozen=True, slots=True)
class TicketReturned(OfTicket):
    """Back in line with the old due time: after being `parked`, come `late` after a no-show, or `sent_back`."""

    how: str


@dataclass(frozen=True, slots=True)
class TicketCancelled(OfTicket):
    """The visitor gave up this step of the visit, or an earlier step ended the visit."""


@dataclass(frozen=True, slots=True)
class LegExpired(OfTicket):
    """The day, or the time to come back, was over."""


@dataclass(frozen=True, slots=True)
class MoreTimeGiven(OfTicket):
    """The visitor asked for more time: not in line before `until`, and then due as before."""

    until: str


@dataclass(frozen=True, slots=True)
class ReservationReleased(OfTicket):
    """The counter or clerk the ticket was kept for is gone: others may call it."""


@dataclass(frozen=True, slots=True)
class TicketDrawn(OfTicket):
    """A clerk has the ticket in front of them and has not called it aloud yet."""

    counter: int
    why: str


@dataclass(frozen=True, slots=True)
class AtCounter(OfTicket):
    """What befell a ticket at a counter: the events a public screen may hear."""

    counter: int


@dataclass(frozen=True, slots=True)
class TicketCalled(AtCounter):
    """A number was called to a counter for the first time. `waited` is seconds since the leg began to wait.

    `why`: it was its `turn`, it was `escalated`, or the clerk had `chosen` it by its number. `language`: the ticket's.
    """

    floor: int
    waited: int
    why: str
    language: str


@dataclass(frozen=True, slots=True)
class TicketRecalled(AtCounter):
    """The same number was called again to the same counter. `language` is the ticket's."""

    floor: int
    calls: int
    language: str


@dataclass(frozen=True, slots=True)
class ServiceStarted(AtCounter):
    """The visitor came to the counter."""


@dataclass(frozen=True, slots=True)
class TicketFinished(AtCounter):
    """Service at the counter is over. `served` is seconds since it started; `requirement` names a gate escape."""

    outcome: str
    requirement: str | None
    served: int


@dataclass(frozen=True, slots=True)
class NoShowRecorded(AtCounter):
    """The visitor did not come to the counter."""

    calls: int


@dataclass(frozen=True, slots=True)
class TicketParked(AtCounter):
    """The visitor left the counter to come back, by `until` if that is known.

    `reason` is the office's name for it, or `other`: a clerk's own words stand with the leg only.
    """

    until: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TicketTransferred(AtCounter):
    """The visit goes on elsewhere: this leg is over, and `to_leg` waits in `to_line`."""

    to_line: str
    to_leg: str
    to_counter: int | None
    to_clerk: str | None
    place: str
    due: str


@dataclass(frozen=True, slots=True)
class ActUndone(Event):
    """A clerk took the last act at the counter back. `legs` tells the state each has again, "none" for one unmade."""

    counter: int
    act: str
    ticket: str
    number: str
    legs: dict[str, str]


@dataclass(frozen=True, slots=True)
class OfAppointment(Event):
    """What became of an appointment. `slot` is its moment, UTC."""

    appointment: str
    service: str
    line: str
    slot: str


@dataclass(frozen=True, slots=True)
class AppointmentBooked(OfAppointment):
    """A place was taken."""


@dataclass(frozen=True, slots=True)
class AppointmentKept(OfAppointment):
    """The visitor came in time and has a number that is due at the slot."""

    ticket: str


@dataclass(frozen=True, slots=True)
class AppointmentMoved(OfAppointment):
    """The place was given back for another; `before` is the moment it was for, UTC."""

    before: str


@dataclass(frozen=True, slots=True)
class AppointmentCancelled(OfAppointment):
    """The place was given back."""


@dataclass(frozen=True, slots=True)
class AppointmentReleased(OfAppointment):
    """The visitor did not come in time."""


@dataclass(frozen=True, slots=True)
class SlipFared(Event):
    """A station printed a ticket's slip: `result` is `printed`, `uncertain` or `failed`, `trouble` the printer's.

    `copy` is 0 for the slip itself, and counts the copies.
    """

    ticket: str
    number: str
    result: str
    trouble: str | None
    copy: int


@dataclass(frozen=True, slots=True)
class SlipCopied(Event):
    """A slip was handed out once more, marked as a copy."""

    ticket: str
    number: str
    copy: int


@dataclass(frozen=True, slots=True)
class TicketPrioritised(Event):
    """A supervisor gave a visitor who waits another priority; `due` is when the leg is due from here on."""

    ticket: str
    number: str
    line: str
    leg: str
    priority: str
    due: str
    due_by: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class DayEnded(Event):
    """The office closed for the day: whoever still waited was sent home."""

    day: str
    expired: int


PUBLIC = frozenset({*(event.__name__ for event in AtCounter.__subclasses__()), ActUndone.__name__})
"""The kinds a public screen may hear."""

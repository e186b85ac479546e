"""Appointments that visitors take by themselves, from home: with papers that are in order, one at a time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from queue_server import wire
from queue_server.application.appointments import find, first_free, free, in_words, line_of, taken_with
from queue_server.application.assessing import assessed
from queue_server.application.ports import Transaction
from queue_server.application.preparing import prepared
from queue_server.domain import events
from queue_server.domain.appointments import (
    Appointment,
    PlaceHeld,
    earliest_from_home,
    person_key,
    places_from_home,
    slots_on,
)
from queue_server.domain.assessment import papers_are_there
from queue_server.domain.catalogue import Line, Slots
from queue_server.domain.check import Check
from queue_server.domain.errors import AppointmentOver, NoSuchSlot, NotConcluded

_A_DAY = timedelta(days=1)


def offered(tx: Transaction, service: str, until: date) -> Mapping[date, list[datetime]]:
    """The moments still free to somebody at home, by day, none after `until`; days without any are left out.

    Raises `Unknown`.
    """
    line, given = line_of(tx, service)
    if given is None or given.home is None:
        return {}
    ahead = (min(until, tx.day + given.home.days_ahead * _A_DAY) - tx.day).days
    moments = [at for days in range(ahead + 1) for at in _moments(tx, line, given, tx.day + days * _A_DAY)]
    taken = tx.appointments.taken(line.id, moments[0], moments[-1]) if moments else {}
    by_day: dict[date, list[datetime]] = {}
    for at in moments:
        day = tx.day_of(at)
        if free(taken.get(at, ()), places_from_home(given, today=day == tx.day)):
            by_day.setdefault(day, []).append(at)
    return by_day


def has_papers(tx: Transaction, check: Check) -> bool:
    """Whether an appointment may be taken with a check: no paper is missing or in doubt under today's rules."""
    judged = assessed(tx, check)
    return papers_are_there(judged.outcome, [finding.result for finding in judged.findings])


def take(tx: Transaction, page: str, at: datetime, cpr: str) -> wire.Appointment:
    """Take a place with the check of a page; its code is the check's own.

    Raises `Unknown`, `NotConcluded` while papers are missing or in doubt, `NotACpr`, `PlaceHeld`, `NoSuchSlot`,
    `SlotFull`.
    """
    check = prepared(tx, page)
    if not has_papers(tx, check):
        raise NotConcluded(check=check.id)
    person, before = person_key(_secret(tx), cpr), taken_with(tx, check)
    if tx.appointments.of_person(person) or (before and before.state == "booked"):
        raise PlaceHeld
    place = _place(tx, check.service, at, check.good_until())
    line, _given = line_of(tx, check.service)
    code, language = check.resume_code, check.language
    booked = Appointment(tx.new_id(), code, check.service, line.id, at, place, language, tx.at, person=person)
    if before is None:
        tx.appointments.add(booked)
    else:  # Given back or missed, and taken anew by the same code.
        booked = replace(booked, id=before.id)
        tx.appointments.save(booked)
    tx.record(events.AppointmentBooked(booked.id, booked.service, booked.line, at.isoformat()))
    return in_words(tx, booked)


def move(tx: Transaction, code: str, at: datetime) -> wire.Appointment:
    """Give a place back for another one of the same service, both or neither.

    Raises `Unknown`, `AppointmentOver`, `NoSuchSlot`, `SlotFull`.
    """
    booked = find(tx, code)
    if booked.state != "booked":
        raise AppointmentOver(state=booked.state)
    if at == booked.slot:
        return in_words(tx, booked)
    place = _place(tx, booked.service, at, last_day(tx, booked))
    moved = replace(booked, slot=at, place=place, booked_at=tx.at)
    tx.appointments.save(moved)
    tx.record(
        events.AppointmentMoved(moved.id, moved.service, moved.line, at.isoformat(), before=booked.slot.isoformat())
    )
    return in_words(tx, moved)


def check_behind(tx: Transaction, booked: Appointment) -> Check | None:
    """The check an appointment was taken with; None for one booked by the office, or when it is kept no more."""
    check = tx.checks.by_code(booked.code)
    if check is None or check.page is None or check.service != booked.service:
        return None
    return None if check.is_over(tx.day) or check.ticket is not None else check


def last_day(tx: Transaction, booked: Appointment) -> date:
    """The last day an appointment may be moved to: as long as its check can be come back to."""
    check = check_behind(tx, booked)
    return date.max if check is None else check.good_until()


def _place(tx: Transaction, service: str, at: datetime, until: date) -> int:
    """A free place for somebody at home. Raises `NoSuchSlot`, `SlotFull`."""
    line, given = line_of(tx, service)
    day = tx.day_of(at)
    if given is None or given.home is None or day > min(until, tx.day + given.home.days_ahead * _A_DAY):
        raise NoSuchSlot
    if at not in _moments(tx, line, given, day):
        raise NoSuchSlot
    return first_free(tx, line, at, places_from_home(given, today=day == tx.day))


def _moments(tx: Transaction, line: Line, given: Slots, day: date) -> list[datetime]:
    """The slots of a day that somebody at home may still ask for, free or not; none today in a line that is closed."""
    if day == tx.day and line.id in tx.lines.closed(day):
        return []
    earliest = earliest_from_home(line, tx.at)
    return [at for at in slots_on(given, day, tx.catalogue.timezone) if at >= earliest]


def _secret(tx: Transaction) -> str:
    """What this office hashes personal numbers with, made when it is first needed."""
    secret = tx.own.secret()
    if secret is None:
        secret = tx.secret()
        tx.own.keep_secret(secret)
    return secret

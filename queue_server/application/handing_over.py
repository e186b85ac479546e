"""Visits a kiosk went through without the server, taken over when it is back: all of a visit, or set aside whole."""

from dataclasses import replace
from datetime import datetime

import msgspec

from queue_server import wire
from queue_server.application import quick_services
from queue_server.application.appointments import find, keep_appointment
from queue_server.application.ports import Transaction
from queue_server.application.reception import in_line
from queue_server.domain import events
from queue_server.domain.appointments import Appointment
from queue_server.domain.catalogue import Catalogue, Line
from queue_server.domain.check import Check
from queue_server.domain.documents import Paper, Strength
from queue_server.domain.errors import CheckSettled, DawrError, NoNumberNeeded, PapersIncomplete, Unknown
from queue_server.domain.leases import Lease, SetAside
from queue_server.domain.outpost_errors import CodeTaken, LeaseNotYours, NumberNotLeased, NumberTaken
from queue_server.domain.outpost_events import NumberHandedOver, VisitSetAside
from queue_server.domain.tickets import AT_COUNTER, OPEN, LegState, Ticket
from queue_server.papers.checking import asked_for, judged, told


def take_over(tx: Transaction, visit: wire.HandOver) -> wire.HandedOver:
    """Take a visit as the kiosk went through it, once however often it comes; set it aside if that cannot be.

    The papers are judged again, by the rules the kiosk had. The visitor waits since they came, as far as that can be
    believed. A number asked for and never heard of is given up, if the server did give it.
    """
    try:
        return _taken(tx, visit)
    except DawrError as why:
        return _set_aside(tx, visit, why.code)


def _taken(tx: Transaction, visit: wire.HandOver) -> wire.HandedOver:
    """Raises, before anything is changed, whatever stands against it."""
    before = _kept_before(tx, visit)
    if before is not None and before.ticket is not None:
        return _again(tx, visit, before.ticket)
    catalogue = tx.catalogue_of(visit.catalogue) or tx.catalogue
    begun_as = None if visit.continues is None else tx.checks.find(visit.continues)
    lease = None if visit.given is None else _lease(tx, visit, visit.given)
    check = _check(tx, visit, catalogue, begun_as, lease)
    check = _sent_on(tx, visit, check, before, begun_as)
    line = None if visit.given is None or lease is None else _line(tx, catalogue, check, lease, visit.given)
    _keep(tx, check, before)
    if begun_as is not None and check.referred_at is not None:
        _one_visitor(tx, begun_as, check)
    if visit.served and check.outcome == "quick" and check.day == tx.day:
        quick_services.give(tx, check.id)
    number = ""
    if line is not None and lease is not None and visit.given is not None:
        number = _number(tx, check, lease, line, visit.given)
        if begun_as is not None:
            _instead(tx, begun_as, check, visit.unheard)
    return wire.HandedOver(visit.visit, "taken", number)


def _kept_before(tx: Transaction, visit: wire.HandOver) -> Check | None:
    """The visit's check, when part of the visit was taken over before. The code tells it from anybody else's."""
    before = tx.checks.find(visit.visit)
    coded = tx.checks.by_code(visit.resume_code)
    if before != coded:
        raise CodeTaken
    return before


def _again(tx: Transaction, visit: wire.HandOver, ticket_id: str) -> wire.HandedOver:
    ticket = tx.tickets.find(ticket_id)
    if ticket is None or visit.given is None or (ticket.n, ticket.track) != (visit.given.n, visit.given.track):
        raise CheckSettled(ticket=ticket_id)
    return wire.HandedOver(visit.visit, "taken", ticket.number)


def _lease(tx: Transaction, visit: wire.HandOver, given: wire.GivenNumber) -> Lease:
    lease = tx.outposts.lease(given.lease)
    if lease is None:
        raise Unknown("lease", given.lease)
    if (lease.device, lease.boot) != (tx.actor.id, visit.boot):
        raise LeaseNotYours
    return lease


def _check(
    tx: Transaction, visit: wire.HandOver, catalogue: Catalogue, begun_as: Check | None, lease: Lease | None
) -> Check:
    asked_for(catalogue, visit.service, visit.caller, visit.language)
    began_at = min(visit.began_at, tx.at)
    check = Check(
        id=visit.visit,
        day=lease.day if lease else min(tx.day, tx.day_of(began_at)),
        service=visit.service,
        language=visit.language,
        caller=visit.caller,
        channel="kiosk",
        catalogue=catalogue.version,
        resume_code=visit.resume_code,
        created_at=began_at,
        answers={"caller": visit.caller},
        papers=_known(begun_as),
        waivers={} if begun_as is None else begun_as.waivers,
        application=None if begun_as is None else begun_as.application,
    )
    said = wire.CheckChange(answers=visit.answers, documents=visit.documents)
    return judged(catalogue, told(catalogue, check, said, tx.actor.role), check.day)


def _sent_on(
    tx: Transaction, visit: wire.HandOver, check: Check, before: Check | None, begun_as: Check | None
) -> Check:
    """The check as the information desk waits for it, if the visitor was sent there: since they first asked."""
    for known in (before, begun_as):
        if known is not None and known.referred_at is not None and not _has_them(tx, known, known.referred_at):
            return replace(check, referred_at=known.referred_at, refer_reason=known.refer_reason)
    if visit.refer is None:
        return check
    asked_at = min(max(visit.referred_at or tx.at, check.created_at), tx.at)
    if begun_as is not None and _has_them(tx, begun_as, asked_at):
        return check
    return replace(check, referred_at=asked_at, refer_reason=visit.refer)


def _has_them(tx: Transaction, check: Check, asked_at: datetime) -> bool:
    """Whether the information desk helped the visitor of a check, or took them, since they asked."""
    taken = (referral.taken_at for referral in tx.referrals.of_check(tx.day, check.id))
    settled = check.ticket is not None or check.served_at is not None
    return settled or any(at is not None and at >= asked_at for at in taken)


def _known(begun_as: Check | None) -> dict[str, Paper]:
    """What a kiosk's word does not change of the check the visit was begun as: what is on file, and what is doubted."""
    papers = {} if begun_as is None else begun_as.papers
    return {name: paper for name, paper in papers.items() if paper.evidence is Strength.AGENCY or paper.doubted}


def _line(tx: Transaction, catalogue: Catalogue, check: Check, lease: Lease, given: wire.GivenNumber) -> Line:
    """The line the visitor waits in. Raises unless the number may be theirs."""
    printed = lease.number(given.n)
    name = catalogue.services[check.service].line
    if name is None:
        raise NoNumberNeeded(service=check.service)
    if check.outcome != "ready":
        raise PapersIncomplete
    line = tx.catalogue.lines.get(name)
    if line is None or check.service not in tx.catalogue.services:  # The office has given it up since.
        raise Unknown("line", name)
    if not lease.holds(line.series, given.n):
        raise NumberNotLeased(number=printed)
    if tx.tickets.by_number(lease.day, printed) is not None:
        raise NumberTaken(number=printed)
    if tx.tickets.by_track(given.track) is not None:
        raise CodeTaken
    return line


def _keep(tx: Transaction, check: Check, before: Check | None) -> None:
    if before is None:
        tx.checks.add(check)
        tx.record(
            events.CheckOpened(check.id, check.service, check.caller, check.channel, check.language, check.catalogue)
        )
    else:
        tx.checks.save(check)
    documents = sorted(check.papers)
    tx.record(events.CheckChanged(check.id, sorted(check.answers), documents, dict(check.results), check.outcome))
    if check.referred_at is not None and (before is None or before.referred_at is None):
        tx.record(events.CheckReferred(check.id, check.outcome))


def _booked(tx: Transaction, check: Check, given: wire.GivenNumber, arrived: datetime) -> Appointment | None:
    """The appointment the visitor came with, if it still stands and they came in time; else they wait like others."""
    try:
        booked = None if given.appointment is None else find(tx, given.appointment)
    except Unknown:
        return None
    slots = None if booked is None else tx.catalogue.lines[booked.line].slots
    if booked is None or slots is None or (booked.state, booked.service) != ("booked", check.service):
        return None
    in_time = tx.day_of(booked.slot) == check.day and arrived <= booked.slot + slots.grace
    return booked if in_time else None


def _number(tx: Transaction, check: Check, lease: Lease, line: Line, given: wire.GivenNumber) -> str:
    arrived = lease.arrival(given.given_at, tx.at)
    booked = _booked(tx, check, given, arrived)
    ticket = Ticket(
        id=check.id,  # What the kiosk knew it by.
        day=lease.day,
        series=lease.series,
        n=given.n,
        service=check.service,
        language=check.language,
        priority=given.priority,
        check=check.id,
        issued_at=arrived,
        track=given.track,
        waivers=sum(result == "waived" for result in check.results.values()),
        slot=None if booked is None else booked.slot,
    )
    day = lease.day.isoformat()
    tx.record(NumberHandedOver(ticket.id, ticket.number, lease.id, lease.device, day, arrived.isoformat()))
    in_line(tx, ticket, line, tx.catalogue.services[check.service])
    tx.checks.settle(check.id, ticket.id)
    if booked is not None:
        keep_appointment(tx, booked, ticket.id)
    return ticket.number


def _one_visitor(tx: Transaction, begun_as: Check, check: Check) -> None:
    """Who was sent to the information desk before the line broke is not sent there twice: they come with this check."""
    for referral in tx.referrals.of_check(tx.day, begun_as.id):
        tx.referrals.save(replace(referral, check=check.id))
    if begun_as.referred_at is not None:
        tx.checks.save(replace(begun_as, referred_at=None))


def _instead(tx: Transaction, begun_as: Check, check: Check, unheard: str | None) -> None:
    """No second number for the check the visit was begun as: none from here on, and one nobody heard of is given up."""
    settled = tx.checks.find(check.id)
    if begun_as.ticket is None and settled is not None and settled.ticket is not None:
        tx.checks.settle(begun_as.id, settled.ticket)
    kept = None if unheard is None else tx.answers.find(unheard)
    if kept is None or msgspec.json.decode(kept[1]).get("id") != begun_as.ticket:
        return
    for leg in tx.tickets.legs(begun_as.ticket or ""):
        if leg.state in OPEN and leg.state not in AT_COUNTER:
            tx.tickets.move(leg, leg.ended(LegState.CANCELLED, tx.at))
            unclaimed = tx.tickets.of(leg)
            tx.record(events.TicketCancelled(unclaimed.id, unclaimed.number, leg.line, leg.id))


def _set_aside(tx: Transaction, visit: wire.HandOver, code: str) -> wire.HandedOver:
    lease = None if visit.given is None else tx.outposts.lease(visit.given.lease)
    number = "" if visit.given is None else str(visit.given.n) if lease is None else lease.number(visit.given.n)
    known = tx.outposts.aside(visit.visit, number)
    if known is not None:
        return wire.HandedOver(visit.visit, "set_aside", number, known.code)
    body = msgspec.json.encode(visit).decode()
    tx.outposts.set_aside(SetAside(visit.visit, number, tx.actor.id, code, tx.at, body))
    tx.record(VisitSetAside(visit.visit, number, tx.actor.id, code))
    return wire.HandedOver(visit.visit, "set_aside", number, code)

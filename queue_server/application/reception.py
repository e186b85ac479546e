"""The ground floor: checks begun, answered, resumed, referred, waived, and numbers given for the ready ones."""

from dataclasses import replace

from msgspec import structs

from queue_server import wire
from queue_server.application.appointments import (
    check_in,
    comes_in_time,
    expected,
    in_words,
    keep_appointment,
    taken_with,
)
from queue_server.application.assessing import assessed, check_in_words, kept
from queue_server.application.journeys import first_leg, plan, planned_legs
from queue_server.application.partners import partners_papers
from queue_server.application.ports import Transaction
from queue_server.domain.catalogue import Line, Service
from queue_server.domain.check import Check, Waived
from queue_server.domain.documents import Paper, Strength
from queue_server.domain.errors import (
    CheckSettled,
    CheckStale,
    EvidenceTooStrong,
    LineNotOpen,
    NoNumberNeeded,
    NotConcluded,
    PapersIncomplete,
    SecondClerkNeeded,
    SecondClerkRefused,
    Unknown,
)
from queue_server.domain.events import (
    CheckChanged,
    CheckOpened,
    CheckReferred,
    CheckResumed,
    FindingWaived,
    TicketIssued,
)
from queue_server.domain.people import Clerk
from queue_server.domain.tickets import Leg, Ticket
from queue_server.domain.trust import CLAIMS, Role
from queue_server.papers.checking import begun, proves_booking, told


def open_check(tx: Transaction, new: wire.NewCheck, *, booked: bool = False) -> wire.Check:
    """Begin a check; what the agency holds for the application named is on file from the start, as is an appointment.

    `booked`: so is one that is still to be taken.

    Raises `Unknown` for a service, caller, language, application or appointment, `WrongCaller` when the service is not
    for them, `LineNotOpen` at a kiosk when no number could come of it.
    """
    _worth_checking(tx, new.service)
    filed = None if new.application is None else tx.applications.find(new.application)
    booked = booked or (new.appointment is not None and comes_in_time(tx, new.appointment, new.service))
    check = begun(tx.catalogue, new, filed, check=tx.new_id(), code=tx.code(), day=tx.day, at=tx.at, booked=booked)
    tx.checks.add(check)
    tx.record(CheckOpened(check.id, check.service, check.caller, check.channel, check.language, check.catalogue))
    return check_in_words(tx, check)


def change_check(tx: Transaction, check_id: str, change: wire.CheckChange, second: Clerk | None = None) -> wire.Check:
    """Take answers, papers, a waiver, a language, or hand the check over; all of it or nothing.

    `second` is the clerk who agreed to a waiver and was recognised. Raises `CheckSettled`, `CheckStale`,
    `EvidenceTooStrong`, `SecondClerkNeeded`, `SecondClerkRefused`, and `Unknown` for a fact, value, document,
    requirement or language that is not of this check.
    """
    check = todays(tx, check_id)
    filed = tx.applications.find(check.application) if change.holders and check.application else None
    check = told(tx.catalogue, check, change, tx.actor.role, filed)
    if change.waive is not None:
        check = _waived(tx, check, change.waive, second)
    check = kept(tx, check)
    if change.answers or change.documents:
        tx.record(
            CheckChanged(
                check.id,
                sorted(change.answers or {}),
                [paper.document for paper in change.documents or []],
                dict(check.results),
                check.outcome,
            )
        )
    if change.refer is not None and check.referred_at is None:
        check = replace(check, referred_at=tx.at, refer_reason=change.refer)
        tx.record(CheckReferred(check.id, check.outcome))
    tx.checks.save(check)
    return check_in_words(tx, check)


def resume_check(tx: Transaction, resume: wire.ResumeCheck) -> wire.Check:
    """Come back by the code, under today's rules: what passed still stands, what fell short is asked again.

    Raises `Unknown` for a code that leads nowhere and `CheckSettled` for one that led to a number already.
    """
    code = "".join(resume.code.upper().split()).replace("-", "")
    check = tx.checks.by_code(code)
    if check is None or check.is_over(tx.day):
        raise Unknown("code", resume.code)
    _unsettled(check)
    if resume.language is not None and resume.language not in tx.catalogue.languages:
        raise Unknown("language", resume.language)
    if check.service not in tx.catalogue.services:
        raise Unknown("service", check.service)
    check = replace(
        check,
        day=tx.day,
        language=resume.language or check.language,
        papers=_still_good(tx, check),
        referred_at=None,
        refer_reason="",
        served_at=None,
    )
    check = kept(tx, check)
    tx.checks.save(check)
    tx.record(CheckResumed(check.id, check.outcome))
    booked = taken_with(tx, check)
    worded = check_in_words(tx, check)
    return worded if booked is None else structs.replace(worded, appointment=in_words(tx, booked))


def issue_ticket(tx: Transaction, new: wire.NewTicket) -> wire.Issued:
    """Give a number for a check that is ready under today's rules, and put its first leg in line.

    With an appointment kept in time it is due at the slot, one taken from home with this check of itself; one kept
    too late is released. Raises `PapersIncomplete`
    with the findings, `NotConcluded`, `CheckSettled`, `CheckStale`, `NoNumberNeeded`, `LineNotOpen`, and
    for an appointment `Unknown`, `AppointmentOver`, `WrongAppointment`.
    """
    check = todays(tx, new.check)
    if check.catalogue != tx.catalogue.version:  # Judged today, but by rules that have changed since.
        check = kept(tx, check)
        tx.checks.save(check)
    service = tx.catalogue.services[check.service]
    if service.line is None:
        raise NoNumberNeeded(service=check.service)
    if check.outcome is None:
        raise NotConcluded(check=check.id)
    if check.outcome != "ready":
        raise PapersIncomplete(findings=check_in_words(tx, check).findings)
    line = tx.catalogue.lines[service.line]
    code = new.appointment
    appointment = expected(tx, check) if code is None else check_in(tx, code, check.service)
    if appointment is None and line.id in tx.lines.closed(tx.day):  # Whoever was promised a time is kept to it.
        raise LineNotOpen(line=line.id)
    ticket = Ticket(
        id=tx.new_id(),
        day=tx.day,
        series=line.series,
        n=tx.tickets.next_number(tx.day, line.series),
        service=check.service,
        language=check.language,
        priority=new.priority,
        check=check.id,
        issued_at=tx.at,
        track=tx.secret(),
        waivers=sum(result == "waived" for result in check.results.values()),
        slot=None if appointment is None else appointment.slot,
    )
    leg = in_line(tx, ticket, line, service)
    tx.checks.settle(check.id, ticket.id)
    if appointment is not None:
        keep_appointment(tx, appointment, ticket.id)
    return wire.Issued(
        id=ticket.id,
        number=ticket.number,
        line=line.id,
        ahead=tx.tickets.ahead(leg),
        track=ticket.track,
        floor=line.floor,
        line_name=line.name[check.language],
        slot=ticket.slot,
    )


def in_line(tx: Transaction, ticket: Ticket, line: Line, service: Service) -> Leg:
    """Keep a ticket with its legs: the first waits, the others are planned."""
    leg = first_leg(tx, ticket, line.id)
    # Of the ticket's own day: one given without the server may be of an earlier day.
    steps = [replace(step, day=ticket.day) for step in planned_legs(tx, ticket, service.id, service.then, leg)]
    tx.tickets.add(ticket)
    for each in (leg, *steps):
        tx.tickets.add_leg(each)
    tx.record(
        TicketIssued(
            ticket.id,
            ticket.number,
            line.id,
            leg.id,
            service.id,
            ticket.check,
            ticket.priority,
            ticket.language,
            leg.due.isoformat(),
            leg.due_by,
            walk_in=False,
        )
    )
    plan(tx, ticket, steps)
    return leg


def check_status(tx: Transaction, check_id: str) -> wire.Check:
    """One check as it stands; a partner agency's clerk reads what their own step needs. Raises `Unknown`."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    return check_in_words(tx, check) if tx.actor.agency is None else partners_papers(tx, check)


def todays(tx: Transaction, check_id: str) -> Check:
    """A check that may still be changed today; raises `Unknown`, `CheckSettled` or `CheckStale`."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    _unsettled(check)
    if check.day != tx.day:
        raise CheckStale(day=check.day.isoformat())
    return check


def _worth_checking(tx: Transaction, service: str) -> None:
    """Nobody answers a kiosk's questions for a number they will not get; with an appointment they may get one."""
    known = tx.catalogue.services.get(service)
    line = None if known is None or known.line is None else tx.catalogue.lines[known.line]
    if tx.actor.role is Role.KIOSK and line is not None and line.slots is None and line.id in tx.lines.closed(tx.day):
        raise LineNotOpen(line=line.id)


def _unsettled(check: Check) -> None:
    if check.ticket is not None:
        raise CheckSettled(ticket=check.ticket)


def _waived(tx: Transaction, check: Check, waiver: wire.Waiver, second: Clerk | None) -> Check:
    if not tx.actor.may_claim("clerk"):
        raise EvidenceTooStrong(evidence="clerk", role=str(tx.actor.role))
    findings = assessed(tx, check).findings
    requirement = next((each.requirement for each in findings if each.requirement.id == waiver.requirement), None)
    if requirement is None:
        raise Unknown("requirement", waiver.requirement)
    if second is None or second.id == tx.actor.id:
        if requirement.four_eyes:
            raise SecondClerkNeeded(requirement=requirement.id)
        second = None
    elif second.agency is not None or "clerk" not in CLAIMS.get(second.role, frozenset()):
        raise SecondClerkRefused
    tx.record(FindingWaived(check.id, waiver.requirement, tx.actor.id, second.id if second else None))
    waived = Waived(waiver.requirement, tx.actor.id, tx.actor.name, waiver.reason, tx.at)
    if second is not None:
        waived = replace(waived, second=second.id, second_name=second.name)
    return replace(check, waivers={**check.waivers, waiver.requirement: waived})


def _still_good(tx: Transaction, check: Check) -> dict[str, Paper]:
    """The papers that need not be asked for again: those of findings that pass today, and those in doubt.

    An appointment that was on file was for the day of the check, and one still to be taken at home for none.
    """
    good: set[str] = set()
    for finding in assessed(tx, check).findings:
        if finding.result in {"presented", "on_file"}:
            good.update(need.document for need in finding.alternative)
    bookings, own = proves_booking(tx.catalogue), taken_with(tx, check)
    if check.day != tx.day or check.page is not None:
        good.difference_update(bookings)
    # A machine's doubt is not forgotten by coming back: a person settles it.
    still = {document: paper for document, paper in check.papers.items() if document in good or paper.doubted}
    if own is not None and comes_in_time(tx, own.code, check.service):
        still |= {document: Paper(document, "have", evidence=Strength.AGENCY) for document in bookings}
    return still

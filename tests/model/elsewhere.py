"""What happens away from the counters: numbers given, appointments, visitors who leave or come back, and time."""

from datetime import datetime, timedelta

from tests.model.at_counters import free, mine, remembered, shut, too_late
from tests.model.going_on import end, give_up, plan
from tests.model.office import (
    CAPACITY,
    COUNTERS,
    GRACE,
    MORE_TIME,
    OPEN,
    SERVICES,
    Booked,
    Clerk,
    Leg,
    Office,
    Visit,
    refuse,
)

# ── numbers ──


def issue(office: Office, service: str, *, priority: bool, booked: Booked | None = None) -> tuple[str, int]:
    """A number for a check just made, and how many are ahead."""
    if service not in SERVICES:
        refuse("unknown")
    if not SERVICES[service]:
        refuse("no_number_needed")
    office.tell("CheckOpened", service=service)
    slot = None if booked is None else _check_in(office, booked, service)
    visit = _visit(office, service, priority=priority, slot=slot)
    [leg] = visit.legs
    office.tell("TicketIssued", leg, due=leg.due.isoformat(), due_by=leg.due_by, walk_in=False)
    plan(office, visit, service, SERVICES[service][1:])
    if slot is not None and booked is not None:
        booked.state = "kept"
        office.tell("AppointmentKept", slot=slot.isoformat())
    ahead = [one for one in office.waiting(leg.line) if (one.due, one.arrival) < (leg.due, leg.arrival)]
    return visit.number, len(ahead)


def walk_in(office: Office, who: Clerk, n: int, service: str, *, priority: bool) -> str:
    mine(office, n, who, must_be_open=True)
    free(office, n)
    if service not in SERVICES:
        refuse("unknown")
    if not SERVICES[service]:
        refuse("no_number_needed")
    line = SERVICES[service][0]
    if line not in COUNTERS[n] or line not in who.lines:
        refuse("not_your_turn")
    office.tell("CheckOpened", service=service)
    visit = _visit(office, service, priority=priority)
    [leg] = visit.legs
    visit.legs.clear()
    with remembered(office, n, who, "walk_in", visit):
        visit.legs.append(leg)
        leg.state, leg.counter, leg.called_at, leg.started_at = "serving", n, office.now, office.now
        office.tell("TicketIssued", leg, due=leg.due.isoformat(), due_by=leg.due_by, walk_in=True)
        plan(office, visit, service, SERVICES[service][1:])
    office.tell("TicketDrawn", leg, counter=n, why="walk_in")
    office.tell("ServiceStarted", leg, counter=n)
    return visit.number


def _visit(office: Office, service: str, *, priority: bool, slot: datetime | None = None) -> Visit:
    line = SERVICES[service][0]
    given = [one for one in office.visits if one.day == office.day and one.number.startswith(line.upper())]
    visit = Visit(f"{line.upper()}{len(given) + 1:03d}", office.day, office.now, priority, slot)
    due = slot or office.due(office.now, line, priority=priority)
    due_by = "appointment" if slot else "arrival"
    visit.legs = [Leg(visit, 1, line, service, "waiting", office.day, office.seq + 1, office.now, due, due_by)]
    office.visits.append(visit)
    return visit


# ── appointments ──


def slots(office: Office) -> list[datetime]:
    """Today's slots of line a: every half hour from nine to one in Bahrain."""
    nine = datetime.combine(office.day, office.now.timetz()).replace(hour=6, minute=0, second=0, microsecond=0)
    return [nine + timedelta(minutes=30 * each) for each in range(8)]


def book(office: Office, service: str, slot: datetime) -> None:
    if not SERVICES.get(service):
        refuse("unknown")
    if SERVICES[service][0] != "a" or slot <= office.now or slot not in slots(office):
        refuse("no_such_slot")
    if sum(one.slot == slot and one.state in ("booked", "kept") for one in office.booked) >= CAPACITY:
        refuse("slot_full")
    office.booked.append(Booked(service, slot))
    office.tell("AppointmentBooked", slot=slot.isoformat())


def cancel_booking(office: Office, booked: Booked | None) -> None:
    if booked is None:
        refuse("unknown")
    if booked.state != "booked":
        refuse("appointment_over")
    booked.state = "cancelled"
    office.tell("AppointmentCancelled", slot=booked.slot.isoformat())


def _check_in(office: Office, booked: Booked, service: str) -> datetime | None:
    """The slot, when the visitor is in time for it."""
    if booked.state in ("kept", "cancelled"):
        refuse("appointment_over")
    if booked.service != service or (booked.slot - timedelta(hours=1)).date() != office.day:
        refuse("wrong_appointment")
    if booked.state == "booked" and office.now <= booked.slot + GRACE:
        return booked.slot
    if booked.state == "booked":
        _release(office, booked)
    return None


def _release(office: Office, booked: Booked) -> None:
    booked.state = "released"
    office.tell("AppointmentReleased", slot=booked.slot.isoformat())


# ── leaving and coming back ──


def cancel(office: Office, visit: Visit | None, *, by: Clerk | None) -> None:
    """By a clerk, or by the visitor."""
    visit = _todays(office, visit, by)
    still_open = [leg for leg in visit.legs if leg.state in OPEN]
    _all_theirs(still_open, by)
    if not still_open or any(leg.state in ("called", "serving") for leg in still_open):
        refuse("wrong_state")
    give_up(office, still_open)


def take_time(office: Office, visit: Visit | None) -> None:
    """By the visitor, once."""
    visit = _todays(office, visit, None)
    leg = visit.current()
    if leg.state != "waiting":
        refuse("wrong_state")
    if visit.asked_for_time:
        refuse("conflict")
    visit.asked_for_time = True
    leg.state, leg.return_at = "parked", office.now + MORE_TIME
    office.tell("MoreTimeGiven", leg, until=leg.return_at.isoformat())


def come_back(office: Office, visit: Visit | None, *, by: Clerk) -> None:
    leg = _todays(office, visit, by).current()
    _all_theirs([leg], by)
    if leg.state not in ("parked", "no_show"):
        refuse("wrong_state")
    if leg.state == "no_show" and too_late(office, leg):
        refuse("too_late")
    _wait_again(office, leg)


def _todays(office: Office, visit: Visit | None, by: Clerk | None) -> Visit:
    if visit is None or visit.day != office.day:
        refuse("unknown")
    if by is not None and by.partner and not any(leg.line in by.lines for leg in visit.legs):
        refuse("unknown")
    return visit


def _all_theirs(legs: list[Leg], by: Clerk | None) -> None:
    """A partner agency's clerk ends or resumes no step of another's."""
    if by is not None and by.partner and any(leg.line not in by.lines for leg in legs):
        refuse("forbidden")


def _wait_again(office: Office, leg: Leg) -> None:
    how = "late" if leg.state == "no_show" else "parked"
    leg.state, leg.waiting_since, leg.finished_at, leg.counter = "waiting", office.now, None, None
    leg.reason, leg.return_at = "", None
    office.tell("TicketReturned", leg, how=how)


# ── time ──


def keep_time(office: Office) -> None:
    for leg in _in_order([leg for leg in office.legs(*OPEN) if leg.day < office.day]):
        _expire(office, leg)
    for leg in _in_order([leg for leg in office.legs("parked", "no_show") if _rested(office, leg)]):
        if leg.state == "parked":
            _wait_again(office, leg)
        else:
            for each in [leg, *leg.visit.planned()]:
                _expire(office, each)
    late = [one for one in office.booked if one.state == "booked" and one.slot < office.now - GRACE]
    for booked in sorted(late, key=lambda one: one.slot):
        _release(office, booked)


def _rested(office: Office, leg: Leg) -> bool:
    if leg.state == "parked":
        return leg.return_at is not None and leg.return_at <= office.now
    return too_late(office, leg)


def _in_order(legs: list[Leg]) -> list[Leg]:
    return sorted(legs, key=lambda leg: (leg.due, leg.arrival, leg.seq))


def _expire(office: Office, leg: Leg) -> None:
    end(office, leg, "expired")
    office.tell("LegExpired", leg)


def end_day(office: Office, who: Clerk) -> None:
    todays = [leg for leg in office.legs(*OPEN) if leg.day == office.day]
    served = [leg.visit for leg in todays if leg.state in ("called", "serving")]
    ended = [leg for leg in _in_order(todays) if not any(leg.visit is visit for visit in served)]
    for leg in ended:
        _expire(office, leg)
    for n, counter in office.counters.items():
        if counter.state != "closed" and office.at(n) is None:
            shut(office, who, n)
    office.tell("DayEnded", expired=len(ended))

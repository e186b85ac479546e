"""How a visit at a counter goes on, on the model's lists."""

from datetime import datetime, timedelta

from tests.model.at_counters import NOTE, here, remembered
from tests.model.office import COUNTERS, SERVICES, Clerk, Leg, Office, Visit, refuse


def finish(office: Office, who: Clerk, n: int, outcome: str) -> str:
    leg = here(office, n, who)
    if outcome == "papers_wrong":
        refuse("unknown")  # No check in the model's office has a requirement to name.
    if leg.state != "serving":
        refuse("wrong_state")
    assert leg.started_at is not None
    served = max(0, int((office.now - leg.started_at).total_seconds()))
    with remembered(office, n, who, "finish", leg.visit):
        leg.state, leg.finished_at, leg.outcome = "done", office.now, outcome
        office.tell("TicketFinished", leg, counter=n, outcome=outcome, served=served)
        planned = leg.visit.planned()
        if outcome == "completed" and planned:
            _begin(office, planned[0])
        elif outcome != "completed":
            give_up(office, planned)
    return leg.visit.number


def _begin(office: Office, leg: Leg) -> None:
    leg.state, leg.waiting_since = "waiting", office.now
    leg.due, leg.due_by = _kept(office, leg.visit, leg.line)
    office.tell("LegBegan", leg, due=leg.due.isoformat(), due_by=leg.due_by)


def _kept(office: Office, visit: Visit, line: str) -> tuple[datetime, str]:
    if visit.slot is not None:
        return visit.slot, "appointment"
    return office.due(visit.came, line, priority=visit.priority), "kept"


def give_up(office: Office, legs: list[Leg]) -> None:
    """These steps will not be taken."""
    for leg in legs:
        end(office, leg, "cancelled")
        office.tell("TicketCancelled", leg)


def end(office: Office, leg: Leg, state: str) -> None:
    """This step is over without having been served."""
    leg.outcome = "not_reached" if leg.state == "planned" else leg.outcome
    leg.state, leg.finished_at = state, leg.finished_at or office.now


def park(office: Office, who: Clerk, n: int, minutes: int | None) -> str:
    leg = here(office, n, who)
    until = None if minutes is None else office.now + timedelta(minutes=minutes)
    if until is not None and (until <= office.now or (until - timedelta(hours=1)).date() != office.day):
        refuse("time_gone")
    with remembered(office, n, who, "park", leg.visit):
        leg.state, leg.counter, leg.reason, leg.return_at = "parked", None, NOTE, until
    office.tell("TicketParked", leg, counter=n, until=until and until.isoformat(), reason="other")
    return leg.visit.number


def send_back(office: Office, who: Clerk, n: int) -> str:
    leg = here(office, n, who)
    with remembered(office, n, who, "return", leg.visit):
        leg.state, leg.counter, leg.waiting_since, leg.not_counter = "waiting", None, office.now, n
    office.tell("TicketReturned", leg, how="sent_back")
    return leg.visit.number


def transfer(office: Office, who: Clerk, n: int, to: str, place: str) -> str:
    """`to` is a line ("a"), a counter ("2"), a clerk's name, or "" for none of them."""
    leg = here(office, n, who)
    line, counter, clerk = _goal(office, leg, to)
    visit = leg.visit
    with remembered(office, n, who, "transfer", visit):
        due, due_by = _place(office, visit, line, place)
        leg.state, leg.finished_at, leg.outcome = "done", office.now, "transferred"
        for step in visit.legs[visit.legs.index(leg) + 1 :]:
            step.seq += 1
        new = Leg(visit, leg.seq + 1, line, leg.service, "waiting", office.day, leg.arrival, office.now, due, due_by)
        new.arrival = office.seq + 1 if place == "last" else leg.arrival
        new.for_counter, new.for_clerk, new.note = counter, clerk, NOTE
        visit.legs.insert(visit.legs.index(leg) + 1, new)
    told = {"to_line": line, "to_counter": counter, "to_clerk": clerk, "place": place, "due": due.isoformat()}
    office.tell("TicketTransferred", leg, counter=n, **told)
    return visit.number


def _goal(office: Office, leg: Leg, to: str) -> tuple[str, int | None, str | None]:
    if to in ("a", "b"):
        return to, None, None
    if to == "":
        refuse("transfer_unclear")
    if to.isdigit():
        counter = int(to)
        if counter not in COUNTERS:
            refuse("unknown")
        if office.counters[counter].state == "closed":
            refuse("counter_closed")
        return _line_at(leg, counter), counter, None
    seat = office.held_by(to)
    if to == "stranger":
        refuse("unknown")
    if seat is None:
        refuse("clerk_away")
    return _line_at(leg, seat), None, to


def _line_at(leg: Leg, n: int) -> str:
    return leg.line if leg.line in COUNTERS[n] else COUNTERS[n][0]


def _place(office: Office, visit: Visit, line: str, place: str) -> tuple[datetime, str]:
    if place == "keep":
        return _kept(office, visit, line)
    if place == "last":
        return office.due(office.now, line, priority=visit.priority), "last"
    before = [leg.due - timedelta(microseconds=1) for leg in office.waiting(line)[:1]]
    return min([office.now, *before]), "first"


def add_service(office: Office, who: Clerk, n: int, service: str) -> str:
    leg = here(office, n, who)
    if service not in SERVICES:
        refuse("unknown")
    if not SERVICES[service]:
        refuse("no_number_needed")
    with remembered(office, n, who, "add", leg.visit):
        plan(office, leg.visit, service, SERVICES[service], note=NOTE)
    return leg.visit.number


def plan(office: Office, visit: Visit, service: str, lines: tuple[str, ...], note: str = "") -> None:
    """Let the visit go on to these lines in the end."""
    for line in lines:
        last = visit.legs[-1]
        due = office.due(office.now, line, priority=visit.priority)
        leg = Leg(visit, last.seq + 1, line, service, "planned", office.day, last.arrival, office.now, due, "arrival")
        leg.note = note
        visit.legs.append(leg)
        office.tell("LegPlanned", leg, service=service)

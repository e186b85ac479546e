"""The acts at a counter, on the model's lists."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace

from tests.model.office import (
    CALLS_BEFORE_NO_SHOW,
    COUNTERS,
    MAY_RETURN,
    OPEN,
    TWO_STEP,
    UNDO_WITHIN,
    Clerk,
    Counter,
    Done,
    Leg,
    Office,
    Visit,
    copies,
    refuse,
    turn,
)

NOTE = "as asked"


# ── who may act where ──


def _known(n: int, who: Clerk) -> None:
    if n not in COUNTERS:
        refuse("unknown")
    if not set(COUNTERS[n]) & set(who.lines):
        refuse("not_your_counter")


def _free_for(counter: Counter, who: Clerk) -> None:
    if counter.holder not in (None, who) and not who.supervisor:
        refuse("not_your_counter")


def mine(office: Office, n: int, who: Clerk, *, must_be_open: bool = False) -> Counter:
    _known(n, who)
    counter = office.counters[n]
    if counter.state == "closed":
        refuse("counter_closed")
    if counter.holder != who:
        refuse("not_your_counter")
    if must_be_open and counter.state != "open":
        refuse("counter_closed")
    return counter


def free(office: Office, n: int) -> None:
    if office.at(n) is not None:
        refuse("counter_busy")


def here(office: Office, n: int, who: Clerk) -> Leg:
    mine(office, n, who)
    leg = office.at(n)
    return leg if leg is not None else refuse("nobody_called")


@contextmanager
def remembered(office: Office, n: int, who: Clerk, act: str, visit: Visit) -> Iterator[None]:
    """What happens to the visit's legs within can be taken back."""
    before = {id(leg): copy for leg, copy in copies(visit)}
    yield
    moved = [(leg, before.get(id(leg)), copy) for leg, copy in copies(visit)]
    office.counters[n].done = Done(act, who.id, office.now, visit, [move for move in moved if move[1] != move[2]])


# ── opening, resting, closing ──


def open_counter(office: Office, who: Clerk, n: int) -> None:
    _known(n, who)
    counter = office.counters[n]
    _free_for(counter, who)
    if office.held_by(who.id) not in (None, n):
        refuse("clerk_elsewhere")
    if counter.state != "open":
        counter.state, counter.holder, counter.reason = "open", who, ""
        office.tell("CounterOpened", counter=n, clerk=who.id)


def take_break(office: Office, who: Clerk, n: int) -> None:
    counter = mine(office, n, who)
    free(office, n)
    counter.state, counter.reason = "break", NOTE
    office.tell("BreakTaken", counter=n, clerk=who.id, reason="other")


def close_counter(office: Office, who: Clerk, n: int) -> None:
    _known(n, who)
    counter = office.counters[n]
    _free_for(counter, who)
    free(office, n)
    if counter.state != "closed":
        shut(office, who, n)


def shut(office: Office, who: Clerk, n: int) -> None:
    """Close a counter; whoever is kept for it or for its clerk is kept no longer."""
    counter = office.counters[n]
    assert counter.holder is not None
    todays = [leg for leg in office.legs(*OPEN) if leg.day == office.day]
    reserved = [leg for leg in todays if leg.for_counter == n or leg.for_clerk == counter.holder.id]
    counter.state, counter.holder, counter.reason, counter.done = "closed", None, "", None
    office.tell("CounterClosed", counter=n, clerk=who.id)
    for leg in sorted(reserved, key=lambda leg: (leg.due, leg.arrival, leg.seq)):
        leg.for_counter = leg.for_clerk = None
        office.tell("ReservationReleased", leg)


# ── calling ──


def call_next(office: Office, who: Clerk, n: int) -> str | None:
    mine(office, n, who, must_be_open=True)
    free(office, n)
    choice = turn(office, n, who)
    return None if choice is None else _call(office, who, n, *choice)


def call_number(office: Office, who: Clerk, n: int, number: str) -> str:
    mine(office, n, who, must_be_open=True)
    free(office, n)
    visit = office.visit(number)
    if visit is None:
        refuse("unknown")
    leg = visit.current()
    if leg.line not in COUNTERS[n] or leg.line not in who.lines:
        refuse("not_your_turn")
    if not who.supervisor and (leg.for_counter not in (None, n) or leg.for_clerk not in (None, who.id)):
        refuse("not_your_turn")
    if leg.state not in ("waiting", "parked", "no_show"):
        refuse("wrong_state")
    if leg.state == "no_show" and too_late(office, leg):
        refuse("too_late")
    return _call(office, who, n, leg, "chosen")


def too_late(office: Office, leg: Leg) -> bool:
    """Whether a no-show may no longer come back."""
    assert leg.finished_at is not None
    return office.now - leg.finished_at > MAY_RETURN


def _call(office: Office, who: Clerk, n: int, leg: Leg, why: str) -> str:
    with remembered(office, n, who, "call", leg.visit):
        leg.state, leg.counter, leg.called_at = "called", n, office.now
        leg.started_at = leg.finished_at = leg.return_at = None
        leg.for_counter = leg.for_clerk = leg.not_counter = None
        leg.reason, leg.calls = "", 0 if n in TWO_STEP else 1
    if n in TWO_STEP:
        office.tell("TicketDrawn", leg, counter=n, why=why)
    else:
        _called(office, leg, why)
    return leg.visit.number


def _called(office: Office, leg: Leg, why: str) -> None:
    waited = max(0, int((office.now - leg.waiting_since).total_seconds()))
    office.tell("TicketCalled", leg, counter=leg.counter, why=why, waited=waited)


def recall(office: Office, who: Clerk, n: int) -> str:
    leg = here(office, n, who)
    if leg.state != "called":
        refuse("wrong_state")
    first = not leg.calls
    with remembered(office, n, who, "call" if first else "recall", leg.visit):
        leg.calls += 1
        leg.called_at = office.now if first else leg.called_at
    if first:
        _called(office, leg, "drawn")
    else:
        office.tell("TicketRecalled", leg, counter=n, calls=leg.calls)
    return leg.visit.number


def start(office: Office, who: Clerk, n: int) -> str:
    leg = here(office, n, who)
    if leg.state != "called":
        refuse("wrong_state")
    with remembered(office, n, who, "start", leg.visit):
        leg.state, leg.started_at = "serving", office.now
    office.tell("ServiceStarted", leg, counter=n)
    return leg.visit.number


def no_show(office: Office, who: Clerk, n: int) -> str:
    leg = here(office, n, who)
    if leg.state != "called":
        refuse("wrong_state")
    if leg.calls < CALLS_BEFORE_NO_SHOW:
        refuse("call_again")
    with remembered(office, n, who, "no_show", leg.visit):
        leg.state, leg.finished_at = "no_show", office.now
    office.tell("NoShowRecorded", leg, counter=n, calls=leg.calls)
    return leg.visit.number


# ── taking back ──


def undo(office: Office, who: Clerk, n: int) -> None:
    counter = mine(office, n, who)
    done = counter.done
    if done is None or done.who != who.id:
        refuse("nothing_to_undo")
    if office.now - done.at > UNDO_WITHIN or any(leg != after for leg, _, after in done.moved):
        refuse("too_late")
    again = []
    for leg, before, _after in done.moved:
        if before is not None:
            _be_again(leg, before)
        elif leg.seq > 1:
            done.visit.legs.remove(leg)
        else:
            leg.state, leg.finished_at = "cancelled", office.now
        again.append("none" if leg not in done.visit.legs else leg.state)
    counter.done = None
    office.tell("ActUndone", counter=n, act=done.act, number=done.visit.number, legs=sorted(again))
    for leg, before, _after in done.moved:
        if before is not None and _is_kept_in_vain(office, leg):
            leg.for_counter = leg.for_clerk = None
            office.tell("ReservationReleased", leg)


def _be_again(leg: Leg, before: Leg) -> None:
    for each in fields(replace(before)):
        setattr(leg, each.name, getattr(before, each.name))


def _is_kept_in_vain(office: Office, leg: Leg) -> bool:
    if leg.for_counter is not None:
        return office.counters[leg.for_counter].state == "closed"
    held = {counter.holder.id for counter in office.counters.values() if counter.holder is not None}
    return leg.for_clerk is not None and leg.for_clerk not in held

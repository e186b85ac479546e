"""What time alone brings about. The server looks every few seconds; nothing here waits for anybody's act."""

from queue_server.application.appointments import release
from queue_server.application.counters import shut
from queue_server.application.health import miss_the_silent
from queue_server.application.leaving import wait_again
from queue_server.application.lending import close_leases
from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.tickets import AT_COUNTER, Leg, LegState


def keep_time(tx: Transaction) -> int:
    """Bring the office up to this moment; how many things changed.

    Parked legs whose time came wait again; no-shows whose time to come back is over expire with the rest of their
    visit, and so does whatever earlier days left open; appointments nobody came to are released; stations that report
    no more are missed; what was not used of the numbers lent for an earlier day is told.
    """
    changed = 0
    for leg in tx.tickets.open_before(tx.day):
        changed += expire(tx, leg)
    for leg in tx.tickets.resting(tx.day, tx.at, tx.at - tx.catalogue.queue.may_return):
        if leg.state is LegState.PARKED:
            wait_again(tx, tx.tickets.of(leg), "parked")
            changed += 1
        else:
            changed += _expire_visit(tx, leg)
    changed += close_leases(tx)
    return changed + _release(tx) + miss_the_silent(tx)


def end_day(tx: Transaction) -> int:
    """Send home whoever still waits and close the counters nobody is at; how many legs expired.

    A visitor at a counter is served to the end: that counter stays open.
    """
    still_open = tx.tickets.open_on(tx.day)
    served = {leg.ticket for leg in still_open if leg.state in AT_COUNTER}
    expired = sum(expire(tx, leg) for leg in still_open if leg.ticket not in served)
    for n in tx.catalogue.counters:
        if tx.counters.find(n).state != "closed" and tx.tickets.at_counter(n) is None:
            shut(tx, n)
    tx.record(events.DayEnded(tx.day.isoformat(), expired))
    return expired


def expire(tx: Transaction, leg: Leg) -> int:
    """End a leg nobody will come for; 1."""
    tx.tickets.move(leg, leg.ended(LegState.EXPIRED, tx.at))
    ticket = tx.tickets.of(leg)
    tx.record(events.LegExpired(ticket.id, ticket.number, leg.line, leg.id))
    return 1


def _expire_visit(tx: Transaction, leg: Leg) -> int:
    return sum(
        expire(tx, each) for each in tx.tickets.legs(leg.ticket) if each.state in {LegState.NO_SHOW, LegState.PLANNED}
    )


def _release(tx: Transaction) -> int:
    released = 0
    for line in tx.catalogue.lines.values():
        if line.slots is None:
            continue
        for missed in tx.appointments.missed(line.id, tx.at - line.slots.grace):
            release(tx, missed)
            released += 1
    return released

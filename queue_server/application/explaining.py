"""Why one number went before another, in words for whoever asks."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assets.words import say
from queue_server import wire
from queue_server.application.partners import of_their_agency, visible
from queue_server.application.ports import Transaction
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.errors import Unknown
from queue_server.domain.explaining import Code, Due, Reason, due_of, why
from queue_server.domain.office_events import CounterLinesArranged
from queue_server.domain.story import Call, Spot, tell
from queue_server.domain.tickets import Ticket

WORDS: dict[Code, str] = {
    "same_visit": "Both are the same number.",
    "not_called": "{first} has not been called yet.",
    "not_there": "{second} came later, at {since}.",
    "called_already": "{second} had been called before, at {since}.",
    "over": "{second} was no longer waiting: that visit was over at {since}.",
    "parked": "{second} had left the counter at {since}, to come back later.",
    "asked_for_time": "{second} had asked for ten more minutes at {since}.",
    "away": "{second} had been called, and had not come by {since}.",
    "chosen": "The clerk at counter {counter} called {first} by its number.",
    "walk_in": "{first} was served at counter {counter} at once, without having waited.",
    "kept_for_another": "{second} was kept for another counter or another clerk than counter {counter}'s.",
    "sent_back": "{second} had been sent back from counter {counter}, for another counter to call.",
    "no_common_counter": "The clerk at counter {counter} does not serve the line of {second}.",
    "escalated": "{first} has priority and was past due: of {share} calls of a counter one may go to such a visitor.",
    "priority": "{first} has priority, and here visitors with priority go first.",
    "in_ratio": "Here visitors with priority and others are called in turn, and it was the turn of {first}'s kind.",
    "sent_first": "A clerk sent {first} to the front of the line.",
    "sent_last": "A clerk sent {second} to the end of the line.",
    "came_earlier": "{first} came earlier, and here the order of arrival decides.",
    "line_later": "Counter {counter} takes the line of {second} as if it were due {minutes} minutes later.",
    "due_earlier": "{first} was due earlier.",
}

_ARRANGED = 200
"""Newest arrangements of counters looked through."""

DUES = {
    "arrival": "{number} came at {came} and was due within {target} minutes: at {due}.",
    "priority": "{number} came at {came} and was due within {target} minutes, "
    "less {head_start} for a visitor with priority: at {due}.",
    "kept": "{number} came at {came}, which still counts in this line, and was due within {target} minutes: at {due}.",
    "kept_priority": "{number} came at {came}, which still counts in this line, and was due within {target} minutes, "
    "less {head_start} for a visitor with priority: at {due}.",
    "appointment": "{number} had an appointment at {due}.",
    "first": "{number} was put before all others of the line: due at {due}.",
    "last": "{number} was put at the end of the line at {came}: due at {due}.",
}


def explain(tx: Transaction, first: str, second: str) -> wire.Explanation:
    """Why today's number `first` was called before `second`; if it was not, what was. Raises `Unknown`."""
    one, other = _todays(tx, first), _todays(tx, second)
    begun = min(tx.tickets.legs(ticket.id)[0].arrival for ticket in (one, other))
    journal = tx.journal.since(begun - 1, limit=tx.seq)
    stories = tell(one, journal), tell(other, journal)
    reason = why(*stories, tx.catalogue)
    if reason.call is not None:  # By the lines its counter took from then.
        reason = why(*stories, _arranged(tx, reason.call))
    if reason.call is not None and not of_their_agency(tx, reason.call.spot.line):
        reason = Reason("not_called")  # Not to this agency: where else it was called is not its business.
    dues = [_due(tx, one, reason.first), _due(tx, other, reason.second)]
    return wire.Explanation(
        first=one.number,
        second=other.number,
        code=reason.code,
        text=_text(tx, reason, one, other),
        counter=None if reason.call is None else reason.call.counter,
        called_at=None if reason.call is None else reason.call.at,
        dues=[due for due in dues if due is not None],
    )


def _todays(tx: Transaction, number: str) -> Ticket:
    ticket = tx.tickets.by_number(tx.day, number.strip().upper())
    if ticket is None or not visible(tx, ticket):
        raise Unknown("ticket", number)
    return ticket


def _arranged(tx: Transaction, call: Call) -> Catalogue:
    """The catalogue with the lines a supervisor had given the counter of a call by then."""
    known, counter = tx.catalogue, tx.catalogue.counters.get(call.counter)
    for told in tx.journal.last((CounterLinesArranged.__name__,), _ARRANGED):
        mine = told.data["counter"] == call.counter and told.seq < call.seq
        if counter is not None and mine and tx.day_of(told.at) == tx.day:
            there = replace(counter, lines=tuple(told.data["lines"]))
            return replace(known, counters={**known.counters, call.counter: there})
    return known


def _text(tx: Transaction, reason: Reason, first: Ticket, second: Ticket) -> str:
    return say(
        WORDS[reason.code],
        tx.actor.language,
        first=first.number,
        second=second.number,
        counter=0 if reason.call is None else reason.call.counter,
        minutes=reason.minutes,
        share=tx.catalogue.queue.policy.escalate_one_in,
        since=_clock(tx, second.issued_at if reason.second is None else reason.second.since),
    )


def _due(tx: Transaction, ticket: Ticket, spot: Spot | None) -> wire.Due | None:
    due = None if spot is None else due_of(ticket, spot, tx.catalogue)
    if due is None:
        return None
    values = {
        "number": ticket.number,
        "came": _clock(tx, due.came),
        "due": _clock(tx, due.due),
        "target": due.target,
        "head_start": due.head_start,
    }
    return wire.Due(
        number=ticket.number,
        line=due.line,
        due=due.due,
        due_by=due.by,
        came=due.came,
        target_minutes=due.target,
        head_start_minutes=due.head_start,
        text=say(DUES[_wording(due)], tx.actor.language, **values),
    )


def _wording(due: Due) -> str:
    if not due.head_start or due.by not in {"arrival", "kept"}:
        return due.by
    return "priority" if due.by == "arrival" else "kept_priority"


def _clock(tx: Transaction, at: datetime) -> str:
    """A moment on the office's wall."""
    return f"{at.astimezone(ZoneInfo(tx.catalogue.timezone)):%H:%M:%S}"

"""The judge: everything that must hold of an office, whatever befell it, from what its clients were told.

Each finding begins with the promise that is broken.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from queue_server.domain.day import business_day
from queue_server.domain.events import Entry
from queue_server.domain.leases import BEYOND
from queue_server.domain.tickets import number
from tests.history.acts import unlike
from tests.history.hall import Hall
from tests.history.outposts import (
    ALONE,
    OUTPOST,
    handed_over_otherwise,
    not_handed_over,
    told_twice,
    unused_or_lent,
    without_hand_overs,
)
from tests.history.record import Act, History
from tests.history.rows import Rows
from tests.history.turns import Turns


def check(histories: Sequence[History], journal: Sequence[Entry], rows: Rows) -> list[str]:
    """Every broken promise, in words; empty when all is well."""
    acts = [act for history in histories for act in history.acts()]
    found = [
        *_each("the database contradicts itself", rows.contradictions),
        *_each("an acknowledged act was lost", _lost(acts, rows)),
        *_each("an act took effect other than once", _not_once(acts, journal, rows)),
        *_each("the journal has a gap", _gaps(journal)),
        *_each("a number was given twice", _twice(acts, journal, rows)),
        *_each("a number was given twice", told_twice(acts)),
        *_each("a number is missing", _missing(journal, rows)),
        *_each("a visit the kiosk had alone was lost", not_handed_over(acts, rows)),
        *_each("a visit was handed over other than once", handed_over_otherwise(acts, journal)),
        *_each("a number was given without a passed check", _unchecked(journal)),
        *_each("a time runs backwards", _negative(journal)),
    ]
    return [*found, *_retold(journal, rows)]


def _each(promise: str, findings: Sequence[str] | Iterator[str]) -> list[str]:
    return [f"{promise}: {finding}" for finding in findings]


def _lost(acts: Sequence[Act], rows: Rows) -> Iterator[str]:
    """The first answer is kept in the act's own transaction: what was told must stand there, word for word."""
    for act in acts:
        kept = rows.answers.get(act.key)
        if act.act == ALONE:
            continue  # The kiosk's own word, which is judged by what it handed over.
        if act.outcome == "ok" and kept is None:
            yield f"{act} was answered, and is not there"
        elif act.outcome == "ok" and kept is not None and _core(msgspec.json.decode(kept)) != _core(act.answer):
            yield f"{act} was answered otherwise than is kept"
        elif act.outcome == "fail" and kept is not None:
            yield f"{act} was refused, and is there"


def _core(answer: Any) -> Any:
    """An answer without what is made anew each time it is given."""
    if not isinstance(answer, dict):
        return answer
    return {name: value for name, value in answer.items() if name not in {"slip", "track"}}


def _not_once(acts: Sequence[Act], journal: Sequence[Entry], rows: Rows) -> Iterator[str]:
    """The events of each client are its acts, in order, each once; those of unknown outcome once or never."""
    by_client: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if act.act not in OUTPOST:  # In an order of their own, judged by themselves.
            by_client[rows.actors.get(act.client, act.client)].append(act)
    events: dict[str, list[Entry]] = defaultdict(list)
    for entry in without_hand_overs(journal):
        if entry.actor in by_client:
            events[entry.actor].append(entry)
    for client, asked in by_client.items():
        trouble = unlike(asked, events[client])
        if trouble:
            yield trouble


def _gaps(journal: Sequence[Entry]) -> Iterator[str]:
    for expected, entry in enumerate(journal, 1):
        if entry.seq != expected:
            yield f"{expected} is not there, but {entry.seq}"
            return


def _twice(acts: Sequence[Act], journal: Sequence[Entry], rows: Rows) -> Iterator[str]:
    gives = {"issue", ALONE}
    told = {act.answer["id"]: act.answer["number"] for act in acts if act.act in gives and act.outcome == "ok"}
    days = {ticket.id: ticket.day for ticket in rows.tickets}
    held = Counter((days[ticket], printed) for ticket, printed in told.items() if ticket in days)
    stands = Counter((ticket.day, ticket.number) for ticket in rows.tickets)
    issued = Counter(entry.data["ticket"] for entry in journal if entry.kind == "TicketIssued")
    for (day, printed), times in (held | stands).items():
        if times > 1:
            yield f"{printed} of {day} to {times} visitors"
    for ticket, times in issued.items():
        if times > 1:
            yield f"ticket {ticket} was issued {times} times"


def _missing(journal: Sequence[Entry], rows: Rows) -> Iterator[str]:
    """From 1 to the series' last every number is some ticket's; of those lent, what is not is told of as unused."""
    there = {(ticket.day, ticket.number) for ticket in rows.tickets}
    explained = unused_or_lent(journal)
    for (day, series), last in rows.series.items():
        lent = range(rows.lent_from[day, series], BEYOND)
        for n in (*range(1, last + 1), *(n for n in lent if n > last)):
            numbered = (day, number(series, n))
            if numbered not in there and not (n in lent and numbered in explained):
                yield f"{number(series, n)} of {day}"


def _unchecked(journal: Sequence[Entry]) -> Iterator[str]:
    """A check's last word before its number was given must have been `ready`; a walk-in's is the clerk's own."""
    outcome: dict[str, str | None] = {}
    for entry in journal:
        if entry.kind in {"CheckChanged", "CheckResumed", "CheckReferred"}:
            outcome[entry.data["check"]] = entry.data["outcome"]
        elif entry.kind == "TicketIssued" and not entry.data["walk_in"] and outcome.get(entry.data["check"]) != "ready":
            yield f"{entry.data['number']}, whose check was {outcome.get(entry.data['check'])}"


def _negative(journal: Sequence[Entry]) -> Iterator[str]:
    for entry in journal:
        for name in ("waited", "served"):
            if entry.data.get(name, 0) < 0:
                yield f"{entry.data['number']} {name} {entry.data[name]} s"


def _retold(journal: Sequence[Entry], rows: Rows) -> list[str]:
    """The journal played from its beginning: every step allowed, every turn right, and its end is what the rows say."""
    arrivals = {leg.ticket: leg.arrival for leg in rows.legs if leg.seq == 1}
    hall = Hall(arrivals, lambda at: business_day(at, rows.catalogue.timezone, rows.catalogue.day_starts))
    turns = Turns(rows, hall)
    for entry in journal:
        turns.hear(entry)
        hall.hear(entry)
    return [
        *_each("a visit took a forbidden step", hall.troubles),
        *_each("it was another's turn", turns.troubles),
        *_each("the journal and the rows disagree", _apart(hall, rows)),
    ]


def _apart(hall: Hall, rows: Rows) -> Iterator[str]:
    """Also the sum: every leg ever made is in one state, and no row stands without its journal."""
    stand = {leg.id: leg for leg in rows.legs}
    for leg, spot in hall.legs.items():
        row = stand.get(leg)
        if row is None:
            yield f"leg {leg} is {spot.state}, and has no row"
        elif (row.state, row.line) != (spot.state, spot.line):
            yield f"leg {leg} is {spot.state} in {spot.line}, its row {row.state} in {row.line}"
        elif spot.state in {"called", "serving"} and row.counter != spot.counter:
            yield f"leg {leg} is at counter {spot.counter}, its row at {row.counter}"
        elif spot.state == "waiting" and row.due != spot.due:
            yield f"leg {leg} is due {spot.due}, its row {row.due}"
        elif spot.state == "waiting" and row.priority != (spot.ticket in hall.priority):
            yield f"leg {leg} waits {'before' if row.priority else 'among'} others, and the journal tells otherwise"
    for leg in stand.keys() - hall.legs.keys():
        yield f"leg {leg} has a row, and no journal"
    visits = {spot.ticket for spot in hall.legs.values()}
    if len(visits) != len(rows.tickets):
        yield f"{len(visits)} numbers were given, {len(rows.tickets)} stand"

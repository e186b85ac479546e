"""What can be seen of the office, held against its model."""

from typing import Any

from sqlalchemy import select

from queue_server import wire
from queue_server.store import tables
from queue_server.store.transaction import OfficeTransaction
from tests.model.office import Clerk, Leg, Office

_COLUMNS = [column for column in tables.leg.c if column.name not in ("office", "id", "ticket")]
_NAMES = [column.name for column in _COLUMNS if column.name != "priority"]


def same(what: str, real: Any, model: Any) -> None:
    """Raises `AssertionError` where the two part, with only what differs."""
    if real == model:
        return
    if isinstance(real, list):
        real, model = [one for one in real if one not in model], [one for one in model if one not in real]
    if len(real) == len(model) == 1 and isinstance(real[0], dict):
        parted = [name for name in real[0] if real[0][name] != model[0][name]]
        real, model = [{name: row[0][name] for name in parted} for row in (real, model)]
    raise AssertionError(f"{what}\n  is     {real}\n  not as {model}")


def same_journal(tx: OfficeTransaction, before: int, office: Office, clerk: Clerk) -> None:
    """What the act told."""
    entries = tx.journal.since(before)
    same("journal", [entry.kind for entry in entries], [kind for kind, _data in office.told])
    for entry, (_kind, data) in zip(entries, office.told, strict=True):
        said = {name: entry.data[name] for name in data}
        if entry.kind == "ActUndone":
            said["legs"] = sorted(entry.data["legs"].values())
        same(entry.kind, (entry.actor, said), (clerk.id, data))


def same_rows(tx: OfficeTransaction, office: Office) -> None:
    """Every leg, counter and appointment."""
    ticket, leg, appointment = tables.ticket, tables.leg, tables.appointment
    mine = (ticket.c.office == leg.c.office) & (ticket.c.id == leg.c.ticket)
    rows = tx.connection.execute(select(ticket.c.series, ticket.c.n, *_COLUMNS).join(ticket, mine))
    legs = (_row(each) for visit in office.visits for each in visit.legs)
    same("legs", sorted((dict(row._mapping) for row in rows), key=_place), sorted(legs, key=_place))
    seats = {row.n: (row.state, row.holder, row.reason) for row in tx.connection.execute(select(tables.counter))}
    for n, one in office.counters.items():
        seat = seats.get(n, ("closed", None, ""))
        same(f"counter {n}", seat, (one.state, one.holder and one.holder.id, one.reason))
    if office.booked:
        kept = tx.connection.execute(select(appointment.c.service, appointment.c.slot, appointment.c.state))
        booked = sorted((one.service, one.slot, one.state) for one in office.booked)
        same("appointments", sorted(map(tuple, kept)), booked)


def same_hall(hall: wire.Hall, office: Office) -> None:
    """The live floor as the desks see it."""
    same("hall", (hall.seq, hall.now), (office.seq, office.now))
    for line in hall.lines:
        waiting = office.waiting(line.line)
        longest = max((int((office.now - leg.waiting_since).total_seconds()) for leg in waiting), default=0)
        first = waiting[0].visit.number if waiting else None
        shown = (line.waiting, line.longest, None if line.next is None else line.next.number)
        same(f"line {line.line}", shown, (len(waiting), max(0, longest), first))
    for counter in hall.counters:
        one, here = office.counters[counter.n], office.at(counter.n)
        number = None if counter.ticket is None else counter.ticket.number
        said = (None if here is None else here.visit.number, one.state, one.holder and one.holder.id)
        same(f"counter {counter.n}", (number, counter.state, counter.clerk), said)


def same_answer(answer: Any, expected: Any) -> None:
    """What the act answered, as far as the model says anything."""
    if isinstance(expected, tuple):
        same("answer", (answer["number"], answer["ahead"]), expected)
    elif isinstance(expected, str):
        same("answer", answer["number"], expected)


def _row(leg: Leg) -> dict[str, Any]:
    visit = leg.visit
    named = {"series": visit.number[0], "n": int(visit.number[1:]), "priority": visit.priority}
    return named | {name: getattr(leg, name) for name in _NAMES}


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    """Also apart from the visit of the same number on the day before."""
    return row["series"], row["n"], row["waiting_since"], row["seq"], row["arrival"]

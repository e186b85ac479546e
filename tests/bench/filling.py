"""A database filled faster than acts could, with rows just like theirs: one real visit, written many times.

The visit is made by the acts themselves; its rows are repeated with other ids, numbers and days.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from queue_server.domain.tickets import number
from queue_server.store import tables

_A_DAY = 1000
"""Tickets of one past day."""
_AT_ONCE = 10_000
_Row = Mapping[str, Any]


def checks(connection: Connection, like: str, count: int, dice: Random) -> list[str]:
    """So many more checks like one; their ids."""
    [check] = _rows(connection, tables.check, id=like)
    swaps = [{like: _id(dice), check["resume_code"]: _id(dice)[:16]} for _ in range(count)]
    _write(connection, tables.check, (_again(check, swap) for swap in swaps))
    return [swap[like] for swap in swaps]


def visits(connection: Connection, like: str, count: int, dice: Random, *, past: bool) -> None:
    """So many more visits like that of a ticket: on `past` days, or all today with the next numbers."""
    visit = _Visit.of(connection, like)
    for begin in range(0, count, _AT_ONCE):
        visit.repeat(connection, range(begin, min(count, begin + _AT_ONCE)), dice, past=past)
    days = range(1, 1 + -(-count // _A_DAY)) if past else ()
    key = {name: visit.ticket[name] for name in ("office", "series")}
    _write(connection, tables.series, ({**key, "day": visit.day - timedelta(day), "last": _A_DAY} for day in days))
    if not past:
        today = [tables.series.c[name] == visit.ticket[name] for name in ("office", "series", "day")]
        connection.execute(update(tables.series).where(*today).values(last=tables.series.c.last + count))


@dataclass(frozen=True)
class _Visit:
    """One visit's rows."""

    ticket: _Row
    check: _Row
    leg: _Row
    journal: Sequence[_Row]

    @classmethod
    def of(cls, connection: Connection, id_: str) -> "_Visit":
        [ticket] = _rows(connection, tables.ticket, id=id_)
        [check] = _rows(connection, tables.check, id=ticket["check"])
        [leg] = _rows(connection, tables.leg, ticket=id_)
        told = [row for row in _rows(connection, tables.journal) if id_ in row["data"] or check["id"] in row["data"]]
        return cls(ticket, check, leg, told)

    @property
    def day(self) -> date:
        day: date = self.ticket["day"]
        return day

    def repeat(self, connection: Connection, places: range, dice: Random, *, past: bool) -> None:
        """Write it once more for each of the places."""
        office = tables.office.c.id == self.ticket["office"]
        seq: int = connection.execute(select(tables.office.c.seq).where(office)).scalar_one()
        swaps = [self._swap(place, dice, past=past) for place in places]
        backs = [timedelta(days=1 + place // _A_DAY if past else 0) for place in places]
        made = list(zip(places, swaps, backs, strict=True))
        _write(connection, tables.check, (_again(self.check, swap, back) for _place, swap, back in made))
        _write(
            connection,
            tables.ticket,
            ({**_again(self.ticket, swap, back), "n": self._n(place, past=past)} for place, swap, back in made),
        )
        arrivals = range(seq + 1, seq + 1 + len(made))
        _write(
            connection,
            tables.leg,
            (
                {**_again(self.leg, swap, back), "arrival": arrival}
                for (_place, swap, back), arrival in zip(made, arrivals, strict=True)
            ),
        )
        told = ((row, swap, back) for _place, swap, back in made for row in self.journal)
        rows = ({**_again(row, swap, back), "seq": at} for at, (row, swap, back) in enumerate(told, seq + 1))
        _write(connection, tables.journal, rows)
        grown = len(made) * len(self.journal)
        connection.execute(update(tables.office).where(office).values(seq=tables.office.c.seq + grown))

    def _n(self, place: int, *, past: bool) -> int:
        first: int = self.ticket["n"]
        return 1 + place % _A_DAY if past else first + 1 + place

    def _swap(self, place: int, dice: Random, *, past: bool) -> dict[str, str]:
        """What stands instead of the visit's own ids, secrets and number."""
        series = self.ticket["series"]
        return {
            self.ticket["id"]: _id(dice),
            self.ticket["track"]: _id(dice),
            self.check["id"]: _id(dice),
            self.check["resume_code"]: _id(dice)[:16],
            self.leg["id"]: _id(dice),
            number(series, self.ticket["n"]): number(series, self._n(place, past=past)),
        }


def _again(row: _Row, swap: Mapping[str, str], back: timedelta = timedelta()) -> dict[str, Any]:
    """A row with other ids, so much earlier."""
    again = {name: swap.get(value, value) if isinstance(value, str) else value for name, value in row.items()}
    if back:
        again |= {name: value - back for name, value in row.items() if isinstance(value, date | datetime)}
    if "data" in again:
        for old, new in swap.items():
            again["data"] = again["data"].replace(f'"{old}"', f'"{new}"')
    return again


def _rows(connection: Connection, table: Table, **where: str) -> list[dict[str, Any]]:
    found = connection.execute(select(table).where(*(table.c[name] == value for name, value in where.items())))
    return [dict(row) for row in found.mappings()]


def _write(connection: Connection, table: Table, rows: Iterator[_Row]) -> None:
    whole = list(rows)
    if whole:
        connection.execute(insert(table), whole)


def _id(dice: Random) -> str:
    return dice.randbytes(12).hex()

"""A database filled faster than acts could, with rows just like theirs: one real visit, written many times.

The visit is made by the acts themselves; its rows are repeated with other ids, numbers and days.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    String,
    Table,
    cast,
    func,
    insert,
    select,
    update,
)

from queue_server.domain.tickets import number
from queue_server.store import tables
from queue_server.store.moment import Moment

A_DAY = 1000
"""Tickets of one past day."""
_AT_ONCE = 10_000
_CACHE = 1_000_000
"""KiB of pages kept in memory while a history is written: ids fall anywhere into an index."""
_Row = Mapping[str, Any]


def checks(connection: Connection, like: str, count: int, dice: Random) -> list[str]:
    """So many more checks like one; their ids."""
    [check] = _rows(connection, tables.check, id=like)
    swaps = [{like: _id(dice), check["resume_code"]: _id(dice)[:16]} for _ in range(count)]
    _write(connection, tables.check, (_again(check, swap) for swap in swaps))
    return [swap[like] for swap in swaps]


def today(connection: Connection, like: str, count: int, dice: Random) -> None:
    """So many more visits like that of a ticket, today, with the next numbers."""
    visit = _Visit.of(connection, like)
    first: int = visit.ticket["n"] + 1
    for begin in range(0, count, _AT_ONCE):
        visit.repeat(connection, range(first + begin, first + min(count, begin + _AT_ONCE)), lambda: _id(dice))
    mine = [tables.series.c[name] == visit.ticket[name] for name in ("office", "series", "day")]
    connection.execute(update(tables.series).where(*mine).values(last=tables.series.c.last + count))


def past_days(connection: Connection, like: str, days: int, dice: Random) -> None:
    """So many past days of a thousand visits like that of a ticket. SQLite only.

    The day before is written visit by visit and then copied by the database itself, in a hundredth of the time.
    """
    visit = _Visit.of(connection, like)
    office = tables.office.c.id == visit.ticket["office"]
    before: int = connection.execute(select(tables.office.c.seq).where(office)).scalar_one()
    visit.repeat(connection, range(1, 1 + A_DAY), lambda: _mark(1) + _id(dice)[len(_mark(1)) :], timedelta(days=1))
    connection.execute(insert(tables.series).values(**_counted(visit, timedelta(days=1))))
    after: int = connection.execute(select(tables.office.c.seq).where(office)).scalar_one()
    day_before = {
        **{table: table.c.id.between(_mark(1), _mark(2)) for table in (tables.check, tables.ticket, tables.leg)},
        tables.series: tables.series.c.day == visit.day - timedelta(days=1),
        tables.journal: tables.journal.c.seq.between(before + 1, after),
    }
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
    for back in range(2, days + 1):
        # Day by day: in one transaction the log would outgrow the database many times.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for table, which in day_before.items():
            _copy(connection, table, (table.c.office == visit.ticket["office"]) & which, back, after - before)
    grown = (after - before) * (days - 1)
    connection.execute(update(tables.office).where(office).values(seq=tables.office.c.seq + grown))


def _counted(visit: "_Visit", back: timedelta) -> _Row:
    key = {name: visit.ticket[name] for name in ("office", "series")}
    return {**key, "day": visit.day - back, "last": A_DAY}


def _copy(connection: Connection, table: Table, which: ColumnElement[bool], back: int, grown: int) -> None:
    """Rows of the day before today once more, `back` days before today."""
    columns = [_copied(column, back, grown * (back - 1)) for column in table.c]
    connection.execute(insert(table).from_select(list(table.c), select(*columns).where(which)))


def _copied(column: Column[Any], back: int, grown: int) -> ColumnElement[Any]:
    earlier = f"-{back - 1} days"
    if column.name in {"seq", "arrival"} and isinstance(column.type, BigInteger):
        return column + grown
    if isinstance(column.type, Date):
        return func.date(column, earlier)
    if isinstance(column.type, Moment):
        text = cast(column, String)
        return func.date(func.substr(text, 1, 10), earlier).concat(func.substr(text, 11))
    if isinstance(column.type, String):
        return func.replace(column, _mark(1), _mark(back))
    return column


def _mark(back: int) -> str:
    """What the ids of a past day begin with. No id has a letter beyond f by itself."""
    return f"p{back:05}"


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

    def repeat(
        self, connection: Connection, ns: range, new_id: Callable[[], str], back: timedelta = timedelta()
    ) -> None:
        """Write it once more for each of the numbers, so much earlier."""
        office = tables.office.c.id == self.ticket["office"]
        seq: int = connection.execute(select(tables.office.c.seq).where(office)).scalar_one()
        made = [(n, self._swap(n, new_id)) for n in ns]
        arrivals = itertools.count(seq + 1)
        _write(connection, tables.check, (_again(self.check, swap, back) for _n, swap in made))
        _write(connection, tables.ticket, ({**_again(self.ticket, swap, back), "n": n} for n, swap in made))
        legs = ({**_again(self.leg, swap, back), "arrival": next(arrivals)} for _n, swap in made)
        _write(connection, tables.leg, legs)
        told = ((row, swap) for _n, swap in made for row in self.journal)
        rows = ({**_again(row, swap, back), "seq": at} for at, (row, swap) in enumerate(told, seq + 1))
        _write(connection, tables.journal, rows)
        grown = len(made) * len(self.journal)
        connection.execute(update(tables.office).where(office).values(seq=tables.office.c.seq + grown))

    def _swap(self, n: int, new_id: Callable[[], str]) -> dict[str, str]:
        """What stands instead of the visit's own ids, secrets and number."""
        series = self.ticket["series"]
        return {
            self.ticket["id"]: new_id(),
            self.ticket["track"]: new_id(),
            self.check["id"]: new_id(),
            self.check["resume_code"]: new_id()[:16],
            self.leg["id"]: new_id(),
            number(series, self.ticket["n"]): number(series, n),
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

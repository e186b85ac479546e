"""Statements say and answer the same on both databases as if SQLAlchemy itself had run them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from queue_server.store.database import engine_of
from queue_server.store.statements import Statement, putting
from queue_server.store.tables import appointment, counter, series

AT = datetime(2026, 11, 24, 9, 30, 15, 250, UTC)
BOOKED = {
    "office": "o",
    "id": "a",
    "code": "BCDF",
    "service": "renew",
    "line": "commercial",
    "slot": AT,
    "place": 1,
    "language": "en",
    "booked_at": AT,
    "state": "booked",
    "ticket": None,
    "person": None,
}
ADD = Statement(insert(appointment))
FIND = Statement(select(appointment.c.slot, appointment.c.place, appointment.c.ticket))


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    """An open transaction on each kind of database."""
    engine = engine_of(url, writes=True)
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def test_values_come_back_as_they_were_given(connection: Connection) -> None:
    assert ADD.change(connection, BOOKED) == 1
    assert [tuple(row) for row in FIND.rows(connection, {})] == [(AT, 1, None)]
    assert connection.execute(select(appointment.c.slot)).scalar_one() == AT


def test_a_time_of_another_zone_is_the_same_moment(connection: Connection) -> None:
    bahrain = AT.astimezone(timezone(timedelta(hours=3)))
    ADD.change(connection, {**BOOKED, "slot": bahrain})
    [[slot, *_rest]] = FIND.rows(connection, {})
    assert (slot, slot.utcoffset()) == (AT, timedelta())


def test_what_was_changed_is_counted(connection: Connection) -> None:
    ADD.change(connection, BOOKED)
    move = Statement(update(appointment).where(appointment.c.id == bindparam("which")).values(state="kept"))
    assert [move.change(connection, {"which": which}) for which in ("a", "b")] == [1, 0]


def test_a_row_is_put_in_the_place_of_the_one_with_the_same_keys(connection: Connection) -> None:
    put = putting(series, series.c.office, series.c.day, series.c.series)
    for last in (1, 7):
        put.change(
            connection, {"office": "o", "day": date(2026, 11, 24), "series": "C", "last": last, "lent_from": 1000}
        )
    assert connection.execute(select(series.c.last)).scalars().all() == [7]


def test_what_the_database_refuses_is_raised_as_sqlalchemy_raises_it(connection: Connection) -> None:
    take = Statement(insert(counter))
    row = {"office": "o", "n": 1, "state": "open", "holder": None, "holder_name": None, "reason": "", "tally": 0}
    row |= {"since": None, "lines": "[]", "lines_day": None}
    take.change(connection, row)
    with pytest.raises(IntegrityError), connection.begin_nested():
        take.change(connection, row)


def test_a_connection_that_is_gone_is_given_up(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("SQLite has no connection to lose")
    engine = engine_of(url, writes=True)
    with engine.connect() as connection:
        with pytest.raises(DBAPIError, match=r"terminat|closed") as lost:
            Statement(select(func.pg_terminate_backend(func.pg_backend_pid()))).rows(connection, {})
        assert lost.value.connection_invalidated or connection.invalidated
    engine.dispose()

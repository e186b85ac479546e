"""Statements written once, compiled once for each kind of database, and run by the database's own driver.

SQLAlchemy writes the SQL and knows how each kind of database wants its values; it takes no part in the running, which
costs a tenth without it. Everything an office does many times a day goes this way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from sqlalchemy import ClauseElement, Column, Connection, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Values = Mapping[str, Any]
Turn = Callable[[Any], Any]


class Statement:
    """A statement whose `bindparam`s, or all the columns of a bare insert, are its parameters."""

    def __init__(self, written: ClauseElement) -> None:
        self._written: Callable[[Dialect], ClauseElement] = lambda _dialect: written
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, values: Values) -> list[Sequence[Any]]:
        """Run it; the rows it answers, each value as Python has it."""
        compiled, cursor = self._run(connection, values)
        rows: list[Sequence[Any]] = cursor.fetchall()  # type: ignore[assignment]
        return [compiled.read(row) for row in rows] if compiled.turns_out else rows

    def change(self, connection: Connection, values: Values) -> int:
        """Run it; how many rows it changed."""
        return self._run(connection, values)[1].rowcount

    def _run(self, connection: Connection, values: Values) -> "tuple[_Compiled, DBAPICursor]":
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compiled(self._written(dialect), dialect)
        cursor = connection.connection.cursor()
        given = compiled.given(values)
        try:
            cursor.execute(compiled.sql, given)
        except compiled.trouble as trouble:
            if dialect.is_disconnect(trouble, connection.connection, cursor):  # type: ignore[arg-type]
                connection.invalidate(trouble)
            raise DBAPIError.instance(compiled.sql, given, trouble, compiled.trouble) from trouble
        return compiled, cursor


class Upsert(Statement):
    """A statement over the `insert` that each kind of database has of its own, with its `ON CONFLICT`."""

    def __init__(self, over: Callable[[Any], ClauseElement]) -> None:
        # Only the one in use is loaded: the others would take a twentieth of the server's start.
        self._written = lambda dialect: over(import_module(f"sqlalchemy.dialects.{dialect.name}").insert)
        self._compiled = {}


def putting(table: Table, *keys: Column[Any]) -> Statement:
    """The statement that keeps a row in the place of the one with the same keys."""

    def written(insert: Any) -> ClauseElement:
        new = insert(table)
        rest = {column.name: new.excluded[column.name] for column in table.c if column not in keys}
        kept: ClauseElement = new.on_conflict_do_update(index_elements=keys, set_=rest)
        return kept

    return Upsert(written)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement as one driver takes it."""

    sql: str
    takes: tuple[tuple[str, Turn | None], ...]
    """The parameters in order, and how each is turned into what the driver takes."""
    by_place: bool
    """Whether the driver wants them by place, not by name."""
    known: Values
    """Values that stand in the statement itself."""
    turns_out: tuple[tuple[int, Turn], ...]
    trouble: type[Exception]

    def given(self, values: Values) -> Any:
        """The parameters as the driver takes them."""
        all_ = {**self.known, **values} if self.known else values
        if self.by_place:
            return [all_[name] if turn is None else turn(all_[name]) for name, turn in self.takes]
        return {name: all_[name] if turn is None else turn(all_[name]) for name, turn in self.takes}

    def read(self, row: Sequence[Any]) -> Sequence[Any]:
        """A row as Python has it."""
        read = list(row)
        for place, turn in self.turns_out:
            if read[place] is not None:
                read[place] = turn(read[place])
        return read


def _compiled(written: ClauseElement, dialect: Dialect) -> _Compiled:
    compiled = cast(SQLCompiler, written.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))
    turns = {name: _turn_in(bound.type, dialect) for bound, name in compiled.bind_names.items()}
    turns_out = ((place, _turn_out(column.type, dialect)) for place, column in enumerate(_columns(written)))
    return _Compiled(
        sql=compiled.string,
        takes=tuple((name, turns[name]) for name in compiled.positiontup or compiled.bind_names.values()),
        by_place=compiled.positional,
        known={name: value for name, value in compiled.params.items() if value is not None},
        turns_out=tuple((place, turn) for place, turn in turns_out if turn is not None),
        trouble=dialect.loaded_dbapi.Error,
    )


def _columns(written: Any) -> Iterable[Any]:
    """What it answers with."""
    return written.exported_columns if written.is_select or written.is_dml else ()


def _turn_in(kind: TypeEngine[Any], dialect: Dialect) -> Turn | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _turn_out(kind: TypeEngine[Any], dialect: Dialect) -> Turn | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)

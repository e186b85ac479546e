"""What all books of a transaction share: the connection, the office, and rows turned into the trade's words."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Table, TextClause, bindparam, insert, select, update

from queue_server.store.statements import Statement, Values

T = TypeVar("T")


class Shape(Generic[T]):
    """How a frozen dataclass is kept: in the columns of the same names, as JSON where it says how to read that.

    `read` turns what a column holds into what the field is.
    """

    def __init__(self, kind: type[T], table: Table, **read: Callable[[Any], Any]) -> None:
        self._table = table
        self.kind = kind
        self._names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
        self._read = [(place, read[name]) for place, name in enumerate(self._names) if name in read]
        self._as_text = [name for name in read if isinstance(read[name], Json)]
        self.columns = [table.c[name] for name in self._names]

    def where(
        self, *which: ColumnElement[bool] | TextClause, order_by: Sequence[ColumnElement[Any]] = ()
    ) -> "Query[T]":
        """The query for those of the office of which this holds."""
        mine = self._table.c.office == OFFICE
        return Query(self, Statement(select(*self.columns).where(mine, *which).order_by(*order_by)))

    def adding(self) -> Statement:
        """The statement that keeps a new one."""
        return Statement(insert(self._table))

    def saving(self) -> Statement:
        """The statement that keeps the present state of one, known by its id."""
        mine = (self._table.c.office == OFFICE, self._table.c.id == bindparam("id"))
        changed: dict[str, Any] = {name: bindparam(name) for name in self._names if name != "id"}
        return Statement(update(self._table).where(*mine).values(changed))

    def of(self, row: Sequence[Any]) -> T:
        """What a row tells."""
        if self._read:
            row = list(row)
            for place, read in self._read:
                row[place] = read(row[place])
        return self.kind(*row)

    def values(self, word: T) -> dict[str, Any]:
        """What a row keeps."""
        values = {name: getattr(word, name) for name in self._names}
        for name in self._as_text:
            values[name] = text(values[name])
        return values


class Query(Generic[T]):
    """A select whose rows are words of one shape."""

    def __init__(self, shape: Shape[T], statement: Statement) -> None:
        self._shape, self._statement = shape, statement

    def all(self, connection: Connection, values: Values) -> list[T]:
        """Every one, in order."""
        return [self._shape.of(row) for row in self._statement.rows(connection, values)]


class Json:
    """Reads a column of JSON as a type."""

    def __init__(self, kind: Any) -> None:
        self._decode = msgspec.json.Decoder(kind).decode

    def __call__(self, kept: str) -> Any:
        """The value."""
        return self._decode(kept)


OFFICE: Any = bindparam("office")


class Book:
    """One kind of rows of one office, seen through one open transaction."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection, self._office = connection, office

    def _all(self, query: Query[T], **values: Any) -> list[T]:
        return query.all(self._connection, {"office": self._office, **values})

    def _one(self, query: Query[T], **values: Any) -> T | None:
        """The only one there can be, or None."""
        found = self._all(query, **values)
        return found[0] if found else None

    def _rows(self, statement: Statement, **values: Any) -> list[Sequence[Any]]:
        return statement.rows(self._connection, {"office": self._office, **values})

    def _do(self, statement: Statement, **values: Any) -> int:
        """How many rows it changed."""
        return statement.change(self._connection, {"office": self._office, **values})


def word(kind: type[T], row: Row[*tuple[Any, ...]], **read: Any) -> T:
    """The frozen dataclass `kind` from the columns of the same names; `read` gives those kept in another form."""
    columns = row._mapping  # SQLAlchemy's public name for it, underscore and all.
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return msgspec.convert({name: read[name] if name in read else columns[name] for name in names}, kind)


def text(value: Any) -> str:
    """A value as JSON, for a text column."""
    return msgspec.json.encode(value).decode()

"""What all books of a transaction share: the connection, the office, and rows turned into the trade's words."""

from dataclasses import fields
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row

T = TypeVar("T")


class Book:
    """One kind of rows of one office, seen through one open transaction."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection, self._office = connection, office


def word(kind: type[T], row: Row[*tuple[Any, ...]], **read: Any) -> T:
    """The frozen dataclass `kind` from the columns of the same names; `read` gives those kept in another form."""
    columns = row._mapping  # SQLAlchemy's public name for it, underscore and all.
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return msgspec.convert({name: read[name] if name in read else columns[name] for name in names}, kind)


def text(value: Any) -> str:
    """A value as JSON, for a text column."""
    return msgspec.json.encode(value).decode()

"""The office's rows at one moment, with its journal: what a history is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import select

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.events import Entry
from queue_server.domain.leases import SetAside
from queue_server.domain.tickets import Leg, Ticket
from queue_server.store import tables
from queue_server.store.books import word
from queue_server.store.database import Database
from queue_server.store.opening import OPERATOR
from queue_server.store.transaction import OfficeTransaction
from queue_server.store.verifying import troubles


@dataclass(frozen=True, slots=True)
class Learnt:
    """What somebody may serve: lines of an agency, and of those the ones learnt."""

    agency: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands in the database.

    `lent_from` is where the numbers lent to kiosks begin, `aside` what they handed over and could not be taken.
    `actors` are ids by name, `people` clerks and devices by id, `answers` first answers by key, `contradictions` what
    the product itself finds wrong.
    """

    catalogue: Catalogue
    tickets: Sequence[Ticket]
    legs: Sequence[Leg]
    series: Mapping[tuple[date, str], int]
    lent_from: Mapping[tuple[date, str], int]
    aside: Sequence[SetAside]
    answers: Mapping[str, bytes]
    actors: Mapping[str, str]
    people: Mapping[str, Learnt]
    contradictions: Sequence[str]


def look(tx: OfficeTransaction) -> tuple[list[Entry], Rows]:
    """The whole journal and all rows, of one transaction."""

    def every(table: Any) -> list[Any]:
        return list(tx.connection.execute(select(table).where(table.c.office == tx.office)))

    rows = Rows(
        catalogue=tx.catalogue,
        tickets=[word(Ticket, row) for row in every(tables.ticket)],
        legs=[word(Leg, row) for row in every(tables.leg)],
        series={(row.day, row.series): row.last for row in every(tables.series)},
        lent_from={(row.day, row.series): row.lent_from for row in every(tables.series)},
        aside=[word(SetAside, row) for row in every(tables.set_aside)],
        answers={row.key: row.body for row in every(tables.answer)},
        actors={row.name: row.id for row in every(tables.device)},
        people={row.id: Learnt(row.agency, ()) for row in every(tables.device)}
        | {row.id: Learnt(row.agency, tuple(msgspec.json.decode(row.lines))) for row in every(tables.clerk)},
        contradictions=troubles(tx),
    )
    return list(tx.journal.since(0, limit=100_000_000)), rows


def read(database: Database) -> tuple[list[Entry], Rows]:
    """The journal and the rows as they stand now."""
    return database.read(OPERATOR, look).result(120)

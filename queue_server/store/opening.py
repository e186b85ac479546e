"""Opening an office's database: the schema brought up to date, the office made, the catalogue put in force."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from assets.catalogues import whole
from queue_server.application.ports import Chance, Clock
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.catalogue_file import read
from queue_server.domain.errors import Unknown
from queue_server.domain.events import Event
from queue_server.domain.office_events import CatalogueChanged, OfficeOpened
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import engine_of
from queue_server.store.journal import JournalBook
from queue_server.store.offices import OfficeBook, the_only_office
from queue_server.store.schema import bring_up_to_date

OPERATOR = Actor("operator", "operator", Role.ADMINISTRATOR)
"""Whoever sits at the server's own console."""


def open_office(
    url: str,
    catalogue_file: Path,
    clock: Clock,
    chance: Chance,
    judge: Callable[[Catalogue], None] = lambda _catalogue: None,
) -> tuple[str, str | None]:
    """The office's id, and its one-time setup code when it was made just now.

    Raises `CatalogueRefused` when the file does not hold, or whatever `judge` has against it; then nothing was changed.
    """
    text = whole(catalogue_file)
    catalogue = read(text)
    judge(catalogue)
    engine = engine_of(url, writes=True)
    try:
        bring_up_to_date(engine)
        with engine.begin() as connection:
            return catalogue.office, _put_in_force(connection, catalogue, text, clock, chance)
    finally:
        engine.dispose()


def office_at(url: str) -> str:
    """The id of the only office in a database. Raises `Unknown`."""
    engine = engine_of(url, writes=False)
    try:
        with engine.begin() as connection:
            office = the_only_office(connection)
    finally:
        engine.dispose()
    if office is None:
        raise Unknown("office", url)
    return office


def _put_in_force(connection: Connection, catalogue: Catalogue, text: str, clock: Clock, chance: Chance) -> str | None:
    book, at = OfficeBook(connection, catalogue.office), clock.now()
    in_force = book.catalogue()
    code: str | None = None
    event: Event | None = None
    if in_force is None:
        code = chance.code()
        book.open(catalogue.version, text, hashlib.sha256(code.encode()).hexdigest(), at)
        event = OfficeOpened(catalogue.version)
    elif in_force != catalogue.version:
        book.use(catalogue.version, text, at)
        event = CatalogueChanged(catalogue.version)
    if event is not None:
        JournalBook(connection, catalogue.office).append(book.seq(), [event], at, OPERATOR.id)
    return code

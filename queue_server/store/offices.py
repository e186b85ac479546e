"""The office's own row, and the versions of its catalogue."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.catalogue_file import read
from queue_server.store.books import Book
from queue_server.store.tables import catalogue as catalogues
from queue_server.store.tables import office as offices


class OfficeBook(Book):
    """One office's row."""

    def catalogue(self) -> str | None:
        """The version in force, None while there is no such office."""
        query = select(offices.c.catalogue).where(offices.c.id == self._office)
        version: str | None = self._connection.execute(query).scalar_one_or_none()
        return version

    def open(self, catalogue: str, text: str, setup_hash: str | None, at: datetime) -> None:
        """Make the office, with its first catalogue."""
        self._connection.execute(
            insert(offices).values(id=self._office, seq=0, catalogue=catalogue, setup_hash=setup_hash)
        )
        self._keep(catalogue, text, at)

    def use(self, catalogue: str, text: str, at: datetime) -> None:
        """From here on this version of the catalogue holds."""
        known = select(catalogues.c.version).where(
            catalogues.c.office == self._office, catalogues.c.version == catalogue
        )
        if self._connection.execute(known).first() is None:
            self._keep(catalogue, text, at)
        self._connection.execute(update(offices).where(offices.c.id == self._office).values(catalogue=catalogue))

    def has(self, version: str) -> bool:
        """Whether the catalogue ever had this version."""
        return self.text(version) is not None

    def text(self, version: str) -> str | None:
        """What a version of the catalogue was read from, None when there was no such version."""
        query = select(catalogues.c.text).where(catalogues.c.office == self._office, catalogues.c.version == version)
        found: str | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def seq(self) -> int:
        """The journal's last number."""
        last: int = self._connection.execute(select(offices.c.seq).where(offices.c.id == self._office)).scalar_one()
        return last

    def setup_hash(self) -> str | None:
        """The hash of the one-time setup code, until it is used."""
        query = select(offices.c.setup_hash).where(offices.c.id == self._office)
        hashed: str | None = self._connection.execute(query).scalar_one()
        return hashed

    def secret(self) -> str | None:
        """What the office hashes personal numbers with, None while it never did."""
        query = select(offices.c.secret).where(offices.c.id == self._office)
        secret: str | None = self._connection.execute(query).scalar_one()
        return secret

    def keep_secret(self, secret: str) -> None:
        """From here on personal numbers are hashed with this."""
        self._connection.execute(update(offices).where(offices.c.id == self._office).values(secret=secret))

    def forget_setup(self) -> None:
        """The setup code was used."""
        self._connection.execute(update(offices).where(offices.c.id == self._office).values(setup_hash=None))

    def _keep(self, version: str, text: str, at: datetime) -> None:
        self._connection.execute(
            insert(catalogues).values(office=self._office, version=version, text=text, loaded_at=at)
        )


class Shelf:
    """Catalogues already read, by version; safe to share between threads, since versions never change."""

    def __init__(self) -> None:
        self._read: dict[str, Catalogue] = {}

    def catalogue(self, connection: Connection, office: str, version: str) -> Catalogue:
        """The catalogue of that version, from memory or the database."""
        if version not in self._read:
            query = select(catalogues.c.text).where(catalogues.c.office == office, catalogues.c.version == version)
            self._read[version] = read(connection.execute(query).scalar_one())
        return self._read[version]


def the_only_office(connection: Connection) -> str | None:
    """The office's id when the database holds just one."""
    ids = connection.execute(select(offices.c.id).limit(2)).scalars().all()
    return ids[0] if len(ids) == 1 else None

"""The rows of clerks, devices and sessions. Tokens are kept as hashes only."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from queue_server.domain.errors import NameTaken
from queue_server.domain.people import Clerk, Device, Session
from queue_server.store.books import Book, text, word
from queue_server.store.tables import clerk as clerks
from queue_server.store.tables import device as devices
from queue_server.store.tables import session as sessions


class PeopleBook(Book):
    """Who may speak to this office's server."""

    def clerk(self, username: str) -> Clerk | None:
        """A clerk by the name signed in with."""
        row = self._connection.execute(
            select(clerks).where(clerks.c.office == self._office, clerks.c.username == username)
        ).one_or_none()
        return None if row is None else _clerk(row)

    def clerks(self) -> Sequence[Clerk]:
        """Everybody who ever was added, by the name signed in with."""
        query = select(clerks).where(clerks.c.office == self._office).order_by(clerks.c.username)
        return [_clerk(row) for row in self._connection.execute(query)]

    def any_clerk(self) -> bool:
        """Whether anybody was ever added."""
        query = select(clerks.c.id).where(clerks.c.office == self._office).limit(1)
        return self._connection.execute(query).first() is not None

    def add_clerk(self, clerk: Clerk) -> None:
        """Keep a new clerk; raises `NameTaken`."""
        try:
            self._connection.execute(insert(clerks).values(office=self._office, **_row(clerk)))
        except IntegrityError as taken:
            raise NameTaken(name=clerk.username) from taken

    def save_clerk(self, clerk: Clerk) -> None:
        """Keep a clerk's present state."""
        where = (clerks.c.office == self._office, clerks.c.id == clerk.id)
        self._connection.execute(update(clerks).where(*where).values(**_row(clerk)))

    def add_device(self, device: Device, token_hash: str, at: datetime) -> None:
        """Keep a new device with its token's hash."""
        self._connection.execute(
            insert(devices).values(office=self._office, token_hash=token_hash, created_at=at, **asdict(device))
        )

    def devices(self) -> Sequence[Device]:
        """Every device whose token was not revoked."""
        query = select(devices).where(devices.c.office == self._office, devices.c.revoked_at.is_(None))
        return [word(Device, row) for row in self._connection.execute(query)]

    def device_by_token(self, token_hash: str) -> Device | None:
        """The device a token belongs to, revoked or not."""
        row = self._connection.execute(
            select(devices).where(devices.c.office == self._office, devices.c.token_hash == token_hash)
        ).one_or_none()
        return None if row is None else word(Device, row)

    def device_name(self, device: str) -> str:
        """What a device is called; its id when it is not known."""
        query = select(devices.c.name).where(devices.c.office == self._office, devices.c.id == device)
        name: str | None = self._connection.execute(query).scalar_one_or_none()
        return name or device

    def is_revoked(self, device: str) -> bool:
        """Whether a device's token was ended; one that never was has none to speak with."""
        query = select(devices.c.revoked_at).where(devices.c.office == self._office, devices.c.id == device)
        row = self._connection.execute(query).one_or_none()
        return row is None or row.revoked_at is not None

    def revoke_devices(self, name: str, at: datetime) -> int:
        """End every token of that name; how many there were."""
        where = (devices.c.office == self._office, devices.c.name == name, devices.c.revoked_at.is_(None))
        return self._connection.execute(update(devices).where(*where).values(revoked_at=at)).rowcount

    def add_session(self, session: Session, token_hash: str) -> None:
        """Keep a new session with its token's hash."""
        self._connection.execute(insert(sessions).values(office=self._office, token_hash=token_hash, **asdict(session)))

    def session_by_token(self, token_hash: str) -> tuple[Session, Clerk] | None:
        """The session a token belongs to, with its clerk."""
        row = self._connection.execute(
            select(sessions).where(sessions.c.office == self._office, sessions.c.token_hash == token_hash)
        ).one_or_none()
        if row is None:
            return None
        session = word(Session, row)
        clerk = self._connection.execute(
            select(clerks).where(clerks.c.office == self._office, clerks.c.id == session.clerk)
        ).one()
        return session, _clerk(clerk)

    def session_begun(self, clerk: str, at: datetime) -> Session | None:
        """The session a clerk began at that very moment."""
        mine = (sessions.c.office == self._office, sessions.c.clerk == clerk, sessions.c.started_at == at)
        row = self._connection.execute(select(sessions).where(*mine).limit(1)).one_or_none()
        return None if row is None else word(Session, row)

    def end_sessions(self, clerk: str, at: datetime, session: str | None = None) -> None:
        """End one session of a clerk, or all."""
        where = [sessions.c.office == self._office, sessions.c.clerk == clerk, sessions.c.ended_at.is_(None)]
        if session is not None:
            where.append(sessions.c.id == session)
        self._connection.execute(update(sessions).where(*where).values(ended_at=at))


def _clerk(row: Row[*tuple[Any, ...]]) -> Clerk:
    return word(Clerk, row, lines=msgspec.json.decode(row.lines))


def _row(clerk: Clerk) -> dict[str, Any]:
    return {**asdict(clerk), "lines": text(clerk.lines)}

"""Who may act: devices and how they are let in, clerks, sessions."""

from sqlalchemy import Boolean, Column, ForeignKeyConstraint, Integer, String, Table, Text, UniqueConstraint

from queue_server.store.moment import Moment
from queue_server.store.tables.base import metadata, of_office

device = Table(
    "device",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("counter", Integer),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("agency", String(64)),
    Column("place", String(64), nullable=False, server_default=""),
    Column("screen", String(64)),
)

enrolment = Table(
    "enrolment",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("code", String(16), nullable=False),
    Column("secret_hash", String(64), nullable=False),
    Column("salt", String(64), nullable=False),
    Column("token_hash", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("device", String(64)),
    Column("name", String(64), nullable=False),
    Column("place", String(64), nullable=False),
    UniqueConstraint("office", "code", name="uq_enrolment_code"),
    UniqueConstraint("office", "secret_hash", name="uq_enrolment_secret_hash"),
)

service_code = Table(
    "service_code",
    metadata,
    of_office(),
    Column("code", String(16), primary_key=True),
    Column("device", String(64), nullable=False),
    Column("giver", String(64), nullable=False),
    Column("giver_name", String(64), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

tries = Table(
    "tries",
    metadata,
    of_office(),
    Column("who", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

health = Table(
    "health",
    metadata,
    of_office(),
    Column("device", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("since", Moment, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("vitals", Text, nullable=False),
)

clerk = Table(
    "clerk",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("username", String(64), nullable=False),
    Column("name", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("password", String(255), nullable=False),
    Column("disabled_at", Moment),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Moment),
    Column("agency", String(64)),
    Column("lines", Text, nullable=False, server_default="[]"),
    UniqueConstraint("office", "username"),
)

session = Table(
    "session",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("clerk", String(64), nullable=False),
    Column("device", String(64), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("ended_at", Moment),
    ForeignKeyConstraint(["office", "clerk"], ["clerk.office", "clerk.id"]),
)

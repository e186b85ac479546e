"""What visitors bring: applications on file, checks, and matters for the information desk."""

from sqlalchemy import Column, Date, Index, Integer, String, Table, Text, UniqueConstraint, text

from queue_server.store.moment import Moment
from queue_server.store.tables.base import metadata, of_office

application = Table(
    "application",
    metadata,
    of_office(),
    Column("number", String(32), primary_key=True),
    Column("service", String(64), nullable=False),
    Column("caller", String(64), nullable=False),
    Column("answers", Text, nullable=False),
    Column("documents", Text, nullable=False),
    Column("holder", String(200), nullable=False, server_default=""),
)

check = Table(
    "check",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("service", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("caller", String(64), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("catalogue", String(16), nullable=False),
    Column("resume_code", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("answers", Text, nullable=False),
    Column("papers", Text, nullable=False),
    Column("waivers", Text, nullable=False),
    Column("results", Text, nullable=False),
    Column("outcome", String(16)),
    Column("referred_at", Moment),
    Column("refer_reason", String(500), nullable=False, default=""),
    Column("ticket", String(64)),
    Column("application", String(32)),
    Column("page", String(64)),
    Column("served_at", Moment),
    UniqueConstraint("office", "resume_code"),
)
referral = Table(
    "referral",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("n", Integer, nullable=False),
    Column("visit", String(64), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("check", String(64)),
    Column("service", String(64)),
    Column("page", String(64)),
    Column("subject", String(64)),
    Column("taken_at", Moment),
    Column("taken_by", String(64)),
    UniqueConstraint("office", "day", "n"),
    UniqueConstraint("office", "day", "visit"),
)
_AT_HOME = text("page IS NOT NULL")
Index(
    "ix_check_page",
    check.c.office,
    check.c.page,
    unique=True,
    sqlite_where=_AT_HOME,
    postgresql_where=_AT_HOME,
)
_REFERRED = text("referred_at IS NOT NULL AND ticket IS NULL")
Index(
    "ix_check_referred",
    check.c.office,
    check.c.day,
    check.c.referred_at,
    sqlite_where=_REFERRED,
    postgresql_where=_REFERRED,
)

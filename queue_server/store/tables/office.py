"""The office itself: its rules, its journal, its first answers."""

from sqlalchemy import BigInteger, Column, LargeBinary, String, Table, Text

from queue_server.store.moment import Moment
from queue_server.store.tables.base import metadata, of_office

office = Table(
    "office",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("catalogue", String(16), nullable=False),
    Column("setup_hash", String(64)),
    # What personal numbers are hashed with; made when it is first needed.
    Column("secret", String(64)),
)

catalogue = Table(
    "catalogue",
    metadata,
    of_office(),
    Column("version", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("loaded_at", Moment, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    of_office(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("data", Text, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    of_office(),
    Column("key", String(128), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

screen_message = Table(
    "screen_message",
    metadata,
    of_office(),
    # Empty for all screens.
    Column("screen", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("until", Moment, nullable=False),
)

"""Numbers, tickets, legs and counters; numbers lent to kiosks; appointments."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from queue_server.store.moment import Moment
from queue_server.store.tables.base import metadata, of_office

series = Table(
    "series",
    metadata,
    of_office(),
    Column("day", Date, primary_key=True),
    Column("series", String(8), primary_key=True),
    Column("last", Integer, nullable=False),
    # Numbers from here up to three digits' end are lent to kiosks; the server's own stay below, then go on beyond.
    Column("lent_from", Integer, nullable=False, server_default="1000"),
    CheckConstraint("last < lent_from OR last >= 1000", name="apart"),
)

lease = Table(
    "lease",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("series", String(8), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("device", String(64), nullable=False),
    Column("boot", String(64), nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("closed_at", Moment),
    UniqueConstraint("office", "day", "series", "first"),
)
NOT_CLOSED = text("closed_at IS NULL")
Index("ix_lease_open", lease.c.office, lease.c.day, sqlite_where=NOT_CLOSED, postgresql_where=NOT_CLOSED)

boot = Table(
    "boot",
    metadata,
    of_office(),
    Column("device", String(64), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("boot", String(64), nullable=False),
    Column("since", Moment, nullable=False),
    Column("heard_at", Moment, nullable=False),
    Column("contested_at", Moment),
    UniqueConstraint("office", "device", "boot"),
)

set_aside = Table(
    "set_aside",
    metadata,
    of_office(),
    Column("visit", String(64), primary_key=True),
    Column("number", String(16), primary_key=True),
    Column("device", String(64), nullable=False),
    Column("code", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("body", Text, nullable=False),
)

ticket = Table(
    "ticket",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("day", Date, nullable=False),
    Column("series", String(8), nullable=False),
    Column("n", Integer, nullable=False),
    Column("service", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("priority", String(16), nullable=False),
    Column("check", String(64), nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("track", String(64), nullable=False, unique=True),
    Column("waivers", Integer, nullable=False),
    Column("slot", Moment),
    Column("more_time_at", Moment),
    UniqueConstraint("office", "day", "series", "n"),
    UniqueConstraint("office", "check"),
)

slip = Table(
    "slip",
    metadata,
    of_office(),
    Column("ticket", String(64), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("trouble", String(16)),
    Column("copies", Integer, nullable=False),
    Column("device", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
)

leg = Table(
    "leg",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("ticket", String(64), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("line", String(64), nullable=False),
    Column("service", String(64), nullable=False, server_default=""),
    Column("priority", Boolean, nullable=False, server_default=false()),
    Column("state", String(16), nullable=False),
    Column("waiting_since", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("due_by", String(16), nullable=False, server_default="arrival"),
    Column("arrival", BigInteger, nullable=False),
    Column("called_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("counter", Integer),
    Column("calls", Integer, nullable=False, default=0),
    Column("outcome", String(32)),
    Column("for_counter", Integer),
    Column("for_clerk", String(64)),
    Column("not_counter", Integer),
    Column("note", String(500), nullable=False, server_default=""),
    Column("reason", String(500), nullable=False, server_default=""),
    Column("return_at", Moment),
    UniqueConstraint("office", "ticket", "seq"),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
)
# Written out in the queries too: a partial index is used only where the query plainly asks for its rows.
WAITING = text("state = 'waiting'")
BUSY = text("state IN ('called', 'serving')")
_LIVE = text("state IN ('waiting', 'called', 'serving', 'parked')")
OPEN = text("state IN ('planned', 'waiting', 'called', 'serving', 'parked', 'no_show')")
Index(
    "ix_leg_waiting",
    leg.c.office,
    leg.c.day,
    leg.c.line,
    leg.c.priority,
    leg.c.due,
    leg.c.arrival,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
Index(
    "uq_leg_busy_counter",
    leg.c.office,
    leg.c.counter,
    unique=True,
    sqlite_where=BUSY,
    postgresql_where=BUSY,
)
Index(
    "uq_leg_live_ticket",
    leg.c.office,
    leg.c.ticket,
    unique=True,
    sqlite_where=_LIVE,
    postgresql_where=_LIVE,
)
Index("ix_leg_open", leg.c.office, leg.c.day, sqlite_where=OPEN, postgresql_where=OPEN)

counter = Table(
    "counter",
    metadata,
    of_office(),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),
    Column("holder", String(64)),
    Column("holder_name", String(64)),
    Column("reason", String(500), nullable=False, default=""),
    Column("tally", Integer, nullable=False, server_default="0"),
    Column("since", Moment),
    # What a supervisor arranged for one day; on any other the catalogue's lines hold.
    Column("lines", Text, nullable=False, server_default="[]"),
    Column("lines_day", Date),
)
_HELD = text("holder IS NOT NULL")
Index(
    "uq_counter_holder",
    counter.c.office,
    counter.c.holder,
    unique=True,
    sqlite_where=_HELD,
    postgresql_where=_HELD,
)

closed_line = Table(
    "closed_line",
    metadata,
    of_office(),
    Column("day", Date, primary_key=True),
    Column("line", String(64), primary_key=True),
    Column("reason", String(500), nullable=False),
)

undo = Table(
    "undo",
    metadata,
    of_office(),
    Column("counter", Integer, primary_key=True, autoincrement=False),
    Column("act", String(16), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("moves", Text, nullable=False),
)

appointment = Table(
    "appointment",
    metadata,
    of_office(),
    Column("id", String(64), primary_key=True),
    Column("code", String(16), nullable=False),
    Column("service", String(64), nullable=False),
    Column("line", String(64), nullable=False),
    Column("slot", Moment, nullable=False),
    Column("place", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("booked_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("ticket", String(64)),
    Column("person", String(64)),
    UniqueConstraint("office", "code"),
)
_EXPECTED = text("person IS NOT NULL")
Index(
    "uq_appointment_person",
    appointment.c.office,
    appointment.c.person,
    unique=True,
    sqlite_where=_EXPECTED,
    postgresql_where=_EXPECTED,
)
TAKEN = text("state IN ('booked', 'kept')")
Index(
    "uq_appointment_place",
    appointment.c.office,
    appointment.c.line,
    appointment.c.slot,
    appointment.c.place,
    unique=True,
    sqlite_where=TAKEN,
    postgresql_where=TAKEN,
)

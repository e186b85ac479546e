"""The tables. Uniqueness and claims are held here, by the database, whatever the acts believe."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from queue_server.store.moment import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _office() -> Column[str]:
    return Column("office", String(64), primary_key=True)


office = Table(
    "office",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("catalogue", String(16), nullable=False),
    Column("setup_hash", String(64)),
)

catalogue = Table(
    "catalogue",
    metadata,
    _office(),
    Column("version", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("loaded_at", Moment, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    _office(),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("data", Text, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    _office(),
    Column("key", String(128), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

device = Table(
    "device",
    metadata,
    _office(),
    Column("id", String(64), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("counter", Integer),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("agency", String(64)),
    Column("place", String(64), nullable=False, server_default=""),
)

enrolment = Table(
    "enrolment",
    metadata,
    _office(),
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
    _office(),
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
    _office(),
    Column("who", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

health = Table(
    "health",
    metadata,
    _office(),
    Column("device", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("since", Moment, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("vitals", Text, nullable=False),
)

clerk = Table(
    "clerk",
    metadata,
    _office(),
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
    _office(),
    Column("id", String(64), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("clerk", String(64), nullable=False),
    Column("device", String(64), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("ended_at", Moment),
    ForeignKeyConstraint(["office", "clerk"], ["clerk.office", "clerk.id"]),
)

application = Table(
    "application",
    metadata,
    _office(),
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
    _office(),
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

series = Table(
    "series",
    metadata,
    _office(),
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
    _office(),
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
    _office(),
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
    _office(),
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
    _office(),
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
    UniqueConstraint("office", "day", "series", "n"),
    UniqueConstraint("office", "check"),
)

slip = Table(
    "slip",
    metadata,
    _office(),
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
    _office(),
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
    _office(),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("state", String(16), nullable=False),
    Column("holder", String(64)),
    Column("holder_name", String(64)),
    Column("reason", String(500), nullable=False, default=""),
    Column("tally", Integer, nullable=False, server_default="0"),
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

undo = Table(
    "undo",
    metadata,
    _office(),
    Column("counter", Integer, primary_key=True, autoincrement=False),
    Column("act", String(16), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("moves", Text, nullable=False),
)

appointment = Table(
    "appointment",
    metadata,
    _office(),
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
    UniqueConstraint("office", "code"),
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

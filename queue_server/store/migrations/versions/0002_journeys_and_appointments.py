"""Journeys of several legs, reserved and parked tickets, taking back, skills, agencies and appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_LIVE_BEFORE = sa.text("state IN ('waiting', 'called', 'serving')")
_LIVE = sa.text("state IN ('waiting', 'called', 'serving', 'parked')")
_WAITING = sa.text("state = 'waiting'")
_OPEN = sa.text("state IN ('planned', 'waiting', 'called', 'serving', 'parked', 'no_show')")
_TAKEN = sa.text("state IN ('booked', 'kept')")

_LEG = (
    ("service", sa.String(64), ""),
    ("priority", sa.Boolean(), sa.false()),
    ("due_by", sa.String(16), "arrival"),
    ("for_counter", sa.Integer(), None),
    ("for_clerk", sa.String(64), None),
    ("not_counter", sa.Integer(), None),
    ("note", sa.String(500), ""),
    ("reason", sa.String(500), ""),
    ("return_at", sa.DateTime(timezone=True), None),
)


def upgrade() -> None:
    """Step forward."""
    op.add_column("device", sa.Column("agency", sa.String(64)))
    op.add_column("clerk", sa.Column("agency", sa.String(64)))
    op.add_column("clerk", sa.Column("lines", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("ticket", sa.Column("slot", sa.DateTime(timezone=True)))
    op.add_column("counter", sa.Column("tally", sa.Integer(), nullable=False, server_default="0"))
    for name, kind, usual in _LEG:
        op.add_column("leg", sa.Column(name, kind, nullable=usual is None, server_default=usual))
    op.execute(
        "UPDATE leg SET "
        "service = (SELECT t.service FROM ticket t WHERE t.office = leg.office AND t.id = leg.ticket), "
        "priority = (SELECT t.priority <> 'none' FROM ticket t WHERE t.office = leg.office AND t.id = leg.ticket)"
    )
    _waiting_by(["office", "day", "line", "priority", "due", "arrival"])
    _live_by(_LIVE)
    op.create_index("ix_leg_open", "leg", ["office", "day"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_table(
        "undo",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("counter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moves", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "counter", name=op.f("pk_undo")),
    )
    op.create_table(
        "appointment",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("service", sa.String(64), nullable=False),
        sa.Column("line", sa.String(64), nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("booked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("ticket", sa.String(64)),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("office", "code", name=op.f("uq_appointment_office_code")),
    )
    op.create_index(
        "uq_appointment_place",
        "appointment",
        ["office", "line", "slot", "place"],
        unique=True,
        sqlite_where=_TAKEN,
        postgresql_where=_TAKEN,
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("appointment")
    op.drop_table("undo")
    op.drop_index("ix_leg_open", table_name="leg")
    _live_by(_LIVE_BEFORE)
    _waiting_by(["office", "day", "line", "due", "arrival"])
    for name, _kind, _usual in _LEG:
        op.drop_column("leg", name)
    op.drop_column("counter", "tally")
    op.drop_column("ticket", "slot")
    op.drop_column("clerk", "lines")
    op.drop_column("clerk", "agency")
    op.drop_column("device", "agency")


def _waiting_by(columns: list[str]) -> None:
    op.drop_index("ix_leg_waiting", table_name="leg")
    op.create_index("ix_leg_waiting", "leg", columns, sqlite_where=_WAITING, postgresql_where=_WAITING)


def _live_by(where: sa.TextClause) -> None:
    op.drop_index("uq_leg_live_ticket", table_name="leg")
    op.create_index(
        "uq_leg_live_ticket", "leg", ["office", "ticket"], unique=True, sqlite_where=where, postgresql_where=where
    )

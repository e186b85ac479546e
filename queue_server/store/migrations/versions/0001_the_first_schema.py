"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "answer",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "key", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_at"), "answer", ["at"], unique=False)
    op.create_table(
        "application",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("caller", sa.String(length=64), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("documents", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "number", name=op.f("pk_application")),
    )
    op.create_table(
        "catalogue",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "version", name=op.f("pk_catalogue")),
    )
    op.create_table(
        "check",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("caller", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("catalogue", sa.String(length=16), nullable=False),
        sa.Column("resume_code", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("papers", sa.Text(), nullable=False),
        sa.Column("waivers", sa.Text(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("referred_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refer_reason", sa.String(length=500), nullable=False),
        sa.Column("ticket", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_check")),
        sa.UniqueConstraint("office", "resume_code", name=op.f("uq_check_office_resume_code")),
    )
    op.create_index(
        "ix_check_referred",
        "check",
        ["office", "day", "referred_at"],
        unique=False,
        sqlite_where=sa.text("referred_at IS NOT NULL AND ticket IS NULL"),
        postgresql_where=sa.text("referred_at IS NOT NULL AND ticket IS NULL"),
    )
    op.create_table(
        "clerk",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_clerk")),
        sa.UniqueConstraint("office", "username", name=op.f("uq_clerk_office_username")),
    )
    op.create_table(
        "counter",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=True),
        sa.Column("holder_name", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("office", "n", name=op.f("pk_counter")),
    )
    op.create_index(
        "uq_counter_holder",
        "counter",
        ["office", "holder"],
        unique=True,
        sqlite_where=sa.text("holder IS NOT NULL"),
        postgresql_where=sa.text("holder IS NOT NULL"),
    )
    op.create_table(
        "device",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_device")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_device_token_hash")),
    )
    op.create_table(
        "journal",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_journal")),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("catalogue", sa.String(length=16), nullable=False),
        sa.Column("setup_hash", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "series",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "day", "series", name=op.f("pk_series")),
    )
    op.create_table(
        "ticket",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("priority", sa.String(length=16), nullable=False),
        sa.Column("check", sa.String(length=64), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("track", sa.String(length=64), nullable=False),
        sa.Column("waivers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("office", "check", name=op.f("uq_ticket_office_check")),
        sa.UniqueConstraint("office", "day", "series", "n", name=op.f("uq_ticket_office_day_series_n")),
        sa.UniqueConstraint("track", name=op.f("uq_ticket_track")),
    )
    op.create_table(
        "leg",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_leg_office_ticket")
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_leg")),
        sa.UniqueConstraint("office", "ticket", "seq", name=op.f("uq_leg_office_ticket_seq")),
    )
    op.create_index(
        "ix_leg_waiting",
        "leg",
        ["office", "day", "line", "due", "arrival"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_leg_busy_counter",
        "leg",
        ["office", "counter"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "uq_leg_live_ticket",
        "leg",
        ["office", "ticket"],
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'called', 'serving')"),
        postgresql_where=sa.text("state IN ('waiting', 'called', 'serving')"),
    )
    op.create_table(
        "session",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("clerk", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "clerk"], ["clerk.office", "clerk.id"], name=op.f("fk_session_office_clerk")
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session_token_hash")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("session")
    op.drop_index(
        "uq_leg_live_ticket",
        table_name="leg",
        sqlite_where=sa.text("state IN ('waiting', 'called', 'serving')"),
        postgresql_where=sa.text("state IN ('waiting', 'called', 'serving')"),
    )
    op.drop_index(
        "uq_leg_busy_counter",
        table_name="leg",
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.drop_index(
        "ix_leg_waiting",
        table_name="leg",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("leg")
    op.drop_table("ticket")
    op.drop_table("series")
    op.drop_table("office")
    op.drop_table("journal")
    op.drop_table("device")
    op.drop_index(
        "uq_counter_holder",
        table_name="counter",
        sqlite_where=sa.text("holder IS NOT NULL"),
        postgresql_where=sa.text("holder IS NOT NULL"),
    )
    op.drop_table("counter")
    op.drop_table("clerk")
    op.drop_index(
        "ix_check_referred",
        table_name="check",
        sqlite_where=sa.text("referred_at IS NOT NULL AND ticket IS NULL"),
        postgresql_where=sa.text("referred_at IS NOT NULL AND ticket IS NULL"),
    )
    op.drop_table("check")
    op.drop_table("catalogue")
    op.drop_table("application")
    op.drop_index(op.f("ix_answer_at"), table_name="answer")
    op.drop_table("answer")

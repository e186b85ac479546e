"""Numbers lent to kiosks, the starts of their machines, and visits handed over that could not be taken."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NOT_CLOSED = sa.text("closed_at IS NULL")


def upgrade() -> None:
    """Step forward."""
    with op.batch_alter_table("series") as series:
        series.add_column(sa.Column("lent_from", sa.Integer(), nullable=False, server_default="1000"))
        series.create_check_constraint(op.f("ck_series_apart"), "last < lent_from OR last >= 1000")
    op.create_table(
        "lease",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(8), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("boot", sa.String(64), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_lease")),
        sa.UniqueConstraint("office", "day", "series", "first", name=op.f("uq_lease_office_day_series_first")),
    )
    op.create_index("ix_lease_open", "lease", ["office", "day"], sqlite_where=_NOT_CLOSED, postgresql_where=_NOT_CLOSED)
    op.create_table(
        "boot",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("boot", sa.String(64), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("contested_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("office", "device", "n", name=op.f("pk_boot")),
        sa.UniqueConstraint("office", "device", "boot", name=op.f("uq_boot_office_device_boot")),
    )
    op.create_table(
        "set_aside",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("visit", sa.String(64), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "visit", "number", name=op.f("pk_set_aside")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("set_aside")
    op.drop_table("boot")
    op.drop_index("ix_lease_open", table_name="lease")
    op.drop_table("lease")
    with op.batch_alter_table("series") as series:
        series.drop_constraint(op.f("ck_series_apart"), type_="check")
        series.drop_column("lent_from")

"""How slips fare, and the last report of each station."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "slip",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("ticket", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("trouble", sa.String(16)),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "ticket", name=op.f("pk_slip")),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_slip_office_ticket")
        ),
    )
    op.create_table(
        "health",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("vitals", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", name=op.f("pk_health")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("health")
    op.drop_table("slip")

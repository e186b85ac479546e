"""Visitors sent to the information desk with a reason and a number."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "referral",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("visit", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("check", sa.String(64)),
        sa.Column("service", sa.String(64)),
        sa.Column("page", sa.String(64)),
        sa.Column("subject", sa.String(64)),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.Column("taken_by", sa.String(64)),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_referral")),
        sa.UniqueConstraint("office", "day", "n", name="uq_referral_office_day_n"),
        sa.UniqueConstraint("office", "day", "visit", name="uq_referral_office_day_visit"),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("referral")

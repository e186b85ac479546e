"""Devices let in by a code, where they stand, and service codes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("device", sa.Column("place", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "enrolment",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device", sa.String(64)),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("place", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("office", "code", name="uq_enrolment_code"),
        sa.UniqueConstraint("office", "secret_hash", name="uq_enrolment_secret_hash"),
    )
    op.create_table(
        "service_code",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("device", sa.String(64), nullable=False),
        sa.Column("giver", sa.String(64), nullable=False),
        sa.Column("giver_name", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("office", "code", name=op.f("pk_service_code")),
    )
    op.create_table(
        "tries",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "who", name=op.f("pk_tries")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("tries")
    op.drop_table("service_code")
    op.drop_table("enrolment")
    op.drop_column("device", "place")

"""Whose an appointment taken from home is, as long as somebody is expected with it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_EXPECTED = sa.text("person IS NOT NULL")


def upgrade() -> None:
    """Step forward."""
    op.add_column("office", sa.Column("secret", sa.String(64)))
    op.add_column("appointment", sa.Column("person", sa.String(64)))
    op.create_index(
        "uq_appointment_person",
        "appointment",
        ["office", "person"],
        unique=True,
        sqlite_where=_EXPECTED,
        postgresql_where=_EXPECTED,
    )


def downgrade() -> None:
    """Step back."""
    op.drop_index("uq_appointment_person", "appointment")
    op.drop_column("appointment", "person")
    op.drop_column("office", "secret")

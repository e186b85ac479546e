"""Whom an application is about, and which application a check is of."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("application", sa.Column("holder", sa.String(200), nullable=False, server_default=""))
    op.add_column("check", sa.Column("application", sa.String(32)))


def downgrade() -> None:
    """Step back."""
    op.drop_column("check", "application")
    op.drop_column("application", "holder")

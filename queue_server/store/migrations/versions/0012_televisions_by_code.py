"""Which screen a television is that was let in by its code."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("device", sa.Column("screen", sa.String(64)))


def downgrade() -> None:
    """Step back."""
    op.drop_column("device", "screen")

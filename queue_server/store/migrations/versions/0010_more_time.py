"""When a visitor asked for more time, once in a visit."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("ticket", sa.Column("more_time_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Step back."""
    op.drop_column("ticket", "more_time_at")

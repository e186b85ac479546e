"""Checks made at home have a page on the web; a quick service is marked as given."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_HOME = sa.text("page IS NOT NULL")


def upgrade() -> None:
    """Step forward."""
    op.add_column("check", sa.Column("page", sa.String(64)))
    op.add_column("check", sa.Column("served_at", sa.DateTime(timezone=True)))
    op.create_index(
        "ix_check_page",
        "check",
        ["office", "page"],
        unique=True,
        sqlite_where=_AT_HOME,
        postgresql_where=_AT_HOME,
    )


def downgrade() -> None:
    """Step back."""
    op.drop_index("ix_check_page", "check")
    op.drop_column("check", "served_at")
    op.drop_column("check", "page")

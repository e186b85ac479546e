"""Lines closed for a day, lines a counter serves for a day, since when it stands so, and messages on screens."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.add_column("counter", sa.Column("since", sa.DateTime(timezone=True)))
    op.add_column("counter", sa.Column("lines", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("counter", sa.Column("lines_day", sa.Date()))
    op.create_table(
        "closed_line",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("office", "day", "line", name=op.f("pk_closed_line")),
    )
    op.create_table(
        "screen_message",
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("screen", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "screen", name=op.f("pk_screen_message")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("screen_message")
    op.drop_table("closed_line")
    op.drop_column("counter", "lines_day")
    op.drop_column("counter", "lines")
    op.drop_column("counter", "since")

"""Judgements of analysts: rows that are added, never changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tocsin.store.tables import UtcTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("subjects", sa.Text, nullable=False),
        sa.Column("apart_from", sa.Text, nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", UtcTime, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("judgements")

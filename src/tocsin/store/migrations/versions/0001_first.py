"""First schema: captures, reports, readings, statements, events, rejects, search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tocsin.store.tables import UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the full-text index."""
    _make_captures_and_reports()
    _make_readings()
    _make_rejects()
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "report UNINDEXED, title, body, outlet, tokenize = 'unicode61 remove_diacritics 0')"
    )


def downgrade() -> None:
    """Drop everything."""
    for table in ("search", "rejects", "events", "statements", "readings", "reports", "captures"):
        op.drop_table(table)


def _make_captures_and_reports() -> None:
    op.create_table(
        "captures",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("media_type", sa.String(200), nullable=False),
        sa.Column("charset", sa.String(200)),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("obtained_from", sa.Text, nullable=False),
        sa.Column("obtained_at", UtcTime, nullable=False),
        sa.Column("url", sa.Text),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("capture", sa.String(40), sa.ForeignKey("captures.id"), nullable=False),
        sa.Column("given_id", sa.Text, index=True),
        sa.Column("title", sa.Text),
        sa.Column("masked_title", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.Date, index=True),
        sa.Column("language", sa.String(16), nullable=False, index=True),
        sa.Column("url", sa.Text),
        sa.Column("unread", sa.Text),
        sa.Column("added_at", UtcTime, nullable=False),
    )


def _make_readings() -> None:
    report = sa.ForeignKey("reports.id")
    op.create_table(
        "readings",
        sa.Column("report", sa.String(40), report, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("report", sa.String(40), sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, index=True),
        sa.Column("stance", sa.String(20), nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("narration", sa.Boolean, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("report", sa.String(40), sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, index=True),
        sa.Column("type", sa.String(40), nullable=False, index=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("polarity", sa.String(10), nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("earliest", UtcTime),
        sa.Column("latest", UtcTime),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("events_type_status", "events", ["type", "status"])


def _make_rejects() -> None:
    op.create_table(
        "rejects",
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("code", sa.String(60), primary_key=True),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("first_at", UtcTime, nullable=False),
        sa.Column("last_at", UtcTime, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )

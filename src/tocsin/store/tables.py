"""The tables of a store. The migrations make them; a test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text


class UtcTime(sa.TypeDecorator[datetime]):
    """An aware instant; a database without time zones keeps it in UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: sa.Dialect,  # noqa: ARG002  (SQLAlchemy's signature)
    ) -> datetime | None:
        """Return the instant in UTC. Raises: ValueError for a naive one."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored time must be aware")
        return value and value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: sa.Dialect,  # noqa: ARG002  (SQLAlchemy's signature)
    ) -> datetime | None:
        """Return the instant as an aware one."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


metadata = sa.MetaData()

captures = Table(
    "captures",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("media_type", String(200), nullable=False),
    Column("charset", String(200)),
    Column("bytes", Integer, nullable=False),
    Column("obtained_from", Text, nullable=False),
    Column("obtained_at", UtcTime, nullable=False),
    Column("url", Text),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("capture", ForeignKey("captures.id"), nullable=False),
    Column("given_id", Text, index=True),
    Column("title", Text),
    Column("masked_title", Text),
    Column("byline", Text),
    Column("outlet", Text),
    Column("published", Date, index=True),
    Column("language", String(16), nullable=False, index=True),
    Column("url", Text),
    Column("unread", Text),
    Column("added_at", UtcTime, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("reading", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String(40), nullable=False, index=True),
    Column("stance", String(20), nullable=False),
    Column("speaker", Text, nullable=False),
    Column("narration", sa.Boolean, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String(40), nullable=False, index=True),
    Column("type", String(40), nullable=False, index=True),
    Column("status", String(20), nullable=False),
    Column("polarity", String(10), nullable=False),
    Column("place", Text),
    Column("earliest", UtcTime),
    Column("latest", UtcTime),
    Column("score", Float, nullable=False),
)

rejects = Table(
    "rejects",
    metadata,
    Column("item", Text, primary_key=True),
    Column("code", String(60), primary_key=True),
    Column("detail", Text, nullable=False),
    Column("first_at", UtcTime, nullable=False),
    Column("last_at", UtcTime, nullable=False),
    Column("times", Integer, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("verdict", String(20), nullable=False),
    Column("subjects", Text, nullable=False),
    Column("apart_from", Text, nullable=False),
    Column("field", String(40), nullable=False),
    Column("value", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False, index=True),
)
"""Rows are added, never changed or removed."""

Index("events_type_status", events.c.type, events.c.status)

"""Reports carried from store to store: what a store knows of one beside its reading."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime

import sqlalchemy as sa

from tocsin.core.errors import UnknownReport
from tocsin.core.ids import CaptureId, ReportId
from tocsin.core.types import Capture
from tocsin.store.tables import captures, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureFacts:
    """What is known of a capture beside its bytes."""

    id: CaptureId
    sha256: str
    media_type: str
    size_bytes: int
    obtained_from: str
    obtained_at: datetime
    charset: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, capture: Capture) -> CaptureFacts:
        """Return the facts of a capture."""
        names = [field.name for field in fields(cls) if field.name != "size_bytes"]
        return cls(
            size_bytes=len(capture.content), **{name: getattr(capture, name) for name in names}
        )

    def with_content(self, content: bytes) -> Capture:
        """Return the capture, whole."""
        facts = asdict(self) | {"content": content}
        del facts["size_bytes"]
        return Capture(**facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The capture of a report, the version of its reading, and when it was first added."""

    capture: CaptureFacts
    version: int
    added_at: datetime


def carried_of(connection: sa.Connection, report: ReportId) -> Carried:
    """Return what the store knows of the report. Raises: UnknownReport."""
    query = (
        sa.select(captures, readings.c.version, reports.c.added_at)
        .join(reports, reports.c.capture == captures.c.id)
        .join(readings, readings.c.report == reports.c.id)
        .where(reports.c.id == report)
    )
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise UnknownReport(report)
    facts = {column.name: row[column.name] for column in captures.columns}
    size_bytes = facts.pop("bytes")
    capture = CaptureFacts(**facts, size_bytes=size_bytes)
    return Carried(capture=capture, version=row["version"], added_at=row["added_at"])


def insert_capture_facts(connection: sa.Connection, facts: CaptureFacts) -> None:
    """Write the capture's row unless it is there: the first time it was obtained stands."""
    known = sa.select(captures.c.id).where(captures.c.id == facts.id)
    if connection.execute(known).first() is None:
        row = asdict(facts)
        row["bytes"] = row.pop("size_bytes")
        connection.execute(sa.insert(captures), [row])

"""Rows of one report, written together or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from tocsin.core.types import Event, Reading, Rejected
from tocsin.store.folding import folded
from tocsin.store.reading_json import reading_to_json
from tocsin.store.tables import (
    events,
    readings,
    rejects,
    reports,
    statements,
)
from tocsin.warn.redaction import masked

Row = dict[str, Any]


def version_kept(connection: sa.Connection, report_id: str) -> int | None:
    """Return the version of the reading that is kept of the report, None where there is none."""
    query = sa.select(readings.c.version).where(readings.c.report == report_id)
    return connection.execute(query).scalar_one_or_none()


def insert_reading(
    connection: sa.Connection, reading: Reading, *, version: int, now: datetime
) -> None:
    """Write the report, its reading, and what lists and search look at."""
    connection.execute(sa.insert(reports), [_report_row(reading, now)])
    row = {
        "report": reading.report.id,
        "version": version,
        "reading": reading_to_json(reading),
    }
    connection.execute(sa.insert(readings), [row])
    for table, rows in (
        (statements, list(_statement_rows(reading))),
        (events, list(_event_rows(reading))),
    ):
        if rows:
            connection.execute(sa.insert(table), rows)
    connection.execute(
        sa.text("INSERT INTO search (report, title, body, outlet) VALUES (:r, :t, :b, :o)"),
        _search_row(reading),
    )


def delete_reading(connection: sa.Connection, report_id: str) -> None:
    """Remove every row of the report but its capture's."""
    connection.execute(sa.text("DELETE FROM search WHERE report = :r"), {"r": report_id})
    for table in (events, statements, readings):
        connection.execute(sa.delete(table).where(table.c.report == report_id))
    connection.execute(sa.delete(reports).where(reports.c.id == report_id))


def log_reject(connection: sa.Connection, rejected: Rejected, *, now: datetime) -> None:
    """Write the rejection, or count it where the same one was logged before."""
    same = (rejects.c.item == rejected.id) & (rejects.c.code == rejected.code)
    seen = connection.execute(
        sa.update(rejects)
        .where(same)
        .values(times=rejects.c.times + 1, last_at=now, detail=rejected.detail)
    )
    if seen.rowcount == 0:
        row = {"item": rejected.id, "code": rejected.code, "detail": rejected.detail}
        connection.execute(sa.insert(rejects), [row | _first_time(now)])


def _first_time(now: datetime) -> Row:
    return {"first_at": now, "last_at": now, "times": 1}


def _report_row(reading: Reading, now: datetime) -> Row:
    report = reading.report
    names = ("id", "capture", "given_id", "title", "byline", "outlet", "published", "language")
    row: Row = {name: getattr(report, name) for name in names}
    return row | {
        "masked_title": masked(reading).report.title,
        "url": report.url,
        "unread": reading.unread,
        "added_at": now,
    }


def _statement_rows(reading: Reading) -> Iterator[Row]:
    for position, statement in enumerate(reading.all_statements):
        yield {
            "report": reading.report.id,
            "position": position,
            "id": statement.id,
            "stance": statement.stance.value,
            "speaker": statement.speaker,
            "narration": statement.narration,
        }


def _event_rows(reading: Reading) -> Iterator[Row]:
    for position, event in enumerate(reading.events):
        yield {
            "report": reading.report.id,
            "position": position,
            "id": event.id,
            "type": event.type,
            "status": event.status.value,
            "polarity": event.polarity.value,
            "place": _place_name(reading, event),
            "earliest": event.time.earliest if event.time else None,
            "latest": event.time.latest if event.time else None,
            "score": event.score,
        }


def _place_name(reading: Reading, event: Event) -> str | None:
    return None if event.place is None else reading.places[event.place].name


def _search_row(reading: Reading) -> Row:
    report = reading.report
    return {
        "r": report.id,
        "t": folded(report.title or ""),
        "b": folded(report.text),
        "o": folded(report.outlet or ""),
    }

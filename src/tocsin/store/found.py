"""Reports of a store by what they say and when they were published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from tocsin.core.ids import ReportId
from tocsin.store.folding import search_phrases
from tocsin.store.tables import events, reports, statements

ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which reports: `since` and `until` are publication days, both included."""

    since: date | None = None
    until: date | None = None
    query: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReport:
    """A line of a list: what a report says of itself and how much was read from it."""

    id: ReportId
    given_id: str | None
    title: str | None
    masked_title: str | None
    outlet: str | None
    published: date | None
    language: str
    unread: str | None
    added_at: datetime
    statements: int
    events: int

    @property
    def public_id(self) -> str:
        """Return the caller's id where one was given, else the content hash."""
        return self.given_id or self.id


def list_reports(connection: sa.Connection, wanted: Wanted) -> Iterator[ListedReport]:
    """Yield the reports wanted: with a query the best match first, else the newest first."""
    query = _select_listed()
    if wanted.query is not None:
        match = match_expression(wanted.query)
        if not match:
            return
        found = sa.text(
            "SELECT report, bm25(search, 0.0, 4.0, 1.0, 2.0) AS distance"
            " FROM search WHERE search MATCH :match"
        ).bindparams(match=match)
        hits = found.columns(sa.column("report"), sa.column("distance")).subquery()
        query = query.join(hits, hits.c.report == reports.c.id).order_by(hits.c.distance)
    query = query.order_by(reports.c.published.desc().nulls_last(), reports.c.id)
    for row in connection.execute(_within(query, wanted)).yield_per(ROWS_AT_ONCE):
        yield ListedReport(**row._mapping)


def match_expression(query: str) -> str:
    """Return an FTS5 expression that asks for every word and phrase; "" where there is none.

    >>> match_expression('camp OR "Black Heron')
    '"camp" AND "or" AND "black" AND "heron"'
    """
    return " AND ".join(f'"{phrase}"' for phrase in search_phrases(query))


def ids_called(connection: sa.Connection, name: str) -> tuple[ReportId, ...]:
    """Return the reports that an id means: a report's, the caller's own, or of what it holds.

    The start of a report id is enough, from its eighth character on.
    """
    exact = sa.select(reports.c.id).where((reports.c.id == name) | (reports.c.given_id == name))
    inside = [sa.select(table.c.report).where(table.c.id == name) for table in (statements, events)]
    for query in (exact, *inside, *_by_start(name)):
        found = tuple(ReportId(row[0]) for row in connection.execute(query.distinct()))
        if found:
            return found
    return ()


def _by_start(name: str) -> list[sa.Select[tuple[str]]]:
    if len(name) < len("rep_") + 4 or not name.startswith("rep_"):
        return []
    return [sa.select(reports.c.id).where(reports.c.id.startswith(name, autoescape=True))]


def _select_listed() -> sa.Select[tuple[object, ...]]:
    said = sa.select(sa.func.count()).where(
        statements.c.report == reports.c.id, sa.not_(statements.c.narration)
    )
    happened = sa.select(sa.func.count()).where(events.c.report == reports.c.id)
    names = "id given_id title masked_title outlet published language unread added_at"
    return sa.select(
        *(reports.c[name] for name in names.split()),
        said.scalar_subquery().label("statements"),
        happened.scalar_subquery().label("events"),
    )


def _within(query: sa.Select[tuple[object, ...]], wanted: Wanted) -> sa.Select[tuple[object, ...]]:
    if wanted.since:
        query = query.where(reports.c.published >= wanted.since)
    if wanted.until:
        query = query.where(reports.c.published <= wanted.until)
    return query.limit(wanted.limit) if wanted.limit is not None else query

"""Judgements of a store: added, listed, and the ids that they can be about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

import sqlalchemy as sa

from tocsin.core.ids import JudgementId
from tocsin.core.types import Judgement, Verdict
from tocsin.store.tables import events, judgements, reports, statements

LISTS = ("subjects", "apart_from")  # kept as JSON: ids hold no word that a search looks for
SOME = 5  # ids that are named where the start of one fits several


def insert_judgements(connection: sa.Connection, given: Sequence[Judgement]) -> int:
    """Write the judgements that are not there yet; return how many."""
    ids = {one.id: one for one in given}
    known = set(connection.execute(sa.select(judgements.c.id)).scalars())
    rows = [_row(one) for id_, one in ids.items() if id_ not in known]
    if rows:
        connection.execute(sa.insert(judgements), rows)
    return len(rows)


def list_judgements(connection: sa.Connection) -> Iterator[Judgement]:
    """Yield all judgements, undone ones too, oldest first."""
    query = sa.select(judgements).order_by(judgements.c.at, judgements.c.id)
    for row in connection.execute(query).mappings():
        facts = dict(row) | {name: tuple(json.loads(row[name])) for name in LISTS}
        facts |= {"id": JudgementId(row["id"]), "verdict": Verdict(row["verdict"])}
        yield Judgement(**facts)


def ids_starting(connection: sa.Connection, start: str) -> tuple[str, ...]:
    """Return ids of reports, statements, events and judgements that start so, a few of many.

    A whole id is returned alone.
    """
    found: set[str] = set()
    for table in (reports, statements, events, judgements):
        query = sa.select(table.c.id).where(table.c.id.startswith(start, autoescape=True))
        found.update(connection.execute(query.distinct().limit(SOME)).scalars())
    return (start,) if start in found else tuple(sorted(found))


def _row(judgement: Judgement) -> dict[str, object]:
    row = {field.name: getattr(judgement, field.name) for field in fields(judgement)}
    lists = {name: json.dumps(row[name]) for name in LISTS}
    return row | lists | {"verdict": judgement.verdict.value}

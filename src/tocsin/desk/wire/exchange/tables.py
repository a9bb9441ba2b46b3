"""A brief as tables: incidents, statements, sources, tolls, links, and what they point to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tocsin.core.ids import SourceId
from tocsin.core.types import Brief, Incident, ReportedToll, Source
from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
from tocsin.desk.wire.exchange.cells import Cell, Row, csv_text, listed, span_cells
from tocsin.desk.wire.exchange.told_rows import event_rows, report_rows, statement_rows
from tocsin.desk.wire.parts import TOLL_FIELDS, instant_json


class Table(NamedTuple):
    """A table's columns, in order, and what gives its rows."""

    columns: str
    rows: Callable[[Brief], Iterator[Row]]


def csv_files(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield each file's name and content. Mask the brief first."""
    for name, table in TABLES.items():
        yield f"{name}.csv", csv_text(table.columns.split(), table.rows(brief))


def _incidents(brief: Brief) -> Iterator[Row]:
    grades = grades_by_statement(brief.ledger.grades)
    for incident in brief.ledger.incidents:
        credibility = best_credibility(incident, grades)
        yield {
            "id": incident.id,
            "type": incident.type,
            "status": incident.status.value,
            "polarity": incident.polarity.value,
            "standing": incident.standing.value,
            "credibility": credibility.value if credibility else None,
            "place": incident.place,
            **span_cells(incident.time),
            "actors": listed(incident.actors),
            "targets": listed(incident.targets),
            "origins_certain": sum(origin.certain for origin in incident.origins),
            "origins_all": len(incident.origins),
            "origins": listed(origin.name for origin in incident.origins),
            "contradicted": bool(incident.contradicts),
            "reports": listed(incident.reports),
            "events": listed(incident.events),
            "judgements": listed(incident.judgements),
            "notes": listed(incident.notes),
        }


def _sources(brief: Brief) -> Iterator[Row]:
    silent: dict[SourceId, list[str]] = defaultdict(list)
    for silence in brief.ledger.silences:
        silent[silence.source].append(silence.reason)
    for source in brief.ledger.sources:
        party = source.party
        yield {
            "id": source.id,
            "kind": source.kind.value,
            "name": source.name,
            "reliability": source.reliability.value,
            "reason": source.reason,
            "party_of": party.of if party else None,
            "party_role": party.role if party else None,
            "party_evidence": party.evidence if party else None,
            **_record_cells(source),
            "silent": listed(silent[source.id]),
        }


def _record_cells(source: Source) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for record in source.records:
        subject = record.subject.value
        cells[f"{subject}_confirmed"] = round(record.confirmed, 4)
        cells[f"{subject}_contradicted"] = round(record.contradicted, 4)
        cells[f"{subject}_reliability"] = record.reliability.value
    return cells


def _tolls(brief: Brief) -> Iterator[Row]:
    for incident in brief.ledger.incidents:
        for reported in incident.tolls:
            yield from _reported(incident, reported)
        for fused in incident.fused:
            yield {
                "incident": incident.id, "of": fused.of, "basis": "fused", "low": fused.low,
                "high": fused.high, "best": fused.best, "rule": fused.rule,
            }  # fmt: skip


def _reported(incident: Incident, reported: ReportedToll) -> Iterator[Row]:
    for of in TOLL_FIELDS:
        count = getattr(reported.toll, of)
        if count is not None:
            yield {
                "incident": incident.id, "of": of, "basis": "reported", "low": count.low,
                "high": count.high, "as_reported": count.as_reported, "by": reported.by,
                "statement": reported.statement, "report": reported.report,
                "replaced_earlier": reported.statement in incident.updates,
            }  # fmt: skip


def _links(brief: Brief) -> Iterator[Row]:
    for incident in brief.ledger.incidents:
        for link in incident.links:
            yield {
                "incident": incident.id, "kind": "same incident", "one": link.event,
                "other": link.other, "points": link.points, "reasons": listed(link.reasons),
            }  # fmt: skip
        for pair in incident.contradicts:
            yield {
                "incident": incident.id, "kind": f"contradiction of {pair.kind.value}",
                "one": pair.statement, "other": pair.against, "reasons": pair.reason,
            }  # fmt: skip


def _judgements(brief: Brief) -> Iterator[Row]:
    for given in brief.ledger.judgements:
        yield {
            "id": given.id,
            "at": instant_json(given.at),
            "by": given.by,
            "verdict": given.verdict.value,
            "subjects": listed(given.subjects),
            "apart_from": listed(given.apart_from),
            "field": given.field,
            "value": given.value,
            "reason": given.reason,
            "waits": given.id in brief.ledger.unapplied,
        }


TABLES = {
    "incidents": Table(
        "id type status polarity standing credibility place earliest latest precision actors "
        "targets origins_certain origins_all origins contradicted reports events judgements notes",
        _incidents,
    ),
    "statements": Table(
        "id report published outlet chain said_by stance narration within incidents credibility "
        "steps spans quote",
        statement_rows,
    ),
    "sources": Table(
        "id kind name reliability reason party_of party_role party_evidence "
        "casualties_confirmed casualties_contradicted casualties_reliability "
        "conduct_confirmed conduct_contradicted conduct_reliability "
        "intent_confirmed intent_contradicted intent_reliability silent",
        _sources,
    ),
    "tolls": Table(
        "incident of basis low high best as_reported by statement report replaced_earlier rule",
        _tolls,
    ),
    "links": Table("incident kind one other points reasons", _links),
    "reports": Table(
        "id given_id sha256 published outlet byline title url language unread prints_text_of "
        "withdrawn",
        report_rows,
    ),
    "events": Table(
        "id incident report statement type plover cameo acled ucdp status polarity actors targets "
        "place country lon lat uncertainty_km geonames_id earliest latest precision trigger score",
        event_rows,
    ),
    "judgements": Table(
        "id at by verdict subjects apart_from field value reason waits", _judgements
    ),
}

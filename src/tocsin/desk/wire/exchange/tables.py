"""A brief as tables: incidents, statements, sources, tolls, links, and what they point to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tocsin.core.ids import EventId, IncidentId, SourceId
from tocsin.core.types import Brief, Incident, Reading, ReportedToll, Source
from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
from tocsin.desk.wire.exchange.cells import Cell, Row, csv_text, listed, span_cells
from tocsin.desk.wire.exchange.claims import claims_of
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


def _reports(brief: Brief) -> Iterator[Row]:
    withdrawn = set(brief.ledger.retractions)
    earliest = {one: copy.earliest for copy in brief.ledger.copies for one in copy.reports}
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        report = reading.report
        copied = earliest.get(report.id)
        yield {
            "id": report.id,
            "given_id": report.given_id,
            "sha256": report.sha256,
            "published": report.published.isoformat() if report.published else None,
            "outlet": report.outlet,
            "byline": report.byline,
            "title": report.title,
            "url": report.url,
            "language": report.language,
            "unread": reading.unread,
            "prints_text_of": copied if copied != report.id else None,
            "withdrawn": report.id in withdrawn,
        }


def _statements(brief: Brief) -> Iterator[Row]:
    for claim in claims_of(brief):
        said, report = claim.statement, claim.reading.report
        spans = said.content_spans
        yield {
            "id": said.id,
            "report": report.id,
            "published": report.published.isoformat() if report.published else None,
            "outlet": report.outlet,
            "chain": " → ".join(said.chain),
            "said_by": said.speaker or None,
            "stance": said.stance.value,
            "narration": said.narration,
            "within": said.within,
            "incidents": listed(f"{id_} {part.value}" for id_, part in claim.parts.items()),
            "credibility": claim.grade.credibility.value if claim.grade else None,
            "steps": listed(claim.grade.steps) if claim.grade else None,
            "spans": listed(f"{span.start}-{span.end}" for span in spans),
            "quote": claim.quote,
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


def _events(brief: Brief) -> Iterator[Row]:
    incidents = {event: one.id for one in brief.ledger.incidents for event in one.events}
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        yield from _events_of(reading, incidents)


def _events_of(reading: Reading, incidents: Mapping[EventId, IncidentId]) -> Iterator[Row]:
    for event in reading.events:
        mention = None if event.place is None else reading.places[event.place]
        place = mention.place if mention else None
        yield {
            "id": event.id,
            "incident": incidents.get(event.id),
            "report": reading.report.id,
            "statement": event.statement,
            "type": event.type,
            "plover": event.codes.plover,
            "cameo": event.codes.cameo,
            "acled": event.codes.acled,
            "ucdp": event.codes.ucdp,
            "status": event.status.value,
            "polarity": event.polarity.value,
            "actors": listed(one.canonical or one.text for one in event.actors),
            "targets": listed(one.canonical or one.text for one in event.targets),
            "place": mention.name if mention else None,
            "country": place.country if place else None,
            "lon": place.lon if place else None,
            "lat": place.lat if place else None,
            "uncertainty_km": mention.uncertainty_km if mention else None,
            "geonames_id": place.geonames_id if place else None,
            **span_cells(event.time),
            "trigger": f"{event.trigger.start}-{event.trigger.end}",
            "score": round(event.score, 4),
        }


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
        _statements,
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
        _reports,
    ),
    "events": Table(
        "id incident report statement type plover cameo acled ucdp status polarity actors targets "
        "place country lon lat uncertainty_km geonames_id earliest latest precision trigger score",
        _events,
    ),
    "judgements": Table(
        "id at by verdict subjects apart_from field value reason waits", _judgements
    ),
}

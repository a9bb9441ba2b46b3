"""Rows of what was read: reports, statements, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tocsin.core.ids import EventId, IncidentId
from tocsin.core.types import Brief, Reading
from tocsin.desk.wire.exchange.cells import Row, listed, span_cells
from tocsin.desk.wire.exchange.claims import claims_of


def report_rows(brief: Brief) -> Iterator[Row]:
    """Yield a row for each report with what it says of itself."""
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


def statement_rows(brief: Brief) -> Iterator[Row]:
    """Yield a row for each statement with its grade and its part in incidents."""
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


def event_rows(brief: Brief) -> Iterator[Row]:
    """Yield a row for each event of each report."""
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

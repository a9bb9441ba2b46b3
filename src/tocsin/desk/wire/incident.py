"""Incidents and copies as JSON."""

from __future__ import annotations

from tocsin.core.types import (
    Contradiction,
    Credibility,
    FusedCount,
    Incident,
    Ledger,
    Link,
    Notice,
    Origin,
    ReportedToll,
)
from tocsin.desk.wire.line import SCHEMA, Json
from tocsin.desk.wire.parts import time_json, toll_json
from tocsin.desk.wire.references import PublicIds


def incident_json(incident: Incident, ids: PublicIds) -> Json:
    """Return the incident with its origins, and the statements for and against it."""
    return {
        "id": incident.id,
        "type": incident.type,
        "status": incident.status.value,
        "polarity": incident.polarity.value,
        "place": incident.place,
        "time": time_json(incident.time) if incident.time else None,
        "events": list(incident.events),
        "reports": ids.all_of(incident.reports),
        "actors": list(incident.actors),
        "targets": list(incident.targets),
        "origins": [origin_json(origin, ids) for origin in incident.origins],
        "supports": list(incident.supports),
        "contradicts": [_contradiction_json(pair) for pair in incident.contradicts],
        "tolls": [reported_toll_json(toll, ids) for toll in incident.tolls],
        "updates": list(incident.updates),
        "retracted": list(incident.retracted),
        "fused": [_fused_json(fused) for fused in incident.fused],
        "links": [_link_json(link) for link in incident.links],
        "standing": incident.standing.value,
        "judgements": list(incident.judgements),
        "notes": list(incident.notes),
    }


def listed_incident_json(
    incident: Incident, credibility: Credibility | None, ids: PublicIds
) -> Json:
    """Return the line of an incident in a list: the incident, counted and graded."""
    return {
        "schema": SCHEMA,
        **incident_json(incident, ids),
        "origins_certain": sum(origin.certain for origin in incident.origins),
        "origins_all": len(incident.origins),
        "contradicted": bool(incident.contradicts),
        "credibility": credibility.value if credibility else None,
    }


def copies_json(ledger: Ledger, ids: PublicIds) -> list[Json]:
    """Return the sets of reports that print one text."""
    return [
        {
            "reports": ids.all_of(copy.reports),
            "earliest": ids.of_report(copy.earliest),
            "similarity": round(copy.similarity, 4),
        }
        for copy in ledger.copies
    ]


def notice_json(notice: Notice, ids: PublicIds) -> Json:
    """Return who took back or corrected which report."""
    return {
        "kind": notice.kind.value,
        "by": ids.of_report(notice.by),
        "of": ids.of_report(notice.of) if notice.of else None,
    }


def origin_json(origin: Origin, ids: PublicIds) -> Json:
    """Return the origin with its reports and statements."""
    return {
        "id": origin.id,
        "name": origin.name,
        "reports": ids.all_of(origin.reports),
        "sources": list(origin.sources),
        "statements": list(origin.statements),
        "earliest": ids.of_report(origin.earliest),
        "certain": origin.certain,
        "party": origin.party,
        "reason": origin.reason,
    }


def _fused_json(fused: FusedCount) -> Json:
    return {
        "of": fused.of,
        "low": fused.low,
        "high": fused.high,
        "best": fused.best,
        "rule": fused.rule,
    }


def _link_json(link: Link) -> Json:
    return {
        "event": link.event,
        "other": link.other,
        "points": link.points,
        "reasons": list(link.reasons),
    }


def _contradiction_json(pair: Contradiction) -> Json:
    return {
        "kind": pair.kind.value,
        "statement": pair.statement,
        "against": pair.against,
        "reason": pair.reason,
    }


def reported_toll_json(reported: ReportedToll, ids: PublicIds) -> Json:
    """Return the counts as one statement gives them."""
    return {
        "statement": reported.statement,
        "report": ids.of_report(reported.report),
        "by": reported.by,
        **toll_json(reported.toll),
    }

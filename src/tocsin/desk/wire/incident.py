"""Incidents and copies as JSON."""

from __future__ import annotations

from tocsin.core.types import Contradiction, Incident, Ledger, Origin, ReportedToll
from tocsin.desk.wire.line import Json
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
        "origins": [_origin_json(origin, ids) for origin in incident.origins],
        "supports": list(incident.supports),
        "contradicts": [_contradiction_json(pair) for pair in incident.contradicts],
        "tolls": [_reported_toll_json(toll, ids) for toll in incident.tolls],
        "updates": list(incident.updates),
        "retracted": list(incident.retracted),
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


def _origin_json(origin: Origin, ids: PublicIds) -> Json:
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


def _contradiction_json(pair: Contradiction) -> Json:
    return {
        "kind": pair.kind.value,
        "statement": pair.statement,
        "against": pair.against,
        "reason": pair.reason,
    }


def _reported_toll_json(reported: ReportedToll, ids: PublicIds) -> Json:
    return {
        "statement": reported.statement,
        "report": ids.of_report(reported.report),
        "by": reported.by,
        **toll_json(reported.toll),
    }

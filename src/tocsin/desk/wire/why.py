"""Why an incident or a statement stands as it does, as its JSON object."""

from __future__ import annotations

from tocsin.desk.jobs.why import IncidentWhy, OriginWhy, Said, StatementWhy
from tocsin.desk.wire.incident import listed_incident_json, origin_json
from tocsin.desk.wire.judgement import judgement_json
from tocsin.desk.wire.line import SCHEMA, Json, known
from tocsin.desk.wire.lineage import lineage_json
from tocsin.desk.wire.references import PublicIds
from tocsin.desk.wire.source import source_json
from tocsin.desk.wire.statement import grade_json, statement_row


def why_json(why: IncidentWhy | StatementWhy, ids: PublicIds) -> Json:
    """Return what `tocsin why` shows, whole. Mask it first."""
    if isinstance(why, StatementWhy):
        return {
            "schema": SCHEMA,
            "statement": why.said.statement.id,
            "incidents": [incident.id for incident in why.incidents],
            "lineage": lineage_json(why.lineage, ids),
            "judgements": [judgement_json(judgement) for judgement in why.judgements],
            "statements": {why.said.statement.id: _said_json(why.said, ids)},
        }
    return {
        "schema": SCHEMA,
        "incident": listed_incident_json(why.incident, why.credibility, ids),
        "origins": [_origin_why_json(origin, ids) for origin in why.origins],
        "judgements": [judgement_json(judgement) for judgement in why.judgements],
        "statements": {said.statement.id: _said_json(said, ids) for said in why.said},
    }


def _origin_why_json(why: OriginWhy, ids: PublicIds) -> Json:
    return {
        **origin_json(why.origin, ids),
        "affirms": list(why.affirms),
        "denies": list(why.denies),
        "copies": ids.all_of(why.copies),
        "cards": [source_json(source) for source in why.sources],
        "lineage": lineage_json(why.lineage, ids),
    }


def _said_json(said: Said, ids: PublicIds) -> Json:
    return {
        **statement_row(said.statement, ids.of_report(said.report), said.quote),
        "outlet": said.outlet,
        "published": said.published.isoformat() if said.published else None,
        **known(grade=grade_json(said.graded), notice=said.notice.value if said.notice else None),
    }

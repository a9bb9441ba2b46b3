"""What a report, statement or source carried, as its JSON object."""

from __future__ import annotations

from tocsin.core.ids import ReportId
from tocsin.desk.wire.incident import reported_toll_json
from tocsin.desk.wire.line import SCHEMA, Json
from tocsin.desk.wire.references import PublicIds
from tocsin.weigh.lineage.affected import Affected


def affected_json(affected: Affected, ids: PublicIds) -> Json:
    """Return everything that used the subject."""
    return {
        "schema": SCHEMA,
        "subject": ids.of_report(ReportId(affected.subject)),
        "reports": ids.all_of(affected.reports),
        "copies": ids.all_of(affected.copies),
        "statements": list(affected.statements),
        "relying": list(affected.relying),
        "origins": list(affected.origins),
        "incidents": [
            {
                "id": change.incident,
                "certain_before": change.certain_before,
                "certain_after": change.certain_after,
                "unsupported": change.unsupported,
            }
            for change in affected.incidents
        ],
        "tolls": [reported_toll_json(toll, ids) for toll in affected.tolls],
        "situations": list(affected.situations),
    }

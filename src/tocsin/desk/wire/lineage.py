"""Origin graphs as JSON."""

from __future__ import annotations

from tocsin.core.types import Lineage, LineageNode
from tocsin.desk.wire.line import Json, known
from tocsin.desk.wire.references import PublicIds


def lineage_json(lineage: Lineage, ids: PublicIds) -> Json:
    """Return the nodes, the steps between them with their certainty, and the circles."""
    return {
        "statements": list(lineage.statements),
        "nodes": [_node_json(node, ids) for node in lineage.nodes],
        "edges": [
            {
                "kind": edge.kind.value,
                "upstream": edge.upstream,
                "downstream": edge.downstream,
                "certainty": edge.certainty.value,
                "reason": edge.reason,
            }
            for edge in lineage.edges
        ],
        "circles": [list(circle) for circle in lineage.circles],
        "notes": list(lineage.notes),
    }


def _node_json(node: LineageNode, ids: PublicIds) -> Json:
    report = ids.of_report(node.report) if node.report else None
    return {
        "id": node.id,
        "kind": node.kind.value,
        "name": node.name,
        **known(source=node.source, report=report),
    }

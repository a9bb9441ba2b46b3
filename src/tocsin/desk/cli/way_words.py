"""An origin graph as lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.ids import NodeId
from tocsin.core.types import Certainty, EdgeKind, Lineage, LineageEdge, LineageNode, NodeKind
from tocsin.desk.wire.references import PublicIds

LINES_SHOWN = 12  # steps of one origin; the JSON holds them all
PAGES_SHOWN = 6

SENTENCES = {
    EdgeKind.SAID_TO: "{up} said it to {down}",
    EdgeKind.CARRIED_BY: "{up} is carried by {down}",
    EdgeKind.CREDITED_TO: "{down} credits {up}",
    EdgeKind.QUOTED_FROM: "{down} quotes {up}",
    EdgeKind.COPIED_FROM: "{down} copies {up}",
    EdgeKind.WRITTEN_BY: "{down} is written by {up}",
}
ONWARD_ORDER = (
    EdgeKind.SAID_TO, EdgeKind.QUOTED_FROM, EdgeKind.CREDITED_TO, EdgeKind.WRITTEN_BY,
    EdgeKind.CARRIED_BY, EdgeKind.COPIED_FROM,
)  # fmt: skip


def way_words(lineage: Lineage, ids: PublicIds) -> Iterator[str]:
    """Yield a line for each step, then the pages that print it, circles and notes.

    That an outlet carries its own page goes without a line.
    """
    nodes = {node.id: node for node in lineage.nodes}
    printed_by = _printed_by(lineage, nodes)
    told = [edge for edge in lineage.edges if not _is_own_page(edge, nodes)]
    told.sort(key=lambda edge: ONWARD_ORDER.index(edge.kind))
    for edge in told[:LINES_SHOWN]:
        yield _sentence(edge, nodes, printed_by)
    if len(told) > LINES_SHOWN:
        yield f"and {len(told) - LINES_SHOWN} more steps (--json)"
    yield _pages(lineage, printed_by, ids)
    for circle in lineage.circles:
        yield "circle: " + ", ".join(nodes[node].name for node in circle)
    yield from lineage.notes


def _is_own_page(edge: LineageEdge, nodes: dict[NodeId, LineageNode]) -> bool:
    carried = edge.kind is EdgeKind.CARRIED_BY and edge.certainty is Certainty.KNOWN
    return carried and nodes[edge.downstream].kind is NodeKind.REPORT


def _printed_by(lineage: Lineage, nodes: dict[NodeId, LineageNode]) -> dict[NodeId, str]:
    """Return, for each page, the name of the outlet that carries it."""
    carried = [edge for edge in lineage.edges if edge.kind is EdgeKind.CARRIED_BY]
    return {edge.downstream: nodes[edge.upstream].name for edge in carried}


def _sentence(
    edge: LineageEdge, nodes: dict[NodeId, LineageNode], printed_by: dict[NodeId, str]
) -> str:
    up, down = (_name(nodes[end], printed_by) for end in (edge.upstream, edge.downstream))
    words = SENTENCES[edge.kind].format(up=up, down=down)
    if edge.certainty is Certainty.KNOWN:
        return words
    certainty = edge.certainty.value.replace("_", " ")
    told = edge.reason if certainty in edge.reason else f"{certainty}: {edge.reason}"
    return f"{words} ({told})"


def _name(node: LineageNode, printed_by: dict[NodeId, str]) -> str:
    if node.kind is not NodeKind.REPORT:
        return node.name
    outlet = printed_by.get(node.id)
    return f"the page of {outlet}" if outlet else f"the page “{node.name}”"


def _pages(lineage: Lineage, printed_by: dict[NodeId, str], ids: PublicIds) -> str:
    pages = [
        f"{printed_by.get(node.id, 'no outlet')} [{ids.of_report(node.report)}]"
        for node in lineage.nodes
        if node.report
    ]
    more = f" and {len(pages) - PAGES_SHOWN} more" if len(pages) > PAGES_SHOWN else ""
    return f"printed by {', '.join(pages[:PAGES_SHOWN])}{more}"

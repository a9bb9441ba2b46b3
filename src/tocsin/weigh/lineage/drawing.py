"""A lineage as it is drawn: each speaker, publisher and report once, each step once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tocsin.core.ids import NodeId, ReportId, StatementId, content_id
from tocsin.core.types import (
    Certainty,
    EdgeKind,
    Lineage,
    LineageEdge,
    LineageNode,
    NodeKind,
    Report,
    SourceKind,
    Statement,
)
from tocsin.weigh.lineage.rings import rings_of
from tocsin.weigh.lineage.trail import Trail
from tocsin.weigh.naming import folded, is_unnamed
from tocsin.weigh.origins.credits import is_agency_name
from tocsin.weigh.origins.sources import author_of

CIRCLE = "cites in a circle: cannot tell who was first"
PUBLISHERS = frozenset({NodeKind.AGENCY, NodeKind.OUTLET})
NODE_ORDER = tuple(NodeKind)


@dataclass(frozen=True, slots=True)
class Step:
    """How something goes on from a stop."""

    kind: EdgeKind
    certainty: Certainty = Certainty.KNOWN
    reason: str = ""

    def unsure(self, reason: str) -> Step:
        """Return the step as one that cannot be told; the first reason stands."""
        return self if self.reason else Step(self.kind, Certainty.CANNOT_TELL, reason)


@dataclass(kw_only=True)
class Drawing:
    """Nodes and edges so far. `drawn` are the texts whose prints are drawn."""

    trail: Trail
    nodes: dict[NodeId, LineageNode] = field(default_factory=dict)
    edges: dict[tuple[NodeId, NodeId, EdgeKind], LineageEdge] = field(default_factory=dict)
    drawn: set[ReportId] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)

    def speaker(self, name: str, statement: Statement) -> NodeId:
        """Return the node of a speaker; one without a name is the report's own."""
        first = self.trail.prints_of(statement.report)[0]
        key = f"{first} {folded(name)}" if is_unnamed(name) else folded(name)
        return self._node(NodeKind.SPEAKER, name, key, SourceKind.SPEAKER)

    def author(self, report: Report) -> NodeId:
        """Return the node of the report's author."""
        name = author_of(report.byline or "")
        return self._node(NodeKind.AUTHOR, name, folded(name), SourceKind.AUTHOR)

    def publisher(self, name: str) -> NodeId:
        """Return the node of an agency or outlet."""
        kind = NodeKind.AGENCY if is_agency_name(name) else NodeKind.OUTLET
        return self._node(kind, name, folded(name), SourceKind.OUTLET)

    def report(self, report: Report) -> NodeId:
        """Return the node of a report."""
        node = NodeId(content_id("nod", NodeKind.REPORT, report.id))
        name = report.title or report.outlet or report.public_id
        self.nodes.setdefault(
            node, LineageNode(id=node, kind=NodeKind.REPORT, name=name, report=report.id)
        )
        return node

    def edge(self, upstream: NodeId, downstream: NodeId, step: Step) -> None:
        """Add a step; of two that differ in certainty the surer one stands."""
        if upstream == downstream:
            return
        key = (upstream, downstream, step.kind)
        known = self.edges.get(key)
        if known is None or (known.certainty is not Certainty.KNOWN and step.reason == ""):
            self.edges[key] = LineageEdge(
                kind=step.kind, upstream=upstream, downstream=downstream,
                certainty=step.certainty, reason=step.reason,
            )  # fmt: skip

    def note(self, words: str) -> None:
        """Add what a reader of the graph has to know; once."""
        self.notes.setdefault(words)

    def finished(self, statements: Sequence[StatementId]) -> Lineage:
        """Return the lineage, in an order that does not depend on how it was drawn."""
        within = {node: number for number, ring in enumerate(self._rings) for node in ring}
        edges = (self._in_ring(edge, within) for edge in self.edges.values())
        nodes = sorted(self.nodes.values(), key=lambda n: (NODE_ORDER.index(n.kind), n.name, n.id))
        return Lineage(
            statements=tuple(statements),
            nodes=tuple(nodes),
            edges=tuple(sorted(edges, key=lambda e: (e.upstream, e.downstream, e.kind))),
            circles=tuple(tuple(ring) for ring in self._rings),
            notes=(*self.notes, *([CIRCLE] if self._rings else [])),
        )

    @cached_property
    def _rings(self) -> list[list[NodeId]]:
        steps: dict[NodeId, list[NodeId]] = {}
        for edge in self.edges.values():
            ends = (self.nodes[edge.upstream].kind, self.nodes[edge.downstream].kind)
            if PUBLISHERS.issuperset(ends):
                steps.setdefault(edge.upstream, []).append(edge.downstream)
        return sorted(sorted(ring) for ring in rings_of(steps))

    def _in_ring(self, edge: LineageEdge, within: dict[NodeId, int]) -> LineageEdge:
        ring = within.get(edge.upstream)
        if ring is None or ring != within.get(edge.downstream):
            return edge
        return replace(edge, certainty=Certainty.CANNOT_TELL, reason=CIRCLE)

    def _node(self, kind: NodeKind, name: str, key: str, card: SourceKind) -> NodeId:
        node = NodeId(content_id("nod", card, key))
        if node not in self.nodes:
            self.nodes[node] = LineageNode(
                id=node, kind=kind, name=name, source=self.trail.card(card, name)
            )
        return node

"""Lineage: the way that a statement took, from who first said it to each page that prints it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import NodeId, ReportId, SourceId, StatementId


class NodeKind(StrEnum):
    """What stands on the way of a statement."""

    SPEAKER = "speaker"
    AUTHOR = "author"
    AGENCY = "agency"
    OUTLET = "outlet"
    REPORT = "report"


class EdgeKind(StrEnum):
    """How a statement went on: `said_to` and `carried_by` are read from the upstream end.

    The others are read from the downstream end: a report is a copy of, is credited to, quotes
    or was written by what stands upstream.
    """

    SAID_TO = "said_to"
    CARRIED_BY = "carried_by"
    CREDITED_TO = "credited_to"
    QUOTED_FROM = "quoted_from"
    COPIED_FROM = "copied_from"
    WRITTEN_BY = "written_by"


class Certainty(StrEnum):
    """Whether a page states the step, or it is inferred, or it cannot be told."""

    KNOWN = "known"
    PROPOSED = "proposed"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageNode:
    """A speaker, author, agency, outlet or report. `name` may be a private person's.

    `source` is its card, `report` the report that a report's node stands for.
    """

    id: NodeId
    kind: NodeKind
    name: str
    source: SourceId | None = None
    report: ReportId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageEdge:
    """One step: `upstream` lies nearer to who first said it. `reason` is set where it is unsure."""

    kind: EdgeKind
    upstream: NodeId
    downstream: NodeId
    certainty: Certainty
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The origin graph of the statements.

    `circles` are outlets that cite one another in a ring: who was first cannot be told.
    """

    statements: tuple[StatementId, ...]
    nodes: tuple[LineageNode, ...] = ()
    edges: tuple[LineageEdge, ...] = ()
    circles: tuple[tuple[NodeId, ...], ...] = ()
    notes: tuple[str, ...] = ()

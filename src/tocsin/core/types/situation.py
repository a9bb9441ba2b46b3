"""Situation: a group at risk, a place, the actors it is threatened by, and the assessment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import EventId, IncidentId, ReportId, SituationId, StatementId
from tocsin.core.types.deadline import Deadline
from tocsin.core.types.group import GroupAtRisk
from tocsin.core.types.request import Request
from tocsin.core.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact stands: a statement, its report and the span that carries it."""

    statement: StatementId
    report: ReportId
    span: Span
    quote: str
    event: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LitIndicator:
    """A sign of the UN Framework with the evidence that lit it.

    `denied` evidence contradicts it and is kept in view.
    """

    id: str
    label: str
    factor: int
    factor_title: str
    evidence: tuple[Evidence, ...]
    denied: tuple[Evidence, ...] = ()

    @property
    def statements(self) -> tuple[StatementId, ...]:
        """Return the statements that lit the indicator, each once, in order."""
        return tuple(dict.fromkeys(evidence.statement for evidence in self.evidence))


class Level(StrEnum):
    """How grave and how near, if true."""

    NONE = "none"
    WATCH = "watch"
    WARNING = "warning"
    EMERGENCY = "emergency"


class Confidence(StrEnum):
    """How well supported."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of an assessment with the statements it rests on and the rule that gave it."""

    text: str
    rule: str
    statements: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Level and confidence, kept apart, with reasons, gaps and what would change them."""

    level: Level
    confidence: Confidence
    why: tuple[Reason, ...]
    gaps: tuple[Reason, ...]
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A group at risk, where, from whom, on what signs, and how it is assessed."""

    id: SituationId
    title: str
    group: GroupAtRisk | None
    place: str | None
    country: str | None
    threatened_by: tuple[str, ...]
    reports: tuple[ReportId, ...]
    incidents: tuple[IncidentId, ...]
    indicators: tuple[LitIndicator, ...]
    assessment: Assessment
    deadlines: tuple[Deadline, ...] = ()
    requests: tuple[Request, ...] = ()

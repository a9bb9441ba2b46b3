"""Ledger: statements of many reports weighed together, by incident and independent origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import EventId, IncidentId, OriginId, ReportId, SourceId, StatementId
from tocsin.core.time import TimeSpan
from tocsin.core.types.event import Polarity, Status
from tocsin.core.types.source import Source
from tocsin.core.types.toll import Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is left of an incident's sources after copies are folded into what they copied.

    `earliest` is proposed as the first of the copies, never asserted. `certain` is False where
    independence cannot be told; such an origin does not count towards corroboration.
    `party` is True where every source behind it takes part in the dispute.
    """

    id: OriginId
    name: str
    reports: tuple[ReportId, ...]
    sources: tuple[SourceId, ...]
    statements: tuple[StatementId, ...]
    earliest: ReportId
    certain: bool
    party: bool
    reason: str


class ContradictionKind(StrEnum):
    """How two statements disagree."""

    DENIAL = "denial"
    TOLL = "toll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both hold, side by side; the machine does not settle them."""

    kind: ContradictionKind
    statement: StatementId
    against: StatementId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedToll:
    """A toll as one statement gives it."""

    statement: StatementId
    report: ReportId
    by: str
    toll: Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The statements of one or several reports about one event.

    `supports` affirm it; those in `contradicts` deny it or give an incompatible toll.
    `updates` are later counts that replace earlier ones of the same source. `retracted` holds
    statements whose report was withdrawn by its publisher.
    """

    id: IncidentId
    type: str
    status: Status
    polarity: Polarity
    place: str | None
    time: TimeSpan | None
    events: tuple[EventId, ...]
    reports: tuple[ReportId, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    origins: tuple[Origin, ...]
    supports: tuple[StatementId, ...]
    contradicts: tuple[Contradiction, ...]
    tolls: tuple[ReportedToll, ...] = ()
    updates: tuple[StatementId, ...] = ()
    retracted: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports that print one text; `similarity` is the lowest Jaccard index that joined them."""

    reports: tuple[ReportId, ...]
    earliest: ReportId
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All incidents, copy groups and sources of a set of readings."""

    incidents: tuple[Incident, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    sources: tuple[Source, ...] = ()
    retractions: tuple[ReportId, ...] = ()

"""Ledger: statements of many reports weighed together, by incident and independent origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tocsin.core.ids import (
    EventId,
    IncidentId,
    JudgementId,
    OriginId,
    ReportId,
    SourceId,
    StatementId,
)
from tocsin.core.time import TimeSpan
from tocsin.core.types.event import Polarity, Status
from tocsin.core.types.judgement import Judgement
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
    ACTOR = "actor"
    TIME = "time"
    PLACE = "place"
    STATUS = "status"


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


class Credibility(StrEnum):
    """How likely a statement is true by what else is known; 6 is unknown, not worst.

    Source: NATO AJP-2.1.
    """

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A statement's credibility and the steps that led to it, in words, in order."""

    statement: StatementId
    credibility: Credibility
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FusedCount:
    """An estimate beside the reported counts, never instead of them.

    `of` is the kind of toll ("killed"); `low`–`high` span what no origin excludes, `best` is the
    estimate, None where nothing speaks for one number; `rule` says in words how it came about.
    """

    of: str
    low: int | None
    high: int | None
    best: int | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two events were taken for one incident, strongest reason first."""

    event: EventId
    other: EventId
    points: int
    reasons: tuple[str, ...]


class Standing(StrEnum):
    """What an analyst has said of an incident as a whole."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The statements of one or several reports about one event.

    `supports` affirm it; those in `contradicts` deny it or give an incompatible toll.
    `updates` are later counts that replace earlier ones of the same source. `retracted` holds
    statements whose report was withdrawn by its publisher. `notes` say what looks wrong with its
    reports (dated in the future, a count beyond belief) or was left out to bound the work.
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
    links: tuple[Link, ...] = ()
    fused: tuple[FusedCount, ...] = ()
    standing: Standing = Standing.OPEN
    judgements: tuple[JudgementId, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports that print one text; `similarity` is the lowest Jaccard index that joined them."""

    reports: tuple[ReportId, ...]
    earliest: ReportId
    similarity: float


class NoticeKind(StrEnum):
    """What a publisher says of an earlier report of its own."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A report that takes back or corrects another; `of` is None where it is not clear which."""

    kind: NoticeKind
    by: ReportId
    of: ReportId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A source that usually reports and stopped.

    `place` is "" where the source fell silent altogether, which may be a feed that is down and
    is never "nothing happened". `usual_days` is its usual gap, `chance` how likely a gap as long
    as this one is by chance.
    """

    source: SourceId
    place: str
    last: date
    silent_days: int
    usual_days: float
    reports: int
    chance: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All incidents, copy groups and sources of a set of readings.

    `judgements` are all that were given, undone ones too; `unapplied` are those in force whose
    subject no reading holds (any more): they wait.
    """

    incidents: tuple[Incident, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    sources: tuple[Source, ...] = ()
    retractions: tuple[ReportId, ...] = ()
    notices: tuple[Notice, ...] = ()
    grades: tuple[Graded, ...] = ()
    silences: tuple[Silence, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    unapplied: tuple[JudgementId, ...] = ()

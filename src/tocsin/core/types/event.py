"""Event: something said to have been done, planned, threatened or denied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import EventId, ReportId, StatementId, content_id
from tocsin.core.time import TimeSpan
from tocsin.core.types.mention import NameKind
from tocsin.core.types.span import Span
from tocsin.core.types.toll import NO_TOLL, Toll


class Status(StrEnum):
    """How real the event is said to be."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    THREATENED = "threatened"
    ORDERED = "ordered"
    REQUESTED = "requested"
    FEARED = "feared"
    CALLED_FOR = "called_for"
    HYPOTHETICAL = "hypothetical"


class Polarity(StrEnum):
    """Whether the event is affirmed or denied."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An attributed actor or a target: what the report says, not a finding of guilt."""

    span: Span
    text: str
    kind: NameKind
    canonical: str
    country: str | None = None
    sector: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The weapon or means."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """An event's codes in the field's schemes; `ucdp` is the type of violence 1–3 or None."""

    plover: str
    cameo: str
    acled: str
    ucdp: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event in one report.

    `type` is a name of the ontology. `sentence` and `place` index the reading's sentences and
    places. `statement` is the statement that carries it: attributed, or the report's own voice.
    `score` is 0–1 and ranks the events of a report.
    """

    id: EventId
    type: str
    codes: Codes
    status: Status
    polarity: Polarity
    trigger: Span
    sentence: int
    statement: StatementId
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instrument: Instrument | None = None
    place: int | None = None
    time: TimeSpan | None = None
    toll: Toll = NO_TOLL
    score: float = 0.5


def event_id(report: ReportId, type_name: str, trigger: Span) -> EventId:
    """Return the id of an event: its report, its type and where its trigger stands."""
    return EventId(content_id("evt", report, type_name, trigger.start, trigger.end))

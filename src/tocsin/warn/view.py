"""What a brief shows, as plain lines: the one outline that every output format draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence and the numbers of the notes that source it."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A coming date; `days_ahead` counts from the day the brief looks from."""

    date: str
    days_ahead: int
    what: str
    kind: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """What is said to have happened or to be planned, with who says so and who disagrees.

    `withdrawn` are statements whose publisher took them back; they support nothing.
    """

    what: str
    status: str
    when: str
    where: str
    counts: tuple[Line, ...]
    said_by: tuple[Line, ...]
    denied_by: tuple[Line, ...]
    disputes: tuple[Line, ...]
    withdrawn: tuple[Line, ...]

    @property
    def labelled(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """Return what is told of the incident, by label, without what is not."""
        rows = (
            ("Counts", self.counts),
            ("Said by", self.said_by),
            ("Denied by", self.denied_by),
            ("Disputed", self.disputes),
            ("Withdrawn by", self.withdrawn),
        )
        return tuple((label, lines) for label, lines in rows if lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """A sign of the UN Framework: the notes that lit it, and words not quoted further up."""

    id: str
    label: str
    notes: tuple[int, ...]
    quote: str
    denied: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorView:
    """A factor of the UN Framework with its signs."""

    title: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """Who asks whom for what."""

    asked_by: str
    asked_of: tuple[str, ...]
    asks: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationView:
    """One situation, in the order an analyst reads it."""

    title: str
    level: str
    confidence: str
    facts: tuple[tuple[str, str], ...]
    why: tuple[Line, ...]
    gaps: tuple[Line, ...]
    would_change: tuple[str, ...]
    dates: tuple[DateView, ...]
    incidents: tuple[IncidentView, ...]
    more_incidents: int
    others: tuple[Line, ...]
    factors: tuple[FactorView, ...]
    requests: tuple[RequestView, ...]
    draft: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source card."""

    name: str
    kind: str
    grade: str
    reason: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report of the brief; `state` says whether it was read, folded, withdrawn or silent."""

    title: str
    outlet: str
    published: str
    language: str
    direction: str
    state: str
    capture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A numbered note: the words themselves, who says them through whom, and where they stand."""

    number: int
    quote: str
    voices: str
    report: str
    place: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """A whole brief.

    `shared_reason` is the reason of every source's grade where they have one in common, else "".
    """

    as_of: str
    summary: str
    situations: tuple[SituationView, ...]
    sources: tuple[SourceView, ...]
    more_sources: int
    shared_reason: str
    reports: tuple[ReportView, ...]
    notes: tuple[NoteView, ...]
    rejected: tuple[Line, ...]

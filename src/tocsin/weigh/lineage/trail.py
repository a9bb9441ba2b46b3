"""Trail: where each statement of a ledger can be followed to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tocsin.core.errors import NotWeighed
from tocsin.core.ids import IncidentId, ReportId, SourceId, StatementId
from tocsin.core.types import (
    CopyGroup,
    Incident,
    Ledger,
    Reading,
    Report,
    SourceKind,
    Span,
    Statement,
)
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.credits import agency_of, credited_outlet, is_outlet_name

BESIDE_CUE = 200  # characters: "told Halvik Radio" stands in the clause of its cue
LONGEST_NARRATION = 2000  # characters looked through for a credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What one publisher's own reports say of an incident.

    `first` is the earliest day on which one of them may have been out; `first_alone` that of the
    earliest one which leans on no other publisher, None where none does or bears a day.
    """

    incident: IncidentId
    publisher: str
    statements: tuple[StatementId, ...]
    first: date
    first_alone: date | None


@dataclass(frozen=True, kw_only=True)
class Trail:
    """The readings and the ledger over them, looked up by statement and report."""

    readings: Mapping[ReportId, Reading]
    ledger: Ledger
    _publishers: dict[ReportId, frozenset[str]] = field(default_factory=dict)
    _leant_on: dict[StatementId, frozenset[str]] = field(default_factory=dict)
    _printed: dict[IncidentId, dict[str, Printed]] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Iterable[Reading], ledger: Ledger) -> Trail:
        """Return the trail through the readings that were weighed to the ledger."""
        return cls(readings={reading.report.id: reading for reading in readings}, ledger=ledger)

    def statement(self, statement: StatementId) -> Statement:
        """Return the statement. Raises: NotWeighed."""
        found = self._statements.get(statement)
        if found is None:
            raise NotWeighed(statement)
        return found

    def prints_of(self, report: ReportId) -> tuple[ReportId, ...]:
        """Return the reports that print the report's text, the earliest first."""
        group = self._copies.get(report)
        return group.reports if group else (report,)

    def incidents_of(self, statement: StatementId) -> Sequence[Incident]:
        """Return the incidents that the statement is for or against."""
        return self._incidents.get(statement, ())

    def doubt_of(self, statement: StatementId) -> str:
        """Return why it cannot be told who is behind the statement, "" where it can."""
        return self._doubts.get(statement, "")

    def card(self, kind: SourceKind, name: str) -> SourceId | None:
        """Return the card of a source."""
        return self._cards.get((kind, folded(name)))

    def is_publisher(self, name: str) -> bool:
        """Return whether the name is an outlet's or agency's."""
        return is_outlet_name(name) or (SourceKind.OUTLET, folded(name)) in self._cards

    def publishers_of(self, report: Report) -> frozenset[str]:
        """Return the folded names of the outlet and agency that the report came out under."""
        if report.id not in self._publishers:
            names = (report.outlet, agency_of(report))
            self._publishers[report.id] = frozenset(folded(name) for name in names if name)
        return self._publishers[report.id]

    def speakers_of(self, statement: Statement) -> list[str]:
        """Return who said it to whom, the innermost first; nobody for the report's own voice."""
        inner = speaker_of(statement, self.readings[statement.report])
        return [inner, *reversed(statement.chain[1:-1])] if inner else []

    def credit_of(self, statement: Statement) -> str | None:
        """Return the outlet that the statement's own clause leans on, if another's."""
        reading = self.readings[statement.report]
        credit = credited_outlet(reading, _clause_of(statement, reading))
        named = credit and folded(credit) not in self.publishers_of(reading.report)
        return credit if named else None

    def published(self, statement: StatementId) -> date | None:
        """Return the day on which the statement's report came out."""
        return self.readings[self.statement(statement).report].report.published

    def printed_beside(self, statement: Statement, publisher: str) -> list[Printed]:
        """Return what the publisher's own reports say of each incident of the statement."""
        printed = (self._printed_in(incident) for incident in self.incidents_of(statement.id))
        name = folded(publisher)
        return [by_name[name] for by_name in printed if name in by_name]

    def leans_on(self, statement: StatementId) -> frozenset[str]:
        """Return the folded names of the other publishers that the statement quotes or credits."""
        if statement not in self._leant_on:
            one = self.statement(statement)
            named = [self.credit_of(one), *filter(self.is_publisher, self.speakers_of(one))]
            own = self.publishers_of(self.readings[one.report].report)
            self._leant_on[statement] = frozenset(folded(n) for n in named if n) - own
        return self._leant_on[statement]

    def _printed_in(self, incident: Incident) -> dict[str, Printed]:
        if incident.id not in self._printed:
            by_name: dict[str, list[StatementId]] = {}
            for one in (one for origin in incident.origins for one in origin.statements):
                report = self.readings[self.statement(one).report].report
                for name in self.publishers_of(report):
                    by_name.setdefault(name, []).append(one)
            self._printed[incident.id] = {
                name: self._as_printed(incident.id, name, told) for name, told in by_name.items()
            }
        return self._printed[incident.id]

    def _as_printed(self, incident: IncidentId, name: str, told: list[StatementId]) -> Printed:
        alone = [self.published(one) for one in told if not self.leans_on(one)]
        return Printed(
            incident=incident,
            publisher=name,
            statements=tuple(dict.fromkeys(told)),
            first=min((self.published(one) or date.min for one in told), default=date.min),
            first_alone=min(filter(None, alone), default=None),
        )

    @cached_property
    def _statements(self) -> dict[StatementId, Statement]:
        return {s.id: s for reading in self.readings.values() for s in reading.all_statements}

    @cached_property
    def _copies(self) -> dict[ReportId, CopyGroup]:
        return {report: group for group in self.ledger.copies for report in group.reports}

    @cached_property
    def _incidents(self) -> dict[StatementId, list[Incident]]:
        found: dict[StatementId, list[Incident]] = {}
        for incident in self.ledger.incidents:
            for origin in incident.origins:
                for statement in origin.statements:
                    found.setdefault(statement, []).append(incident)
        return found

    @cached_property
    def _doubts(self) -> dict[StatementId, str]:
        origins = (origin for incident in self.ledger.incidents for origin in incident.origins)
        return {s: one.reason for one in origins if not one.certain for s in one.statements}

    @cached_property
    def _cards(self) -> dict[tuple[SourceKind, str], SourceId]:
        cards: dict[tuple[SourceKind, str], SourceId] = {}
        for source in self.ledger.sources:
            cards.setdefault((source.kind, folded(source.name)), source.id)
        return cards


def _clause_of(statement: Statement, reading: Reading) -> str:
    """Return the words of the sentence about the cue, or those that the report itself says."""
    marks = statement.cue_spans or statement.speaker_spans or statement.content_spans
    if not marks:
        return ""
    text = reading.report.text
    start, end = min(s.start for s in marks), max(s.end for s in marks)
    if statement.narration:
        return text[start : min(end, start + LONGEST_NARRATION)]
    sentence = _sentence_at(start, reading)
    end = min(end, start + BESIDE_CUE) + BESIDE_CUE
    return text[max(sentence.start, start - BESIDE_CUE) : min(max(sentence.end, start), end)]


def _sentence_at(position: int, reading: Reading) -> Span:
    index = bisect_right(reading.sentences, position, key=lambda sentence: sentence.start) - 1
    return reading.sentences[index] if index >= 0 else Span(0, len(reading.report.text))

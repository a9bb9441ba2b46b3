"""Statements of a brief with their reports, grades, and the incidents they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import StatementId
from tocsin.core.types import Brief, Event, Graded, Incident, Reading, Statement
from tocsin.desk.jobs.ledger import grades_by_statement
from tocsin.warn.redaction import quote_of


class Part(StrEnum):
    """What a statement does in an incident."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    RETRACTED = "retracted"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement as it was made, with its grade and its part in each incident."""

    statement: Statement
    reading: Reading
    grade: Graded | None
    parts: Mapping[str, Part]

    @property
    def quote(self) -> str:
        """The content in the report's words."""
        spans = self.statement.content_spans
        return " … ".join(quote_of(self.reading, span) for span in spans)


def claims_of(brief: Brief) -> Iterator[Claim]:
    """Yield every statement, by report and place in it; time is linear in the brief."""
    grades = grades_by_statement(brief.ledger.grades)
    parts: dict[StatementId, dict[str, Part]] = defaultdict(dict)
    for incident in brief.ledger.incidents:
        for statement, part in _parts_in(incident):
            parts[statement].setdefault(incident.id, part)
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        for made in reading.all_statements:
            yield Claim(
                statement=made,
                reading=reading,
                grade=grades.get(made.id),
                parts=parts.get(made.id, {}),
            )


def told_events(brief: Brief) -> dict[str, tuple[Event, Reading]]:
    """Return each event with the reading that tells of it, by its id."""
    return {event.id: (event, reading) for reading in brief.readings for event in reading.events}


def _parts_in(incident: Incident) -> Iterator[tuple[StatementId, Part]]:
    """Yield the statements of an incident, the part that says most first."""
    supports = set(incident.supports)
    for statement in incident.retracted:
        yield statement, Part.RETRACTED
    for pair in incident.contradicts:
        for statement in (pair.statement, pair.against):
            if statement not in supports:
                yield statement, Part.CONTRADICTS
    for statement in incident.supports:
        yield statement, Part.SUPPORTS
    for origin in incident.origins:
        for statement in origin.statements:
            yield statement, Part.MENTIONS

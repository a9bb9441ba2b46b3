"""What a brief refers to: public ids of its reports, and the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import Brief, Incident, Reading
from tocsin.desk.jobs.affected import statements_behind


@dataclass(frozen=True, slots=True)
class PublicIds:
    """The ids under which the reports of a brief are shown."""

    shown: dict[ReportId, str]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> PublicIds:
        """Return the public ids of the readings' reports."""
        return cls({reading.report.id: reading.report.public_id for reading in readings})

    def of_report(self, report: ReportId) -> str:
        """Return the report's public id."""
        return self.shown.get(report, report)

    def all_of(self, reports: Iterable[ReportId]) -> list[str]:
        """Return the reports' public ids, in order."""
        return [self.of_report(report) for report in reports]


def statements_used(brief: Brief) -> frozenset[StatementId]:
    """Return every statement that the brief names, those that hold another one included."""
    used = set(_named(brief))
    holders = {
        statement.id: statement.within
        for reading in brief.readings
        for statement in reading.all_statements
    }
    for statement in tuple(used):
        holder = holders.get(statement)
        while holder is not None and holder not in used:
            used.add(holder)
            holder = holders.get(holder)
    return frozenset(used)


def _named(brief: Brief) -> Iterator[StatementId]:
    for incident in brief.ledger.incidents:
        yield from _of_incident(incident)
    for situation in brief.situations:
        yield from statements_behind(situation)
    for warning in brief.warnings:
        for sentence in warning.sentences:
            yield from sentence.statements


def _of_incident(incident: Incident) -> Iterator[StatementId]:
    yield from incident.supports
    yield from incident.updates
    yield from incident.retracted
    for contradiction in incident.contradicts:
        yield contradiction.statement
        yield contradiction.against
    for origin in incident.origins:
        yield from origin.statements
    for toll in incident.tolls:
        yield toll.statement

"""Affected: what rests on a report, a statement or a source, should it fall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.core.ids import IncidentId, OriginId, ReportId, SituationId, StatementId
from tocsin.core.types import Incident, Ledger, Reading, ReportedToll, Source, SourceKind
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.lineage.trail import Trail
from tocsin.weigh.naming import folded, fuller_names, is_unnamed
from tocsin.weigh.origins.sources import author_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an incident would lose if all that used the subject fell.

    `certain_after` is at most so many independent origins: those with a statement left.
    `unsupported` is set where nothing would affirm it any more.
    """

    incident: IncidentId
    certain_before: int
    certain_after: int
    unsupported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """What used the subject.

    `statements` are its own and those of the prints that copy it; `relying` those of other
    reports that quote or credit its publisher on the same incident. `origins` would be gone,
    `tolls` are counts given by any of them.
    """

    subject: str
    reports: tuple[ReportId, ...]
    copies: tuple[ReportId, ...]
    statements: tuple[StatementId, ...]
    relying: tuple[StatementId, ...]
    origins: tuple[OriginId, ...]
    incidents: tuple[Change, ...]
    tolls: tuple[ReportedToll, ...]
    situations: tuple[SituationId, ...] = ()


def affected_by(subject: str, readings: Iterable[Reading], ledger: Ledger) -> Affected:
    """Return what used the report, statement or source of that id. Raises: NotWeighed."""
    trail = Trail.of(readings, ledger)
    reports, copies, statements, publishers = _own(subject, trail)
    used = frozenset(statements)
    touched = dict.fromkeys(
        incident.id for one in statements for incident in trail.incidents_of(one)
    )
    incidents = [incident for incident in ledger.incidents if incident.id in touched]
    relying = tuple(_relying(incidents, publishers, used, trail))
    concerned = used.union(relying)
    return Affected(
        subject=subject,
        reports=reports,
        copies=copies,
        statements=statements,
        relying=relying,
        origins=tuple(
            origin.id
            for incident in incidents
            for origin in incident.origins
            if concerned.issuperset(origin.statements)
        ),
        incidents=tuple(_change(incident, concerned) for incident in incidents),
        tolls=tuple(
            toll for incident in incidents for toll in incident.tolls if toll.statement in concerned
        ),
    )


Own = tuple[tuple[ReportId, ...], tuple[ReportId, ...], tuple[StatementId, ...], frozenset[str]]


def _own(subject: str, trail: Trail) -> Own:
    """Return the subject's reports, the prints that copy them, all statements, and publishers."""
    if subject in trail.readings:
        return _of_reports([ReportId(subject)], trail, earliest_only=False)
    card = next((one for one in trail.ledger.sources if one.id == subject), None)
    if card is None:
        return _of_statement(StatementId(subject), trail)
    if card.kind is SourceKind.SPEAKER:
        return _of_speaker(card, trail)
    return _of_reports(_reports_of(card, trail), trail, earliest_only=True)


def _of_reports(reports: Sequence[ReportId], trail: Trail, *, earliest_only: bool) -> Own:
    """Return the reports with every print of a withdrawn text, or of one that a source began."""
    prints = (trail.prints_of(report) for report in reports)
    begun = [found for found in prints if not earliest_only or found[0] in set(reports)]
    copies = dict.fromkeys(one for found in begun for one in found if one not in set(reports))
    held = (trail.readings[report] for report in (*reports, *copies))
    statements = tuple(one.id for reading in held for one in reading.all_statements)
    return tuple(reports), tuple(copies), statements, _publishers(reports, trail)


def _of_statement(subject: StatementId, trail: Trail) -> Own:
    """Return the statement's report, the prints, and the same words of the speaker in each."""
    statement = trail.statement(subject)
    wanted = _words(subject, trail)
    first, *others = dict.fromkeys((statement.report, *trail.prints_of(statement.report)))
    held = [one for report in (first, *others) for one in trail.readings[report].all_statements]
    same = [one.id for one in held if one.id == subject or _words(one.id, trail) == wanted]
    statements = tuple(dict.fromkeys((subject, *same)))
    return (first,), tuple(others), statements, _publishers([first], trail)


def _words(statement: StatementId, trail: Trail) -> tuple[str, ...]:
    one = trail.statement(statement)
    text = trail.readings[one.report].report.text
    quoted = (word for span in one.content_spans for word in words_of(span.within(text)))
    return (folded(one.speaker), *quoted)


def _of_speaker(card: Source, trail: Trail) -> Own:
    statements = [one for reading in trail.readings.values() for one in reading.statements]
    names = {one.id: next(iter(trail.speakers_of(one)), "") for one in statements}
    fuller = fuller_names(folded(name) for name in names.values() if name and not is_unnamed(name))
    meant = {
        one: fuller.get(folded(name), "") for one, name in names.items() if not is_unnamed(name)
    }
    own = tuple(one.id for one in statements if meant.get(one.id) == folded(card.name))
    return tuple(dict.fromkeys(trail.statement(one).report for one in own)), (), own, frozenset()


def _reports_of(card: Source, trail: Trail) -> list[ReportId]:
    name = folded(card.name)
    reports = [reading.report for reading in trail.readings.values()]
    if card.kind is SourceKind.OUTLET:
        return [report.id for report in reports if name in trail.publishers_of(report)]
    return [
        report.id
        for report in reports
        if report.byline and folded(author_of(report.byline)) == name
    ]


def _publishers(reports: Sequence[ReportId], trail: Trail) -> frozenset[str]:
    held = (trail.readings[one].report for one in reports)
    return frozenset(name for report in held for name in trail.publishers_of(report))


def _relying(
    incidents: Sequence[Incident],
    publishers: frozenset[str],
    used: frozenset[StatementId],
    trail: Trail,
) -> Iterable[StatementId]:
    """Return what others say of the incidents by leaning on a publisher of the subject."""
    told = (one for i in incidents for origin in i.origins for one in origin.statements)
    beside = dict.fromkeys(one for one in told if one not in used)
    return (one for one in beside if publishers & trail.leans_on(one))


def _change(incident: Incident, fallen: frozenset[StatementId]) -> Change:
    certain = [origin for origin in incident.origins if origin.certain]
    return Change(
        incident=incident.id,
        certain_before=len(certain),
        certain_after=sum(not fallen.issuperset(origin.statements) for origin in certain),
        unsupported=bool(incident.supports) and fallen.issuperset(incident.supports),
    )

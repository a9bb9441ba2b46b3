"""Odd notes: what looks wrong with the reports behind each incident, on the incident itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import Incident, Ledger, Reading, SourceKind
from tocsin.weigh.lineage.circles import Citation, circles_in, citations_by_statement
from tocsin.weigh.naming import folded
from tocsin.weigh.oddities.signs import date_oddities, latest_credible_day, toll_oddities
from tocsin.weigh.origins.namesakes import namesake_words, namesakes

MOST_NOTES = 20  # of one incident: past that a number says as much


def with_oddities(
    ledger: Ledger, readings: Sequence[Reading], *, as_of: date | None = None
) -> Ledger:
    """Return the ledger with notes on impossible dates and counts, namesakes and circles.

    `as_of` is the last day that a report can bear; without it, a report is odd that is dated long
    after all others. Nothing is dropped for a note.
    """
    latest = as_of or latest_credible_day(reading.report for reading in readings)
    doubles = namesakes(reading.report for reading in readings)
    names = {folded(reading.report.outlet): reading.report.outlet
             for reading in sorted(readings, key=lambda reading: reading.report.outlet or "")
             if reading.report.outlet}  # fmt: skip
    by_report = {r.report.id: _notes_of(r, latest, doubles, names) for r in readings}
    by_id = {reading.report.id: reading for reading in readings}
    citations = citations_by_statement(readings)
    return replace(
        ledger,
        incidents=tuple(
            _noted(one, by_report, by_id, names, citations) for one in ledger.incidents
        ),
        sources=tuple(
            replace(source, reason=f"{source.reason}; {namesake_words(source.name, doubles[key])}")
            if source.kind is SourceKind.OUTLET and (key := folded(source.name)) in doubles
            else source
            for source in ledger.sources
        ),
    )


def _notes_of(
    reading: Reading,
    latest: date | None,
    doubles: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
) -> tuple[str, ...]:
    """Return what is wrong with the report as a whole."""
    outlet = folded(reading.report.outlet or "")
    shared = [namesake_words(names[outlet], doubles[outlet])] if outlet in doubles else []
    return (*date_oddities(reading, latest=latest), *shared)


def _noted(
    incident: Incident,
    by_report: Mapping[ReportId, Sequence[str]],
    readings: Mapping[ReportId, Reading],
    names: Mapping[str, str],
    citations: Mapping[StatementId, Sequence[Citation]],
) -> Incident:
    """Return the incident with the notes on its reports, on its counts and on its circles."""
    held = [readings[report] for report in incident.reports if report in readings]
    own = frozenset(incident.events)
    counts = (
        note
        for reading in held
        for event in reading.events
        if event.id in own
        for note in toll_oddities(event, reading)
    )
    dates = (note for reading in held for note in by_report[reading.report.id])
    circles = (_circle_words(ring, names) for ring in circles_in(incident, citations))
    found = [note for note in _each_once(circles, counts, dates) if note not in incident.notes]
    if not found:
        return incident
    more = len(found) - MOST_NOTES
    rest = [f"{more} more notes of this kind are left out"] if more > 0 else []
    return replace(incident, notes=(*incident.notes, *found[:MOST_NOTES], *rest))


def _circle_words(ring: Sequence[str], names: Mapping[str, str]) -> str:
    listed = ", ".join(names.get(outlet, outlet) for outlet in ring)
    return f"{listed} cite one another in a circle: which of them reported it first cannot be told"


def _each_once(*groups: Iterable[str]) -> list[str]:
    seen: dict[str, None] = {}
    for group in groups:
        seen.update(dict.fromkeys(sorted(set(group))))
    return list(seen)

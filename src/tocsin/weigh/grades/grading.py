"""Grades: every source's reliability and every statement's credibility, with the steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tocsin.core.ids import SourceId, StatementId
from tocsin.core.types import Credibility, Graded, Incident, Ledger, Reading, Source
from tocsin.ontology.event_types import event_types
from tocsin.weigh.grades.authorship import Authorship, authorship_of
from tocsin.weigh.grades.checks import checks_in
from tocsin.weigh.grades.counts_told import CountsTold
from tocsin.weigh.grades.credibility import Grounds, credibility_of, worse
from tocsin.weigh.grades.grading_words import grade_words
from tocsin.weigh.grades.grounds import Bench
from tocsin.weigh.grades.patterns import Patterns
from tocsin.weigh.grades.reliability import TrackRecord, collect_checks, reliability_words
from tocsin.weigh.grades.stands import Stands, stands_of
from tocsin.weigh.oddities.signs import date_oddities, latest_credible_day

NO_SIDE = "it tells of the incident and neither affirms nor denies it"


def with_grades(
    ledger: Ledger, readings: Sequence[Reading], *, as_of: date | None = None
) -> Ledger:
    """Return the ledger with the sources' records and reliability and the statements' grades.

    Two passes: reliability from the incidents, then credibility by the reliability that the other
    incidents give. No pass feeds on its own outcome, and the order of nothing matters. `as_of` is
    the day from which records are looked at, by default that of the latest report that is no copy.
    """
    authorship = authorship_of(readings, ledger.copies, ledger.sources)
    day = as_of or _latest_own_day(ledger, readings)
    weighed = _weighed(ledger, authorship)
    latest = as_of or latest_credible_day(reading.report for reading in readings)
    checks = collect_checks(
        check for stands, counts in weighed for check in checks_in(stands, counts, authorship)
    )
    records = {source: TrackRecord(those, as_of=day) for source, those in checks.items()}
    patterns = Patterns(ledger.incidents)
    misdated = {r.report.id: tuple(date_oddities(r, latest=latest)) for r in readings}
    benches = (
        Bench(
            stands=stands,
            counts=counts,
            authorship=authorship,
            records=records,
            patterns=patterns,
            misdated=misdated,
        )
        for stands, counts in weighed
    )
    return replace(
        ledger,
        sources=tuple(_graded_source(source, records) for source in ledger.sources),
        grades=tuple(_grades(benches)),
    )


def _latest_own_day(ledger: Ledger, readings: Sequence[Reading]) -> date | None:
    """Return the day of the latest report that prints no earlier one: a copy ages no record."""
    copies = {report for group in ledger.copies for report in group.reports}
    copies -= {group.earliest for group in ledger.copies}
    return latest_credible_day(
        reading.report for reading in readings if reading.report.id not in copies
    )


def _weighed(ledger: Ledger, authorship: Authorship) -> list[tuple[Stands, CountsTold]]:
    readings = authorship.readings.values()
    statements = {s.id: s for reading in readings for s in reading.all_statements}
    events = {event.id: event for reading in readings for event in reading.events}
    found = (stands_of(i, authorship, statements, events) for i in ledger.incidents)
    return [(stands, CountsTold(stands)) for stands in found]


def _graded_source(source: Source, records: Mapping[SourceId, TrackRecord]) -> Source:
    record = records.get(source.id) or TrackRecord((), as_of=None)
    reliability, reason = reliability_words(record)
    return replace(source, reliability=reliability, reason=reason, records=record.records())


def _grades(benches: Iterable[Bench]) -> Iterator[Graded]:
    """Yield one grade for each statement of any incident, ordered by id."""
    parts: dict[StatementId, list[tuple[str, Grounds | None]]] = defaultdict(list)
    for bench in benches:
        name = _name_of(bench.stands.incident)
        for key in bench.stands.origin_of:
            if key in bench.stands.statements:
                parts[key].append((name, bench.grounds_of(key)))
    for key in sorted(parts):
        yield _graded(key, parts[key])


def _graded(key: StatementId, parts: Sequence[tuple[str, Grounds | None]]) -> Graded:
    """Return the grade of a statement: of several incidents that it tells of, the worst."""
    judged = [(name, grounds) for name, grounds in parts if grounds is not None]
    if not judged:
        steps = (NO_SIDE, grade_words(Credibility.UNKNOWN))
        return Graded(statement=key, credibility=Credibility.UNKNOWN, steps=steps)
    found = [(name, grounds, credibility_of(grounds)) for name, grounds in judged]
    worst = Credibility.UNKNOWN
    steps_by_part = []
    for name, grounds, grade in found:
        worst = worse(worst, grade)
        lead = f"on the {name} – " if len(found) > 1 else ""
        steps_by_part += [f"{lead}{step}" for step in (*grounds.steps, grade_words(grade))]
    if len(found) > 1:
        steps_by_part.append(f"taken together, by its weakest part: {worst.value}")
    return Graded(statement=key, credibility=worst, steps=tuple(steps_by_part))


def _name_of(incident: Incident) -> str:
    what = event_types()[incident.type].noun
    return f"{what} in {incident.place}" if incident.place else what

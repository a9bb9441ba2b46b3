"""Reliability: a source's grade A–F, from how its statements fared against independent origins.

docs/adr/0013-admiralty-grades.md states the formula and where the constants come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tocsin.core.ids import IncidentId, SourceId
from tocsin.core.types import Reliability, SourceRecord, Subject
from tocsin.weigh.grades.tallies import ENOUGH_CHECKS, Tally

HALF_LIFE_DAYS = 730.0  # staff and owners change: after two years a check counts half


@dataclass(frozen=True, slots=True)
class Check:
    """How one incident tells on one source: shares of it confirmed and contradicted."""

    incident: IncidentId
    subject: Subject
    confirmed: bool
    contradicted: bool
    day: date | None


class TrackRecord:
    """The checks of one source, one for each incident and subject, and what they come to."""

    def __init__(self, checks: Iterable[Check], *, as_of: date | None) -> None:
        self._parts: dict[tuple[IncidentId, Subject], Tally] = {}
        for check in checks:
            self._parts[check.incident, check.subject] = _weighed(check, as_of)
        self._totals: dict[Subject, Tally] = {
            subject: _sum(part for (_, about), part in self._ordered() if about is subject)
            for subject in Subject
        }

    def on(self, subject: Subject, *, leaving_out: IncidentId | None = None) -> Tally:
        """Return the tally on a subject; the incident under judgement does not count."""
        total = self._totals[subject]
        if leaving_out is None:
            return total
        return total.without(self._parts.get((leaving_out, subject), Tally()))

    def overall(self) -> Tally:
        """Return the tally over all subjects; an incident counts once."""
        by_incident: dict[IncidentId, list[Tally]] = defaultdict(list)
        for (incident, _), part in self._ordered():
            by_incident[incident].append(part)
        return _sum(_mean(parts) for parts in by_incident.values())

    def records(self) -> tuple[SourceRecord, ...]:
        """Return the record by subject, for the subjects on which there is any."""
        return tuple(
            SourceRecord(
                subject=subject,
                confirmed=round(tally.confirmed, 2),
                contradicted=round(tally.contradicted, 2),
                reliability=tally.reliability,
            )
            for subject, tally in self._totals.items()
            if tally.confirmed or tally.contradicted
        )

    def incidents(self) -> int:
        """Return on how many incidents the source could be checked."""
        return len({incident for incident, _ in self._parts})

    def _ordered(self) -> Iterator[tuple[tuple[IncidentId, Subject], Tally]]:
        """Yield the parts in one order on every machine: floats add up alike."""
        yield from sorted(self._parts.items())


def collect_checks(found: Iterable[tuple[SourceId, Check]]) -> Mapping[SourceId, list[Check]]:
    """Return the checks by source, those of one incident and subject as one."""
    merged: dict[tuple[SourceId, IncidentId, Subject], Check] = {}
    for source, check in found:
        key = (source, check.incident, check.subject)
        known = merged.get(key)
        merged[key] = _merged(known, check) if known else check
    by_source: dict[SourceId, list[Check]] = defaultdict(list)
    for (source, _, _), check in merged.items():
        by_source[source].append(check)
    return by_source


def reliability_words(record: TrackRecord) -> tuple[Reliability, str]:
    """Return the grade over all subjects and the reason for it."""
    tally = record.overall()
    grade = tally.reliability
    checked = record.incidents()
    if not checked:
        return grade, "cannot be judged: no independent origin confirms or contradicts it yet"
    counts = f"{tally.confirmed:.1f} confirmed and {tally.contradicted:.1f} contradicted by others"
    basis = f"checked on {checked} {'incident' if checked == 1 else 'incidents'}: {counts}"
    if grade is Reliability.F:
        few = f"a grade takes {ENOUGH_CHECKS:g} of one kind by weight"
        return grade, f"cannot be judged: {basis}; {few}{_apart(record, grade)}"
    return grade, f"{basis}, older checks counting less{_apart(record, grade)}"


def _apart(record: TrackRecord, grade: Reliability) -> str:
    """Return the subjects on which the source's grade is another, in words."""
    by_subject = [
        f"{one.subject.value} {one.reliability.value}"
        for one in record.records()
        if one.reliability not in (grade, Reliability.F)
    ]
    return f"; on {', on '.join(by_subject)}" if by_subject else ""


def _weighed(check: Check, as_of: date | None) -> Tally:
    age = max(0, (as_of - check.day).days) if as_of and check.day else 0
    weight = 0.5 ** (age / HALF_LIFE_DAYS)
    shared = weight / 2 if check.confirmed and check.contradicted else weight
    return Tally(shared * check.confirmed, shared * check.contradicted)


def _merged(one: Check, other: Check) -> Check:
    days = [day for day in (one.day, other.day) if day is not None]
    return Check(
        one.incident,
        one.subject,
        one.confirmed or other.confirmed,
        one.contradicted or other.contradicted,
        min(days, default=None),
    )


def _sum(parts: Iterable[Tally]) -> Tally:
    confirmed = contradicted = 0.0
    for part in parts:
        confirmed, contradicted = confirmed + part.confirmed, contradicted + part.contradicted
    return Tally(confirmed, contradicted)


def _mean(parts: list[Tally]) -> Tally:
    total = _sum(parts)
    return Tally(total.confirmed / len(parts), total.contradicted / len(parts))

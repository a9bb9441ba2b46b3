"""Readings weighed to a ledger: what every view of incidents and sources is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from tocsin.core.ids import StatementId
from tocsin.core.time import end_of_day
from tocsin.core.types import Brief, Credibility, Graded, Incident, Judgement, Reading, Rejected
from tocsin.weigh import weigh

CREDIBLE_AHEAD = timedelta(days=25 * 366)
"""A report dated later is misdated: it must not make every deadline look past."""


def ledger_job(
    items: Iterable[Reading | Rejected],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: date | None = None,
    now: datetime,
) -> Brief:
    """Return the brief over the readings as far as it is weighed: it assesses no situation.

    It looks from the end of the day `as_of`; without one, from the end of the last day on which
    a report was published, so that the deadlines of old reports are judged as they stood; with
    no published day at all, from `now`. A report that comes twice counts once.
    """
    readings: dict[str, Reading] = {}
    rejected: list[Rejected] = []
    for item in items:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            readings.setdefault(item.report.id, item)
    kept = tuple(readings.values())
    looks_from = _looks_from(kept, as_of, now)
    last = _looks_from(kept, None, now)  # who looks back at a past day misdates no later report
    return Brief(
        as_of=looks_from,
        readings=kept,
        ledger=weigh(kept, judgements=judgements, as_of=max(looks_from, last).date()),
        situations=(),
        rejected=tuple(rejected),
    )


def best_credibility(
    incident: Incident, grades: Mapping[StatementId, Graded]
) -> Credibility | None:
    """Return the best grade among the statements that support the incident, None without any.

    Unknown (6) is not worse than improbable: it is returned only where nothing else is.
    """
    given = {grades[one].credibility for one in incident.supports if one in grades}
    return min(given, default=None)


def grades_by_statement(grades: Sequence[Graded]) -> dict[StatementId, Graded]:
    """Return the grades, looked up by statement."""
    return {graded.statement: graded for graded in grades}


def _looks_from(readings: Iterable[Reading], as_of: date | None, now: datetime) -> datetime:
    if as_of is not None:
        return end_of_day(as_of)
    latest_credible = now.date() + CREDIBLE_AHEAD
    published = [reading.report.published for reading in readings]
    days = [day for day in published if day is not None and day <= latest_credible]
    return end_of_day(max(days)) if days else now

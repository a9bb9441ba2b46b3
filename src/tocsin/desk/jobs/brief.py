"""Readings weighed and assessed into one brief."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tocsin.assess import assess
from tocsin.core.time import end_of_day
from tocsin.core.types import Brief, Reading, Rejected
from tocsin.warn.drafts import draft_warning
from tocsin.weigh import weigh

CREDIBLE_AHEAD = timedelta(days=25 * 366)
"""A report dated later is misdated: it must not make every deadline look past."""


def brief_job(
    items: Iterable[Reading | Rejected], *, as_of: date | None = None, now: datetime
) -> Brief:
    """Return the brief over the readings, with whatever was rejected on the way.

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
    ledger = weigh(kept)
    looks_from = _looks_from(kept, as_of, now)
    situations = assess(kept, ledger, as_of=looks_from)
    drafts = map(draft_warning, situations)
    return Brief(
        as_of=looks_from,
        readings=kept,
        ledger=ledger,
        situations=situations,
        warnings=tuple(draft for draft in drafts if draft is not None),
        rejected=tuple(rejected),
    )


def _looks_from(readings: Iterable[Reading], as_of: date | None, now: datetime) -> datetime:
    if as_of is not None:
        return end_of_day(as_of)
    latest_credible = now.date() + CREDIBLE_AHEAD
    published = [reading.report.published for reading in readings]
    days = [day for day in published if day is not None and day <= latest_credible]
    return end_of_day(max(days)) if days else now
